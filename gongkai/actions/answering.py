"""Unit names that a file leaves open: a person says which unit is meant, or leaves those rows out this time."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from gongkai.actions import register, seen, uploading
from gongkai.actions.register import RegisterError
from gongkai.actions.upload_steps import UploadError, held
from gongkai.records.audit import Who, record
from gongkai.records.models import Office, Upload
from gongkai.workflows.rights import Actor

LEAVE_OUT = None
"""Instead of a unit: the rows with this name are not wanted this time."""


class AnswerError(UploadError):
    """Answers that cannot be taken; `wrong` says of each name what is the matter."""

    def __init__(self, wrong: Mapping[str, str]) -> None:
        super().__init__("；".join(wrong.values()))
        self.wrong = wrong


@transaction.atomic
def run(
    office: Office,
    number: int,
    answers: Mapping[str, str | None],
    *,
    version: int,
    actor: Actor,
    by: Who,
    at: datetime,
) -> Upload:
    """Remember the answers (name → unit) as other names of the units, and have the file read again.

    All or none are taken. Raises AnswerError, Forbidden, WrongMove, UploadMoved.
    """
    upload = held(office, number, version)
    asked = {question["text"] for question in upload.seen.get("questions", ())}
    named = {name for name, unit in answers.items() if unit is not LEAVE_OUT}
    unknown = {question["text"] for question in seen.unknown_units(upload.seen)}
    if not answers or not asked.union(unknown & named).issuperset(answers):
        raise UploadError("请至少答复一个单位名称")
    left_out = [name for name, unit in answers.items() if unit is LEAVE_OUT]
    units = {name: unit for name, unit in answers.items() if unit is not LEAVE_OUT}
    _confirm(office, units, by=by, at=at)
    record("upload.answer", upload.code, by=by, at=at, new={"units": units, "left_out": left_out})
    kept = sorted({*upload.left_out, *left_out} - (answers.keys() - set(left_out)))
    return uploading.reread(office, number, version=version, actor=actor, by=by, at=at, left_out=kept)


def _confirm(office: Office, units: Mapping[str, str], *, by: Who, at: datetime) -> None:
    wrong = {}
    for name, unit in units.items():
        try:
            register.confirm_alias(office.key, unit, name, by=by, at=at)
        except RegisterError as error:
            wrong[name] = str(error)
    if wrong:
        raise AnswerError(wrong)

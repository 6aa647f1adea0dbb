"""The scheme as people edit it: its text, what is wrong with it, saving it, and trying it out."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.db import transaction

from gongkai.actions import packs
from gongkai.actions.basis import Basis
from gongkai.assessment import scheme_check
from gongkai.assessment.assess import assess
from gongkai.assessment.result import Assessment
from gongkai.measures.facts import Adjustment
from gongkai.notice import template_check
from gongkai.office import files, pack
from gongkai.office.faults import PackError, PackFault
from gongkai.office.files import OFFICE, SCHEME, TEMPLATE
from gongkai.office.lines import line_of
from gongkai.records import assessments, models, offices, schemes, snapshots
from gongkai.records.audit import Who, record
from gongkai.terms import Period
from gongkai.workflows import rights
from gongkai.workflows.rights import Action, Actor


class SchemeError(ValueError):
    """A scheme that cannot be saved or tried out now; the message says why."""


class SchemeMoved(SchemeError):
    """Somebody else saved the scheme after the page was shown; the message says who and when."""


class Fault(NamedTuple):
    """One fault of a scheme, for a person: the line it stands in, from 1, and what to do."""

    line: int
    message: str


@dataclass(frozen=True)
class Trial:
    """The newest assessment of a period as it stands, and as it would be under another scheme."""

    row: models.Assessment
    before: Assessment
    after: Assessment


def text_of(row: models.Office) -> str:
    """The scheme as stored, in canonical form: comments are not kept."""
    return files.dumps(offices.load(row, confirmed=False))[SCHEME]


def digest(text: str) -> str:
    """Names the text that a form was opened with."""
    return hashlib.sha256(text.encode()).hexdigest()


def faults(row: models.Office, text: str) -> list[Fault]:
    """Every fault of a scheme's text for this office, by line; none if it can be saved."""
    try:
        _checked(row, text)
    except PackError as error:
        return told(text, error)
    return []


def told(text: str, error: PackError) -> list[Fault]:
    """The faults with their lines, in the order of the text."""
    return sorted({Fault(_line(text, fault), _said(fault)) for fault in error.faults})


@transaction.atomic
def save(row: models.Office, text: str, *, based_on: str, actor: Actor, by: Who, at: datetime) -> bool:
    """Store a scheme; whether anything changed. `based_on` is the digest of the text the person started from.

    Assessments that were made keep the scheme they were made with. Raises Forbidden, PackError with every
    fault, SchemeMoved.
    """
    rights.check_can(actor, Action.SCHEME_EDIT)
    offices.lock(row)
    row.refresh_from_db()
    before = text_of(row)
    content = _checked(row, text)
    after = files.dumps(content)[SCHEME]
    if after == before:
        return False
    if digest(before) != based_on:
        raise SchemeMoved(_moved(row))
    row.scheme = content.scheme.model_dump_json(exclude_defaults=True)
    row.save(update_fields=["scheme"])
    record("scheme.save", row.key, by=by, at=at, old={SCHEME: before}, new={SCHEME: after})
    return True


def try_out(row: models.Office, period: Period, text: str) -> Trial:
    """Assess the newest snapshot of a period with another scheme, and store nothing.

    Everything but the scheme stays as it was assessed: facts, registers, adjustments entered by hand.
    Raises PackError with every fault, SchemeError, SnapshotError, AssessmentError.
    """
    newest = assessments.newest(row, period.code)
    if newest is None:
        raise SchemeError(f"{period.label}还没有考核结果，不能试算；请先开展考核，或换一个期间")
    scheme = _checked(row, text).scheme
    before, basis = assessments.content(newest), Basis.of(newest)
    folder = settings.SNAPSHOTS / newest.snapshot
    after = assess(
        packs.of(newest).model_copy(update={"scheme": scheme}),
        period,
        before.figures,
        [one for one in snapshots.rows(folder, "adjustments") if isinstance(one, Adjustment)],
        snapshot=newest.snapshot,
        previous=Assessment.model_validate_json(basis.previous) if basis.previous else None,
    )
    return Trial(newest, before, after)


def _checked(row: models.Office, text: str) -> pack.Office:
    """The office with this scheme. Raises PackError with every fault that the scheme brings with it."""
    stored = offices.load(row, confirmed=False)
    texts = files.dumps(stored)
    office = files.loads(texts[OFFICE], text.replace("\r\n", "\n"), texts[TEMPLATE])
    found = [*scheme_check.faults(office), *_new_in_template(stored, office)]
    if found:
        raise PackError(found)
    return office


def _new_in_template(before: pack.Office, after: pack.Office) -> list[PackFault]:
    """What the wording of the notice could say under the old scheme and cannot under the new one."""
    known = set(template_check.faults(before))
    return [fault for fault in template_check.faults(after) if fault not in known]


def _line(text: str, fault: PackFault) -> int:
    return line_of(text, fault.key) if fault.file == SCHEME else 1


def _said(fault: PackFault) -> str:
    """The message with the entry it lies in; a fault of another file says which."""
    where = f"通报文字（{fault.key}）" if fault.file != SCHEME else fault.of and f"“{fault.of}”"
    return f"{where}：{fault.message}" if where else fault.message


def _moved(row: models.Office) -> str:
    last = schemes.latest(row)
    who = f"{last.by}已于{last.moment}" if last else "已有人"
    return f"您打开页面之后，{who}改动了考核办法。您的改动没有保存，仍在下面的编辑框中；请对照差异后再保存"

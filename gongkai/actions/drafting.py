"""Drafting: each saved wording is a version of its own; what was reviewed is never changed under the reviewers."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from gongkai.actions import issue
from gongkai.actions.basis import Basis
from gongkai.actions.worded import Wording
from gongkai.records import offices, readers, versions
from gongkai.records.audit import Who, record
from gongkai.records.models import NoticeVersion, Office, Person
from gongkai.terms import Period
from gongkai.workflows.reviews import MACHINE, Event, State


class DraftError(ValueError):
    """A wording that cannot be saved; the message says why."""


class Overtaken(DraftError):
    """Somebody saved another version meanwhile; `newest` is theirs."""

    def __init__(self, newest: NoticeVersion) -> None:
        self.newest = newest
        super().__init__(
            f"{newest.made_by.name}已于您编辑期间保存第{newest.number}稿，您的文字没有覆盖它；请对照后再保存"
        )


def begin(office: Office, period: Period, *, today: date) -> tuple[Wording, int]:
    """The words to begin with, those of the newest version or else the pack's, and the number of that
    version, 0 for none. Raises NotAssessedError, SnapshotError."""
    version = versions.newest(office, period.code)
    if version is not None:
        return Wording.of_version(version), version.number
    return Wording.proposed(Basis.of(readers.latest(office, period.code)).office, period, today), 0


def save(
    office: Office,
    period: Period,
    wording: Wording,
    *,
    based_on: int,
    note: str = "",
    person: Person,
    by: Who,
    at: datetime,
) -> NoticeVersion:
    """Keep a wording as the next version, on the newest assessment; approvals of the former lapse.

    `based_on` is the number of the version that was edited, 0 for none. The same words on the same
    assessment are not kept twice. Raises Overtaken, TemplateError, NotAssessedError, DraftError.
    """
    assessment = issue.drafted(office, period, wording).assessment
    with transaction.atomic():
        offices.lock(office)
        before = versions.newest(office, period.code)
        if before is not None and before.number != based_on:
            raise Overtaken(before)
        if before is not None:
            if _same(before, wording, assessment.pk) and before.state not in MACHINE.ends:
                return before
            _end(before, by=by, at=at)
        version = NoticeVersion.objects.create(
            office=office,
            period=period.code,
            number=before.number + 1 if before else 1,
            assessment=assessment,
            state=MACHINE.start,
            note=note,
            made_at=at,
            made_by=person,
            **vars(wording),
        )
        record("notice.draft", _code(version), by=by, at=at, new=_audited(version))
        return version


def _end(version: NoticeVersion, *, by: Who, at: datetime) -> None:
    """An edit of what is in review ends that review; a draft nobody has reviewed just stays as it was."""
    if version.state in MACHINE.ends or version.state == State.DRAFTING:
        return
    old, version.state = version.state, MACHINE.next(version.state, Event.EDIT)
    version.save(update_fields=["state"])
    record("notice.void", _code(version), by=by, at=at, old=old, new=version.state)


def _same(version: NoticeVersion, wording: Wording, assessment: int) -> bool:
    return version.assessment_id == assessment and Wording.of_version(version) == wording


def _code(version: NoticeVersion) -> str:
    return f"{version.office.key}/{version.period}/稿{version.number}"


def _audited(version: NoticeVersion) -> dict[str, Any]:
    words = vars(Wording.of_version(version))
    return {name: str(value) for name, value in words.items()} | {"assessment": version.assessment.code}

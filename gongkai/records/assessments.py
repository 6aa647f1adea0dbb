"""Assessments as pages ask for them: which one a person may see, and the course it took.

A stored assessment never changes, so its content is parsed once a process and kept; rows are read without it.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db.models import QuerySet

from gongkai.assessment.result import Assessment as Content
from gongkai.records.models import Assessment, Confirmation, Objection, Office, Publication
from gongkai.records.unchanged import until_changed
from gongkai.terms import Period
from gongkai.workflows import assessments as course_states
from gongkai.workflows import objections as objection_states
from gongkai.workflows.assessments import State
from gongkai.workflows.rights import GRANTS, Action
from gongkai.workflows.roles import Role

KEPT = 24
"""Parsed assessments in memory: two or three offices with the periods that their pages compare."""
SEEN = 256
"""Answers in memory to who sees what, small ones."""


@dataclass(frozen=True)
class Seen:
    """The assessment of a period that somebody may see. `publication` is the course of the period, None
    before anything was shown; `everyone` says whether all units may be seen or only one's own."""

    row: Assessment
    state: State
    publication: Publication | None
    everyone: bool

    @property
    def content(self) -> Content:
        return content(self.row)


def content(row: Assessment) -> Content:
    """The stored assessment in its frozen form, parsed once; do not load `result` for it."""
    return _parsed(row.pk, row.snapshot, row.made_at)


@lru_cache(maxsize=KEPT)
def _parsed(number: int, _snapshot: str, _made_at: datetime) -> Content:
    stored = Assessment.objects.values_list("result", flat=True).get(pk=number)
    return Content.model_validate_json(stored)


def made(office: Office, period: str) -> "QuerySet[Assessment]":
    """Every assessment of a period, oldest first, without its content."""
    return Assessment.objects.filter(office=office, period=period).defer("result").order_by("number")


def newest(office: Office, period: str) -> Assessment | None:
    """The newest assessment of a period, without its content."""
    return made(office, period).last()


def course(office: Office, period: str) -> Publication | None:
    """How far the period's assessment has come; None before anything was shown to the units."""
    return _courses(office).filter(period=period).first()


def published(office: Office, period: str) -> Publication | None:
    """The course of a period whose assessment is published and frozen."""
    return _courses(office).filter(period=period, state=State.PUBLISHED).first()


def _courses(office: Office) -> "QuerySet[Publication]":
    rows = Publication.objects.select_related("assessment", "former")
    return rows.filter(office=office).defer("assessment__result", "former__result")


@until_changed(SEEN)
def seen(office: Office, period: str, roles: frozenset[Role]) -> Seen | None:
    """The assessment that a person of these roles may see: the office the newest, a unit the one that was
    shown to it, others the published one. None where there is none yet."""
    return _seen(newest(office, period) if _drafts(roles) else None, course(office, period), roles)


@until_changed(SEEN)
def seen_up_to(office: Office, period: Period, roles: frozenset[Role], most: int) -> tuple[Seen, ...]:
    """What a person may see of this period and those of its kind before it: at most `most`, oldest first."""
    courses = {one.period: one for one in _courses(office)}
    rows: dict[str, Assessment] = {}
    if _drafts(roles):
        every = Assessment.objects.filter(office=office).defer("result").order_by("number")
        rows = {row.period: row for row in every}
    spans = {code: Period.parse(code) for code in courses.keys() | rows.keys()}
    fitting = [one for one in spans.values() if one.kind is period.kind and one.start <= period.start]
    found = (_seen(rows.get(one.code), courses.get(one.code), roles) for one in sorted(fitting))
    return tuple(one for one in found if one is not None)[-most:]


def _drafts(roles: frozenset[Role]) -> bool:
    return bool(roles & GRANTS[Action.ASSESSMENTS_SEE_DRAFTS])


def _seen(newest_row: Assessment | None, found: Publication | None, roles: frozenset[Role]) -> Seen | None:
    if _drafts(roles):
        row = newest_row
        return None if row is None else Seen(row, state_of(row, found), found, everyone=True)
    if found is None or not course_states.may_see(found.state, roles):
        return None
    everyone = course_states.may_see_all(found.state, roles)
    return Seen(found.assessment, State(found.state), found, everyone)


def state_of(row: Assessment, found: Publication | None) -> State:
    """The state of one assessment in the course of its period."""
    return State(found.state) if found and found.assessment_id == row.pk else State.DRAFT


def assessed_periods(office: Office) -> list[Period]:
    """The periods that were assessed, newest first."""
    codes = Assessment.objects.filter(office=office).order_by().values_list("period", flat=True).distinct()
    return sorted(map(Period.parse, codes), reverse=True)


def objections(office: Office, period: str, unit: str = "") -> "QuerySet[Objection]":
    """The objections of a period, newest first; of one unit where it is named."""
    rows = Objection.objects.filter(office=office, period=period)
    rows = rows.select_related("office", "evidence", "assessment").defer("assessment__result")
    return rows.filter(unit=unit) if unit else rows


def undecided(office: Office, period: str) -> int:
    """How many objections of a period wait for a decision."""
    return objections(office, period).filter(state=objection_states.State.MADE).count()


def confirmations(row: Assessment) -> dict[str, Confirmation]:
    """Unit → its word that it has no objection to this assessment."""
    return {one.unit: one for one in row.confirmations.all()}

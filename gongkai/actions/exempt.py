"""Exempt a unit's column from being judged in a period: asked with a reason, decided on record, revoked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from gongkai.actions import editing, publish
from gongkai.actions.register import RegisterError
from gongkai.office import pack
from gongkai.records import exemptions, offices
from gongkai.records.audit import Who, record
from gongkai.records.models import ExemptionRequest, Office, Person, StoredFile
from gongkai.terms import Period, TermError
from gongkai.workflows import rights
from gongkai.workflows.exemptions import MACHINE, Event, State
from gongkai.workflows.rights import Action, Actor

STANDING = (State.ASKED, State.GRANTED)
ACTIONS = {
    Event.GRANT: Action.EXEMPTIONS_DECIDE,
    Event.REFUSE: Action.EXEMPTIONS_DECIDE,
    Event.REVOKE: Action.EXEMPTIONS_DECIDE,
    Event.WITHDRAW: Action.EXEMPTIONS_ASK,
}
"""The right that each step needs."""
ANSWERED = (Event.REFUSE, Event.REVOKE)
"""Steps that want a reason."""


class ExemptionError(RegisterError):
    """A request that cannot be made or decided so; the message says why. `field` of the form it is about."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True)
class Wanted:
    """What is asked: that a unit's column be not judged in a period, and why."""

    unit: str
    column: str
    period: str
    reason: str
    evidence: StoredFile | None = None


@transaction.atomic
def ask(
    office: Office, wanted: Wanted, *, person: Person, actor: Actor, by: Who, at: datetime
) -> ExemptionRequest:
    """Ask for an exemption. Raises Forbidden, ExemptionError."""
    rights.check_can(actor, Action.EXEMPTIONS_ASK, wanted.unit)
    offices.lock(office)
    period = _check_wanted(office, wanted)
    asked = ExemptionRequest.objects.create(
        office=office,
        unit=wanted.unit,
        column=wanted.column,
        period=period.code,
        reason=wanted.reason.strip(),
        evidence=wanted.evidence,
        state=MACHINE.start,
        asked_at=at,
        asked_by=person,
    )
    record("exemption.ask", _object(asked), by=by, at=at, new=_told(asked))
    return asked


@transaction.atomic
def decide(
    office: Office,
    number: int,
    event: Event,
    *,
    answer: str = "",
    person: Person,
    actor: Actor,
    by: Who,
    at: datetime,
) -> ExemptionRequest:
    """Grant, refuse, withdraw or revoke a request; what is granted stands in the register of columns.

    Raises Forbidden, WrongMove, ExemptionError.
    """
    offices.lock(office)
    asked = exemptions.of(office).get(pk=number)
    rights.check_can(actor, ACTIONS[event], asked.unit)
    MACHINE.check_can(asked.state, event, actor.roles)
    if event in ANSWERED and not answer.strip():
        raise ExemptionError(f"{event.label}须写明理由", "answer")
    if event in (Event.GRANT, Event.REVOKE):
        publish.check_not_frozen(office, Period.parse(asked.period))
        _register(office, asked, event, by=by, at=at)
    old = _told(asked)
    asked.state = MACHINE.next(asked.state, event)
    if event is not Event.WITHDRAW:
        asked.answer, asked.decided_at, asked.decided_by = answer.strip(), at, person
    asked.save(update_fields=["state", "answer", "decided_at", "decided_by"])
    record(f"exemption.{event.value}", _object(asked), by=by, at=at, old=old, new=_told(asked))
    return asked


def _check_wanted(office: Office, wanted: Wanted) -> Period:
    if not wanted.reason.strip():
        raise ExemptionError("请写明本期无须更新的理由", "reason")
    if (wanted.column, wanted.unit) not in exemptions.kept(office, wanted.unit):
        raise ExemptionError(f"“{wanted.unit}”不保障栏目“{wanted.column}”，请核对后选择", "column")
    try:
        period = Period.parse(wanted.period.strip())
    except TermError as error:
        raise ExemptionError(str(error), "period") from error
    publish.check_not_frozen(office, period)
    same = exemptions.of(office, wanted.unit).filter(column=wanted.column, period=period.code)
    if standing := same.filter(state__in=STANDING).first():
        state = State(standing.state).label
        raise ExemptionError(f"该栏目{period.label}的免更新申请{state}，不必重复申请", "period")
    return period


def _register(office: Office, asked: ExemptionRequest, event: Event, *, by: Who, at: datetime) -> None:
    """Put the exemption into the register of columns, or take it out again."""

    def change(column: pack.Column) -> pack.Column:
        kept = tuple(
            each for each in column.exemptions if (each.unit, each.period) != (asked.unit, asked.period)
        )
        if event is Event.GRANT:
            kept += (pack.Exemption(unit=asked.unit, period=asked.period, reason=asked.reason),)
        return column.model_copy(update={"exemptions": kept})

    editing.rewrite(office, "columns", asked.column, change, by=by, at=at)


def _object(asked: ExemptionRequest) -> str:
    return f"{asked.office.key}/exemption/{asked.pk}"


def _told(asked: ExemptionRequest) -> dict[str, Any]:
    fields = ("unit", "column", "period", "reason", "state", "answer")
    evidence = {"evidence": asked.evidence.name} if asked.evidence else {}
    return {field: str(getattr(asked, field)) for field in fields} | evidence

"""What screens and actions ask of the rectifications."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from itertools import groupby

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from gongkai.assessment import outstanding
from gongkai.assessment.repeats import Closed, FoundIn, Repeat, problem, repeats
from gongkai.assessment.result import Finding, FindingKind
from gongkai.records.models import Office, Rectification, Unit
from gongkai.terms import Period
from gongkai.workflows.rectification import OPEN, WITH_UNIT, State, sees_late_only
from gongkai.workflows.rights import Actor

REMEMBERED = 12
"""Periods over which problems that come again are looked for: three years of quarters."""


@dataclass(frozen=True)
class OpenBefore:
    """What is still open of an earlier period's notice, and the sentence that says so."""

    period: Period
    items: tuple[Rectification, ...]
    sentence: str


def of(office: Office, unit: str = "") -> "QuerySet[Rectification]":
    """The office's items, those of one unit where it is named."""
    rows = Rectification.objects.filter(office=office)
    return rows.filter(unit=unit) if unit else rows


def seen_by(office: Office, actor: Actor, unit: str, today: date) -> "QuerySet[Rectification]":
    """The items a person may see: those of their `unit`, where they are bound to one; to the supervision
    office those that are overdue or have been handed over."""
    rows = of(office, unit)
    return rows.filter(late(today) | ~Q(supervised_at=None)) if sees_late_only(actor.roles) else rows


def late(today: date) -> Q:
    """The unit still owes its report and the deadline is over."""
    return Q(state__in=WITH_UNIT, deadline__lt=today)


def unreminded(today: date) -> Q:
    """Overdue, and not reminded since."""
    return late(today) & (Q(reminded_at=None) | Q(reminded_at__date__lte=F("deadline")))


def moment(deadline: date) -> datetime:
    """The last moment in time: the end of the day, here."""
    return datetime.combine(deadline, time.max, tzinfo=timezone.get_default_timezone())


def repeated(rows: "QuerySet[Rectification]") -> tuple[Repeat, ...]:
    """The problems that came in more than one of the latest periods; what was cancelled never was one.

    Where notices cover periods of several lengths, those as long as the newest are compared.
    """
    kept = rows.exclude(state=State.CANCELLED).order_by("number")
    by_period: dict[str, list[Finding]] = {}
    closed = set()
    for period, kind, unit, item, state in kept.values_list("period", "kind", "unit", "item", "state"):
        found = _finding(kind, unit, item)
        by_period.setdefault(period, []).append(found)
        if state == State.CLOSED:
            closed.add(Closed(period, problem(found)))
    compared = _following(by_period)
    return repeats([FoundIn(code, by_period[code]) for code in compared], closed)


def _following(codes: Iterable[str]) -> list[str]:
    """The latest periods of one length, oldest first, none overlapping the next."""
    periods = sorted(map(Period.parse, codes), key=lambda one: (one.end, one.start))
    compared: list[Period] = []
    for one in reversed(periods):
        if not compared or (one.kind is compared[0].kind and one.end < compared[0].start):
            compared.insert(0, one)
    return [one.code for one in compared[-REMEMBERED:]]


@lru_cache(maxsize=10_000)
def _finding(kind: str, unit: str, item: str) -> Finding:
    """A finding as far as it matters whether it comes again."""
    return Finding(kind=FindingKind(kind), unit=unit, item=item, measure="", value=0, target=None, text="")


def open_from_before(office: Office, period: Period) -> list[OpenBefore]:
    """The open items of notices about periods that ended before `period` began, the latest period first."""
    rows = of(office).filter(state__in=OPEN).exclude(period=period.code).order_by("period", "number")
    by_period = {Period.parse(code): tuple(items) for code, items in groupby(rows, lambda row: row.period)}
    earlier = [one for one in by_period if one.end < period.start]
    places = _places(office) if earlier else {}
    return [
        OpenBefore(one, by_period[one], _sentence(one, by_period[one], places))
        for one in sorted(earlier, key=lambda one: (one.end, one.start), reverse=True)
    ]


def _sentence(period: Period, items: Iterable[Rectification], places: dict[str, int]) -> str:
    """A unit that still owes a report is named for that alone."""
    units = sorted({item.unit for item in items}, key=lambda name: (places.get(name, len(places)), name))
    owing = {item.unit for item in items if item.state in WITH_UNIT}
    return outstanding.sentence(
        period, [unit for unit in units if unit in owing], [unit for unit in units if unit not in owing]
    )


def _places(office: Office) -> dict[str, int]:
    return dict(Unit.objects.filter(office=office).values_list("name", "place"))

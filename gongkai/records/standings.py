"""How a running period stands: the counts that warnings are made of, and the warnings once made.

A handful of GROUP BY queries over the facts of the whole office: silence is told from neglect only by looking
at everybody. Days are added up month by month, which keeps a hundred thousand facts to a few thousand rows.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db import OperationalError, connection
from django.db.models import Case, Count, IntegerField, Manager, Max, Q, QuerySet, Sum, Value, When

from gongkai.assessment.progress import CaseCount, Done
from gongkai.assessment.warnings.counts import DayCount, OpenCase
from gongkai.assessment.warnings.warning import EarlyWarning, State
from gongkai.measures.facts import SUBJECTS, Outcome, Precision
from gongkai.measures.presence import OWED
from gongkai.office.pack import TimeLimit
from gongkai.records import facts
from gongkai.records.models import FactModel, Message, Office, Standing, WorkOrder
from gongkai.records.unchanged import until_changed
from gongkai.terms import Period

CASES: "dict[str, Manager[Any]]" = {"messages": Message.objects, "orders": WorkOrder.objects}
TOTALS_KEPT = 32
STILL_OPEN = ("", Outcome.OPEN.value)
DONE = Q(outcome__in=[Outcome.ON_TIME.value, Outcome.LATE.value]) | Q(outcome="", closed__isnull=False)


@dataclass(frozen=True)
class Known:
    """What was found on a day: the warnings, most urgent first, and how far each unit's duties are done."""

    warnings: tuple[EarlyWarning, ...]
    progress: tuple[Done, ...]

    @cached_property
    def by_unit(self) -> Mapping[str, tuple[EarlyWarning, ...]]:
        """Unit → its warnings; "" → those of everybody."""
        found: dict[str, list[EarlyWarning]] = defaultdict(list)
        for one in self.warnings:
            found[one.unit].append(one)
        return {unit: tuple(warnings) for unit, warnings in found.items()}

    @cached_property
    def states(self) -> Mapping[str, Mapping[State, int]]:
        """Unit → how many warnings of each state, the unit with the most urgent ones first."""
        counted = {unit: Counter(one.state for one in found) for unit, found in self.by_unit.items()}
        return dict(sorted(counted.items(), key=lambda pair: [-pair[1][state] for state in State]))


def counts(
    office: Office,
    period: Period,
    today: date,
    *,
    kinds: Iterable[str] = tuple(OWED),
    unit: str = "",
    by_day: bool = False,
) -> Iterator[DayCount]:
    """What was done in the duties that units owe, up to today; of one unit where it is named, which tells no
    silence from neglect. Posts day by day where asked for."""
    known = Q(day__lte=today) | ~Q(precision=Precision.DAY.value)
    for kind in kinds:
        rows = facts.of(office, period.code, kind).filter(known)
        rows = rows.filter(unit=unit) if unit else rows
        for row in _grouped(rows.order_by(), period, kind, by_day=by_day and kind == "posts"):
            yield _count(kind, row)


def _grouped(
    rows: "QuerySet[FactModel]", period: Period, kind: str, *, by_day: bool
) -> Iterator[dict[str, Any]]:
    subject = [SUBJECTS[kind]] if kind in SUBJECTS else []
    part = ["day"] if by_day else ["part"]
    named = rows if by_day else rows.annotate(part=_part(period))
    sums: dict[str, Any] = {"newest": Max("day"), "items": Sum("quantity")}
    if kind == "posts":
        sums |= {"originals": Sum("original"), "posted": Max("day", filter=Q(original__gt=0))}
    told = named.values("unit", "precision", *subject, *part).annotate(**sums)
    return iter(told.iterator())


def _part(period: Period) -> Case:
    """The place of the month in the period, by comparisons: SQLite would call Python to take a date apart."""
    months = enumerate(period.months())
    return Case(
        *(When(day__lte=month.end, then=Value(place)) for place, month in months),
        default=Value(-1),
        output_field=IntegerField(),
    )


def _count(kind: str, row: dict[str, Any]) -> DayCount:
    subject = row[SUBJECTS[kind]] if kind in SUBJECTS else ""
    day = row.get("posted") or row["newest"]
    return DayCount(kind, row["unit"], subject, day, row["precision"], row["items"], row.get("originals", 0))


def open_rows(office: Office, period: Period, kind: str) -> "QuerySet[Any]":
    """The messages or orders of which neither the source nor a date says that they are closed or withdrawn."""
    still = (*STILL_OPEN, Outcome.LATE_OPEN.value)
    rows = CASES[kind].filter(office=office, period=period.code, quantity__gt=0)  # a count may say 0 are open
    return rows.filter(closed=None, outcome__in=still)


@until_changed(TOTALS_KEPT)
def open_totals(office: Office, period: Period) -> Mapping[tuple[str, str], int]:
    """(kind, unit) → how many rows are open."""
    return {
        (kind, unit): total
        for kind in CASES
        for unit, total in open_rows(office, period, kind)
        .order_by()
        .values_list("unit")
        .annotate(Count("pk"))
    }


def open_cases(office: Office, period: Period) -> Iterator[OpenCase]:
    """The messages and orders received on a known day that are neither closed nor withdrawn."""
    for kind in CASES:
        rows = open_rows(office, period, kind).filter(precision=Precision.DAY.value, outcome__in=STILL_OPEN)
        told = rows.order_by("day", "pk").values_list("unit", "number", "type", "day", "due", "quantity")
        yield from (OpenCase(kind, *row) for row in told.iterator())


def case_counts(office: Office, period: Period) -> Iterator[CaseCount]:
    """How many messages and orders each unit has, without the withdrawn, and has closed."""
    for kind, cases in CASES.items():
        rows = cases.filter(office=office, period=period.code)
        kept = rows.exclude(outcome=Outcome.WITHDRAWN.value).order_by("unit").values("unit")
        for row in kept.annotate(handled=Sum("quantity"), finished=Sum("quantity", filter=DONE, default=0)):
            yield CaseCount(kind, row["unit"], row["handled"], row["finished"])


def read(office: Office, period: Period, basis: str) -> Known | None:
    """What was kept for this very basis, None where it is of another one."""
    kept = Standing.objects.filter(office=office, period=period.code, basis=basis).first()
    if kept is None:
        return None
    return Known(tuple(map(_warning, kept.warnings)), tuple(Done(*one) for one in kept.progress))


def keep(office: Office, period: Period, today: date, basis: str, known: Known) -> None:
    """Keep what was found, unless somebody is writing: nobody waits to keep what can be found again."""
    values = {
        "day": today,
        "basis": basis,
        "warnings": [_plain(one) for one in known.warnings],
        "progress": [list(one) for one in known.progress],
    }
    try:
        with _impatient():
            Standing.objects.update_or_create(office=office, period=period.code, defaults=values)
    except OperationalError:
        return


@contextmanager
def _impatient() -> Iterator[None]:
    """SQLite has one writer at a time and would wait seconds for its turn; here it gives up at once."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        (patience,) = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {patience:d}")


def _plain(one: EarlyWarning) -> dict[str, Any]:
    limit = one.limit.model_dump(mode="json") if one.limit else None
    return one._asdict() | {"due": str(one.due), "since": str(one.since), "limit": limit}


def _warning(plain: dict[str, Any]) -> EarlyWarning:
    limit = plain["limit"]
    return EarlyWarning(
        **plain
        | {
            "state": State(plain["state"]),
            "due": date.fromisoformat(plain["due"]),
            "since": date.fromisoformat(plain["since"]),
            "limit": TimeLimit.model_validate(limit) if limit else None,
        }
    )

"""Duties that were judged though nothing was read about them: their zero is a guess, and nobody is named on one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from gongkai.assessment.result import Unread
from gongkai.measures.facts import Precision
from gongkai.measures.figures import Figure
from gongkai.measures.presence import OWED, Presence
from gongkai.terms import Period

Months = frozenset[str]


class Duty(NamedTuple):
    """What a unit owes in a period; an `item` is a column or an account."""

    unit: str
    item: str


def unread(period: Period, figures: Sequence[Figure], present: Iterable[Presence]) -> tuple[Unread, ...]:
    """The duties without facts by kind, each in the order of `figures`.

    Where a kind was handed in as counts, whoever does not stand in them said nothing. A kind handed in as
    nothing but a list of events is a record of all that happened: who is not in it did nothing.
    """
    by_kind: dict[str, list[Presence]] = defaultdict(list)
    for one in present:
        by_kind[one.kind].append(one)
    return tuple(
        found for kind in OWED for found in unspoken(kind, owed(kind, period, figures), by_kind[kind])
    )


def owed(kind: str, period: Period, figures: Iterable[Figure]) -> dict[Duty, Months]:
    """Every duty of a kind of facts, with the calendar months it is judged in (2021-10)."""
    duties: dict[Duty, Months] = {}
    for figure in figures:
        if figure.measure == OWED[kind] and figure.target:
            span = Period.parse(figure.window) if figure.window else period
            months = frozenset(month.code for month in span.months())
            duty = Duty(figure.unit, figure.item)
            duties[duty] = duties.get(duty, frozenset()) | months
    return duties


def _is_list(present: Sequence[Presence]) -> bool:
    return bool(present) and all(one.precision == Precision.DAY for one in present)


def unspoken(kind: str, duties: Mapping[Duty, Months], present: Sequence[Presence]) -> Iterator[Unread]:
    """Which of the `duties` in a kind of facts are unread, by all that is `present` of that kind."""
    if _is_list(present):
        return
    known: dict[Duty, set[Presence]] = defaultdict(set)
    for one in present:
        known[_subject(kind, one.unit, one.item)].add(one)
    for duty, months in duties.items():
        facts = known.get(_subject(kind, *duty))
        if not facts:
            yield Unread(kind=kind, unit=duty.unit, item=duty.item)
        elif missing := _missing(months, facts):
            yield Unread(kind=kind, unit=duty.unit, item=duty.item, months=tuple(sorted(missing)))


def _subject(kind: str, unit: str, item: str) -> Duty:
    """An account is one account whichever unit has it now."""
    return Duty("" if kind == "posts" else unit, item)


def _missing(months: Months, facts: Iterable[Presence]) -> Months:
    """The months that no monthly count speaks of; none where the facts are not monthly."""
    counted = {f"{one.day:%Y-%m}" for one in facts if one.day}
    return months - counted if counted else frozenset()

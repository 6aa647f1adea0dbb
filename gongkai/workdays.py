"""Statutory working days: which they are, why, and how to count with them.

The State Council announces each year's holidays and make-up days late in the year before. `workdays.csv`
holds what was announced, a row a run of days; for any other year only weekends are known, and every
answer that touches one says that it is provisional.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

TABLE = Path(__file__).with_suffix(".csv")
OFF, ON = "放假", "上班"


class Arrangement(NamedTuple):
    """A row of the table: from `first` to `last` the days are 放假 or 上班 for `holiday`.

    `year` is the year whose schedule says so (2022-12-31 is in that of 2023); `source` is the document.
    """

    year: int
    holiday: str
    kind: str
    first: date
    last: date
    source: str

    def days(self) -> Iterator[date]:
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))


class Count(NamedTuple):
    """A number of working days; `provisional` when a year in it has not been announced."""

    days: int
    provisional: bool


class Deadline(NamedTuple):
    """A last day; `provisional` when a year on the way to it has not been announced."""

    day: date
    provisional: bool


class CalendarDay(NamedTuple):
    """A day, the working-day number reached on it, and whether it is a working day itself."""

    day: date
    number: int
    working: bool


def read(text: str) -> tuple[Arrangement, ...]:
    """The rows of a table in the form of `workdays.csv`, its header left out."""
    rows = (line.split(",") for line in text.splitlines()[1:])
    return tuple(
        Arrangement(int(year), holiday, kind, date.fromisoformat(first), date.fromisoformat(last), source)
        for year, holiday, kind, first, last, source in rows
    )


class Calendar:
    """Working days by the announced schedules, with local overrides on top. Immutable.

    `number` grows by one on every working day, so the working days between two dates are a subtraction.
    It is weekdays since year 1 plus the exceptions so far, which makes it the same in every process.
    """

    __slots__ = ("_announced", "_changed", "_overrides", "_reasons", "_shifts", "_working")

    def __init__(
        self, arrangements: Iterable[Arrangement], overrides: Mapping[date, bool] | None = None
    ) -> None:
        """`overrides`: day → whether it is worked locally (a flood, a fair); it wins over the table."""
        reasons, working, announced = {}, {}, set()
        for arrangement in arrangements:
            announced.add(arrangement.year)
            for day in arrangement.days():
                working[day] = arrangement.kind == ON
                reasons[day] = f"{arrangement.holiday}{'调休上班' if working[day] else '假期'}"
        self._overrides = MappingProxyType(dict(overrides or {}))
        working.update(self._overrides)
        self._working = MappingProxyType(working)
        self._reasons = MappingProxyType(reasons)
        self._announced = frozenset(announced)
        changed = sorted(day for day, works in working.items() if works == _weekend(day))
        self._changed = tuple(day.toordinal() for day in changed)
        self._shifts = (0, *accumulate(1 if working[day] else -1 for day in changed))

    @classmethod
    def statutory(cls, overrides: Mapping[date, bool] | None = None) -> "Calendar":
        """The calendar of every announced year, with the office's local overrides."""
        return cls(_statutory(), overrides) if overrides else _plain()

    def announced(self, year: int) -> bool:
        """Whether the schedule of `year` is known."""
        return year in self._announced

    def provisional(self, start: date, end: date) -> bool:
        """Whether an answer about `start` to `end` rests on a year not announced."""
        return any(year not in self._announced for year in range(start.year, end.year + 1))

    def is_working(self, day: date) -> bool:
        """Whether `day` is a working day; make-up Saturdays and Sundays are."""
        works = self._working.get(day)
        return not _weekend(day) if works is None else works

    def why(self, day: date) -> str:
        """Why the day is worked or not: 工作日, 周末, 国庆节假期, 国庆节调休上班, 地方调整放假…"""
        if day in self._overrides:
            return f"地方调整{ON if self._overrides[day] else OFF}"
        plain = "周末" if _weekend(day) else "工作日"
        if not self.announced(day.year):
            plain += f"（{day.year}年放假安排尚未公布，暂按周末推算）"
        return self._reasons.get(day, plain)

    def number(self, day: date) -> int:
        """Working days from the beginning of the calendar to `day`, included."""
        ordinal = day.toordinal()
        weeks, rest = divmod(ordinal, 7)  # ordinal 1 is a Monday
        return weeks * 5 + min(rest, 5) + self._shifts[bisect_right(self._changed, ordinal)]

    def count(self, start: date, end: date) -> Count:
        """Working days from `start` to `end`, both included; 0 when the end is before the start."""
        before = self.number(start) - self.is_working(start)
        return Count(max(0, self.number(end) - before), self.provisional(start, end))

    def between(self, start: date, end: date) -> Count:
        """Working days after `start` up to `end`: how long a case received on `start` took.
        Negative when `end` is earlier."""
        first, last = min(start, end), max(start, end)
        return Count(self.number(end) - self.number(start), self.provisional(first, last))

    def add(self, day: date, days: int) -> Deadline:
        """The `days`-th working day after `day`; the day of receipt does not count (民法典 第二百零一条).

        Raises ValueError for a negative number.
        """
        if days < 0:
            raise ValueError(f"工作日数不能为负数：{days}")
        last, target = day, self.number(day) + days
        # A day adds at most one, so going forward by what is missing never passes the day sought.
        while missing := target - self.number(last):
            last += timedelta(days=missing)
        return Deadline(last, self.provisional(day, last))

    def days(self, start: date, end: date) -> Iterator[CalendarDay]:
        """Every day from `start` to `end`, both included, with its working-day number."""
        number = self.number(start) - self.is_working(start)
        for ordinal in range(start.toordinal(), end.toordinal() + 1):
            day = date.fromordinal(ordinal)
            working = self.is_working(day)
            number += working
            yield CalendarDay(day, number, working)


def _weekend(day: date) -> bool:
    return day.weekday() >= 5


@cache
def _statutory() -> tuple[Arrangement, ...]:
    return read(TABLE.read_text(encoding="utf-8"))


@cache
def _plain() -> Calendar:
    return Calendar(_statutory())

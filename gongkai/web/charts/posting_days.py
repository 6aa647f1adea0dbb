"""The days of a posting calendar, each with what was posted on it and how it stands."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from gongkai.terms import Frequency
from gongkai.web.charts.gaps import Gap, counts, gaps
from gongkai.web.charts.palette import PALETTE
from gongkai.web.charts.posting_counts import Posting
from gongkai.web.charts.states import Look
from gongkai.workdays import CalendarDay


class DayState(Enum):
    """How a day of an account stands."""

    ORIGINAL = Look("原创条数", "", PALETTE.primary, PALETTE.paper, bold=True)
    FORWARDED = Look("只有转发", "转", PALETTE.primary_tint)
    GAP = Look("断档", "断", PALETTE.warning_tint, bold=True)
    QUIET = Look("无发文", "·", PALETTE.faint, PALETTE.muted)
    REST = Look("休息日", "休", PALETTE.paper, PALETTE.line)

    @property
    def look(self) -> Look:
        """How the state is drawn."""
        look: Look = self.value
        return look


class Day(NamedTuple):
    """A day of the calendar with what was posted on it."""

    day: date
    state: DayState
    published: int
    original: int


class Days(NamedTuple):
    """All days, the gaps among them, and how many posts lie on no day of the calendar."""

    days: tuple[Day, ...]
    gaps: tuple[Gap, ...]
    outside: int


def days(calendar: Sequence[CalendarDay], posts: Iterable[Posting], duty: Frequency | None) -> Days:
    """Every day of `calendar`; `posts` may be many for one day. Without a duty there is no gap."""
    published: Counter[date] = Counter()
    original: Counter[date] = Counter()
    for post in posts:
        published[post.day] += post.published
        original[post.day] += post.original
    missed = gaps(calendar, {day for day, number in original.items() if number}, duty)
    silent = {day.day for gap in missed for day in calendar if gap.start <= day.day <= gap.end}
    owed = {day.day for day in calendar if duty and counts(day, duty)}
    shown = tuple(_day(day, published[day.day], original[day.day], silent & owed) for day in calendar)
    return Days(shown, missed, published.total() - sum(day.published for day in shown))


def _day(day: CalendarDay, published: int, original: int, silent: Collection[date]) -> Day:
    if original:
        state = DayState.ORIGINAL
    elif published:
        state = DayState.FORWARDED
    elif day.day in silent:
        state = DayState.GAP
    else:
        state = DayState.QUIET if day.working else DayState.REST
    return Day(day.day, state, published, original)

"""Runs of days on which an account owed an original post and published none."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from gongkai.terms import Frequency, Span
from gongkai.workdays import CalendarDay


class Gap(NamedTuple):
    """From the first to the last of `days` days in a row that count."""

    start: date
    end: date
    days: int


def counts(day: CalendarDay, duty: Frequency) -> bool:
    """Whether a duty counts the day: working days, or every day where it is owed in calendar days."""
    return day.working or duty.span is Span.CALENDAR_DAY


def gaps(
    calendar: Sequence[CalendarDay], posted: Collection[date], duty: Frequency | None
) -> tuple[Gap, ...]:
    """The runs in which a whole stretch of the duty passed without an original post.

    1条/5工作日: five working days or more in a row without one; a post on a weekend ends a run as well.
    What lies before and after `calendar` is not known and not held against the account. No duty, no gap.
    """
    return tuple(run for run in _runs(calendar, posted, duty) if run.days >= duty.length) if duty else ()


def _runs(calendar: Sequence[CalendarDay], posted: Collection[date], duty: Frequency) -> Iterator[Gap]:
    for silent, days in groupby(calendar, key=lambda day: day.day not in posted):
        counted = [day.day for day in days if counts(day, duty)]
        if silent and counted:
            yield Gap(counted[0], counted[-1], len(counted))

"""Why a deadline is what it is: every day on the way to it, with its number or the reason it does not count."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from gongkai.office.pack import DaySpan, Office, TimeLimit
from gongkai.workdays import Calendar, Deadline

A_DAY = timedelta(days=1)
A_WEEK = 7
FIRST_DAY = "当日不计入"
EVERY_DAY = "按自然日计入"
NO_REASONS: Mapping[date, str] = {}


class PathDay(NamedTuple):
    """A day on the way to a deadline. `counted` is its number, None where it does not count; `why` says of
    what kind the day is (周末, 国庆节假期, 国庆节调休上班)."""

    day: date
    counted: int | None
    why: str


class Path(NamedTuple):
    """The days in order, the last of them `due`. `total` is how many days count in all, `provisional` that a
    year among them is not announced yet, so that the deadline may still move."""

    due: date
    days: tuple[PathDay, ...]
    provisional: bool
    total: int


def limit_of(
    limits: Sequence[TimeLimit], case_type: str, received: date, calendar: Calendar
) -> TimeLimit | None:
    """The time limit of a type of message or order: its own, or that of every type without one, or None.

    Where a type was given two the later deadline holds, as in `gongkai.measures.deadlines`.
    """
    own = [limit for limit in limits if limit.type == case_type]
    general = [limit for limit in limits if limit.type == ""]
    return max(own or general, key=lambda limit: deadline(received, limit, calendar).day, default=None)


def deadline(received: date, limit: TimeLimit, calendar: Calendar) -> Deadline:
    """The last day in time of what was received on `received`, as `gongkai.measures.deadlines` judges it.

    The day of receipt does not count (民法典 第二百零一条). Calendar days rest on no schedule: never provisional.
    """
    if limit.span is DaySpan.WORKING:
        return calendar.add(received, limit.days)
    return Deadline(received + timedelta(days=limit.days), provisional=False)


def explain(
    received: date, limit: TimeLimit, calendar: Calendar, reasons: Mapping[date, str] = NO_REASONS
) -> Path:
    """Every day from receipt to deadline: as many are numbered as the limit has days, the deadline last.

    `reasons` are the office's own for its local days (`local_reasons`).
    """
    due, provisional = deadline(received, limit, calendar)
    first = PathDay(received, None, FIRST_DAY)
    after = tuple(_counted(received + A_DAY, due, limit.span, calendar, reasons))
    return Path(due, (first, *after), provisional, limit.days)


def explain_window(
    start: date, end: date, today: date, calendar: Calendar, reasons: Mapping[date, str] = NO_REASONS
) -> Path:
    """Every day of a window that is owed something by its end: the working days left after `today` are
    numbered, so the last number is how many are left; `total` is the working days of the whole window."""
    left = max(start, today + A_DAY)
    before = (
        PathDay(day.day, None, _why(day.day, calendar, reasons))
        for day in calendar.days(start, min(end, left - A_DAY))
    )
    days = (*before, *_counted(left, end, DaySpan.WORKING, calendar, reasons))
    total, provisional = calendar.count(start, end)
    return Path(end, days, provisional, total)


def local_reasons(office: Office) -> dict[date, str]:
    """Why the office works or rests on days of its own."""
    return {date.fromisoformat(day.day): day.reason for day in office.rules.local_days if day.reason}


def month_grid(path: Path) -> tuple[tuple[PathDay | None, ...], ...]:
    """The path as weeks of seven from Monday on, for a table; None where the path has no day."""
    blank = path.days[0].day.weekday() if path.days else 0
    cells: list[PathDay | None] = [None] * blank
    cells.extend(path.days)
    cells.extend([None] * (-len(cells) % A_WEEK))
    return tuple(tuple(cells[at : at + A_WEEK]) for at in range(0, len(cells), A_WEEK))


def _counted(
    start: date, end: date, span: DaySpan, calendar: Calendar, reasons: Mapping[date, str]
) -> Iterator[PathDay]:
    number = 0
    for day in calendar.days(start, end):
        every = span is DaySpan.CALENDAR
        counts = every or day.working
        number += counts
        why = EVERY_DAY if every else _why(day.day, calendar, reasons)
        yield PathDay(day.day, number if counts else None, why)


def _why(day: date, calendar: Calendar, reasons: Mapping[date, str]) -> str:
    """国庆节假期; with the office's own reason 地方调整放假（防汛）."""
    reason = reasons.get(day)
    return f"{calendar.why(day)}（{reason}）" if reason else calendar.why(day)

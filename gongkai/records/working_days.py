"""A year of an office's working days: every day with why it is worked or not, month by month."""

from calendar import Calendar as Weeks
from dataclasses import dataclass
from datetime import date

from gongkai.records import calendars
from gongkai.records.models import Office


@dataclass(frozen=True)
class Day:
    """`mark` is what a small calendar prints beside the number: 班 or 休 where the day is out of the
    ordinary; `why` says of what kind it is; `local` that the office arranged it so itself."""

    day: date
    working: bool
    mark: str
    why: str
    local: bool


@dataclass(frozen=True)
class Month:
    """Weeks from Monday; a day outside the month is None."""

    number: int
    weeks: tuple[tuple[Day | None, ...], ...]
    working: int


@dataclass(frozen=True)
class Year:
    """`provisional`: the State Council's schedule for it is not known."""

    year: int
    months: tuple[Month, ...]
    provisional: bool

    @property
    def quarters(self) -> list[tuple[int, int]]:
        """(quarter, working days)."""
        return [(n + 1, sum(month.working for month in self.months[3 * n : 3 * n + 3])) for n in range(4)]

    @property
    def working(self) -> int:
        """Working days of the year."""
        return sum(month.working for month in self.months)

    @property
    def runs(self) -> list[tuple[str, date, date]]:
        """(why, first, last) of the days out of the ordinary: each holiday and each make-up day."""
        found: list[tuple[str, date, date]] = []
        for day in (day for month in self.months for week in month.weeks for day in week if day and day.mark):
            if found and found[-1][0] == day.why and (day.day - found[-1][2]).days == 1:
                found[-1] = (day.why, found[-1][1], day.day)
            else:
                found.append((day.why, day.day, day.day))
        return found


def year(office: Office, number: int) -> Year:
    """A year of the office's calendar."""
    calendar, reasons = calendars.of(office), calendars.reasons(office)

    def made(day: date) -> Day:
        working, why = calendar.is_working(day), calendar.why(day)
        local = day in reasons
        out = local or (why not in ("工作日", "周末") and calendar.announced(number))
        mark = ("班" if working else "休") if out else ""
        return Day(day, working, mark, f"{why}（{reasons[day]}）" if local else why, local)

    months = []
    for month in range(1, 13):
        weeks = tuple(
            tuple(made(day) if day.month == month else None for day in week)
            for week in Weeks().monthdatescalendar(number, month)
        )
        worked = sum(1 for week in weeks for day in week if day and day.working)
        months.append(Month(month, weeks, worked))
    return Year(number, tuple(months), not calendar.announced(number))

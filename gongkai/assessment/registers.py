"""The duties of a period as rows: what an office's pack asks, spelled out for an engine to join to the facts."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from typing import NamedTuple

from gongkai.measures.registers import (
    AccountRow,
    DayRow,
    DutyRow,
    LimitRow,
    MonthRow,
    OutletRow,
    PeriodRow,
    UnitRow,
    WindowRow,
)
from gongkai.office.pack import Account, Column, DaySpan, Filing, Office, Rules, TimeLimit
from gongkai.terms import Frequency, Period, Span
from gongkai.workdays import Calendar

MONTHS_IN_A_QUARTER = 3
A_YEAR = timedelta(days=366)


def build(office: Office, period: Period, calendar: Calendar) -> dict[str, list[NamedTuple]]:
    """Every register table of `gongkai.measures.registers` by kind, each in the order of the pack.

    The same office, period and calendar give the same rows. Raises TermError for a period code or a
    frequency that cannot be read, which a pack that was checked does not hold.
    """
    tables: dict[str, Iterator[NamedTuple]] = {
        "units": _units(office, period),
        "months": _months(period),
        "duties": _duties(office),
        "windows": column_windows(office, period),
        "accounts": _accounts(office, period, calendar),
        "outlets": _outlets(office),
        "limits": _limits(office),
        "days": _days(office, period, calendar),
        "period": iter([PeriodRow(period.start, period.end)]),
    }
    return {kind: list(rows) for kind, rows in tables.items()}


def calendar(office: Office) -> Calendar:
    """The statutory calendar with the office's own days laid over it."""
    return calendar_by(office.rules)


def calendar_by(rules: Rules) -> Calendar:
    """The same from the office's rules alone."""
    return Calendar.statutory({date.fromisoformat(day.day): day.working for day in rules.local_days})


def submission_quota(quarterly: int, period: Period) -> int:
    """Items due in `period` where a quarter owes `quarterly`: a month owes a third, part of a month its
    share by calendar days. What is left of an item is dropped: nobody owes part of one.

    24 a quarter are 8 a month, 48 in half a year, 1 in a week.
    """
    months = sum((_share_of_month(part) for part in period.months()), Fraction(0))
    return floor(Fraction(quarterly, MONTHS_IN_A_QUARTER) * months)


def posting_quota(office: Office, period: Period, calendar: Calendar) -> int:
    """Original posts due from an account in `period`: 1条/5工作日 is 12 in a quarter of 62 working days."""
    frequency = Frequency.parse(office.rules.posting)
    if frequency.span is Span.WORKING_DAY:
        return frequency.quota(calendar.count(period.start, period.end).days)
    return frequency.quota(period.days())


def account_quota(office: Office, account: Account, period: Period, calendar: Calendar) -> int | None:
    """Original posts due from one account, for the days of the period in which it existed; None for no duty.

    A cancelled account posts no more, and one opened without approval should not post at all.
    """
    lived = account_life(account, period)
    if lived is None or not account.posting or account.filing is not Filing.FILED:
        return None
    return posting_quota(office, lived, calendar)


def _share_of_month(part: Period) -> Fraction:
    """What part of its calendar month lies in `part`."""
    month = Period.parse(f"{part.start:%Y-%m}")
    return Fraction(part.days(), month.days())


def _units(office: Office, period: Period) -> Iterator[UnitRow]:
    rules = office.rules.submissions
    quota = submission_quota(rules.quota, period) if rules else None
    for place, unit in enumerate(office.units):
        yield UnitRow(unit.name, unit.group, place, quota if unit.ranked else None)


def _months(period: Period) -> Iterator[MonthRow]:
    return (MonthRow(month.code, month.start, month.end) for month in period.months())


def _duties(office: Office) -> Iterator[DutyRow]:
    for place, (column, unit, frequency) in enumerate(_kept(office)):
        yield DutyRow(column.name, unit, place, frequency)


def _kept(office: Office) -> Iterator[tuple[Column, str, str]]:
    """Every column with each of its responsible units and their frequency."""
    for column in office.columns:
        for duty in column.duties:
            yield from ((column, unit, duty.frequency) for unit in duty.units)


def column_windows(office: Office, period: Period) -> Iterator[WindowRow]:
    """Every window in which a duty is judged in `period`, in the order of the pack; exempt ones are left out."""
    # an office has thousands of duties and a handful of frequencies
    judged = {
        duty.frequency: tuple(Frequency.parse(duty.frequency).windows(period))
        for column in office.columns
        for duty in column.duties
    }
    for column, unit, frequency in _kept(office):
        for window, least in judged[frequency]:
            if not _exempt(column, unit, window):
                yield WindowRow(column.name, unit, window.code, window.start, window.end, least)


def _exempt(column: Column, unit: str, window: Period) -> bool:
    """A window is exempt when it lies whole in a period for which the unit was exempted."""
    exempted = (Period.parse(exemption.period) for exemption in column.exemptions if exemption.unit == unit)
    return any(window.start in period and window.end in period for period in exempted)


def _accounts(office: Office, period: Period, calendar: Calendar) -> Iterator[AccountRow]:
    """The accounts that existed in the period."""
    for place, account in enumerate(office.accounts):
        if account_life(account, period):
            quota = account_quota(office, account, period, calendar)
            yield AccountRow(account.key, account.platform, account.unit, place, quota, account.filing.value)


def account_life(account: Account, period: Period) -> Period | None:
    """The part of the period in which the account existed, None for no day of it."""
    start = max(period.start, date.fromisoformat(account.opened or str(period.start)))
    end = min(period.end, date.fromisoformat(account.cancelled or str(period.end)))
    return Period(start, end, period.kind, period.name) if start <= end else None


def _outlets(office: Office) -> Iterator[OutletRow]:
    return (OutletRow(outlet.name, outlet.level, outlet.own) for outlet in office.outlets)


def _limits(office: Office) -> Iterator[LimitRow]:
    for kind, limits in (("messages", office.rules.message_limits), ("orders", office.rules.orders.limits)):
        for limit in limits:
            yield LimitRow(kind, limit.type, limit.days, limit.span is DaySpan.WORKING)


def _days(office: Office, period: Period, calendar: Calendar) -> Iterator[DayRow]:
    """The calendar from a year before the period to a year after it, or as far as a time limit reaches."""
    limits: tuple[TimeLimit, ...] = (*office.rules.message_limits, *office.rules.orders.limits)
    longest = max((limit.days for limit in limits), default=0)
    last = max(period.end + A_YEAR, calendar.add(period.end, longest).day)
    return (DayRow(*day) for day in calendar.days(period.start - A_YEAR, last))

"""The register tables: what should be, as rows an engine can join to the facts.

`gongkai.assessment.registers` makes them from an Office, a Period and the calendar; the snapshot
keeps them beside the facts, so a figure made again years later meets the same duties.
"""

from datetime import date
from typing import NamedTuple


class UnitRow(NamedTuple):
    """A unit in register order; `quota` is the submissions due in the period, None for none."""

    unit: str
    group: str
    place: int
    quota: int | None


class MonthRow(NamedTuple):
    """A calendar month of the period: code 2021-10, first and last day."""

    month: str
    start: date
    end: date


class DutyRow(NamedTuple):
    """A column, a responsible unit and their place in the register; once for each duty."""

    column: str
    unit: str
    place: int
    frequency: str


class WindowRow(NamedTuple):
    """A window in which a duty is judged: at least `least` items from `start` to `end`."""

    column: str
    unit: str
    window: str
    start: date
    end: date
    least: int


class AccountRow(NamedTuple):
    """An account; `quota` None where no posting duty applies. `filing` as in the pack."""

    account: str
    platform: str
    unit: str
    place: int
    quota: int | None
    filing: str


class OutletRow(NamedTuple):
    """An outlet; `own` for the office's own web site."""

    outlet: str
    level: str
    own: bool


class LimitRow(NamedTuple):
    """A time limit for `kind` messages or orders of `type` ("" for the rest), in working or calendar days."""

    kind: str
    type: str
    days: int
    working: bool


class DayRow(NamedTuple):
    """A day of the calendar; `number` working days have passed up to and including it."""

    day: date
    number: int
    working: bool


class PeriodRow(NamedTuple):
    start: date
    end: date


REGISTERS: dict[str, type] = {
    "units": UnitRow,
    "months": MonthRow,
    "duties": DutyRow,
    "windows": WindowRow,
    "accounts": AccountRow,
    "outlets": OutletRow,
    "limits": LimitRow,
    "days": DayRow,
    "period": PeriodRow,
}

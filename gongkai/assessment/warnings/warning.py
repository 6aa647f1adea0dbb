"""What an early warning is, how urgent, and the day it is seen from."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from gongkai.assessment import registers
from gongkai.office.pack import Office, TimeLimit
from gongkai.terms import Period
from gongkai.workdays import Calendar, Count


class State(StrEnum):
    """How urgent a warning is, most urgent first; the value is the label.

    UNREAD is nobody's fault yet: about this duty nothing was handed in, so that it cannot be judged.
    """

    LATE = "已逾期"
    DUE = "即将到期"
    COMING = "近期到期"
    UNREAD = "待报数据"


class EarlyWarning(NamedTuple):
    """A duty that is about to be missed, or was.

    `kind` is the kind of facts (columns, posts, submissions, messages, orders), `subject` the column, the
    account or the number of the case. `missing` items are owed by `due`; of an UNREAD warning it is the
    number of duties that cannot be judged, and `unit` is "" where that is so of every unit.
    `working_days_left` after today, below 0 once late. `since` begins the way to `due`: the day of receipt
    or of the last post with its `limit`, else the first day of the window. `window` is the Period code of
    a column's window. `provisional`: a year on the way is not announced yet.
    """

    kind: str
    unit: str
    subject: str
    state: State
    due: date
    working_days_left: int
    missing: int
    text: str
    provisional: bool
    since: date
    limit: TimeLimit | None = None
    window: str = ""


class Thresholds(NamedTuple):
    """From how many working days left a duty is DUE and COMING; `grace` is by how many working days a unit's
    submissions may lag behind an even pace without a word."""

    due: int = 3
    coming: int = 10
    grace: int = 5


USUAL = Thresholds()


@dataclass(frozen=True)
class Scene:
    """A period of an office seen on one day in it."""

    office: Office
    period: Period
    today: date
    thresholds: Thresholds = USUAL

    @cached_property
    def calendar(self) -> Calendar:
        return registers.calendar(self.office)

    @property
    def yesterday(self) -> date:
        return self.today - timedelta(days=1)

    @cached_property
    def _counted(self) -> dict[date, Count]:
        """What was counted already: thousands of duties end on a handful of days."""
        return {}

    def count(self, due: date) -> Count:
        """Working days after today up to `due`, below 0 when it has passed."""
        if due not in self._counted:
            self._counted[due] = self.calendar.between(self.today, due)
        return self._counted[due]

    def left(self, due: date) -> int:
        """`count` as a number."""
        return self.count(due).days

    def state(self, due: date) -> State | None:
        """How urgent a duty with that last day is; None for not yet. On its last day nothing is late."""
        left = self.left(due)
        if due < self.today:
            return State.LATE
        if left <= self.thresholds.due:
            return State.DUE
        return State.COMING if left <= self.thresholds.coming else None

    def warning(
        self,
        kind: str,
        unit: str,
        subject: str,
        *,
        state: State,
        due: date,
        missing: int,
        text: str,
        since: date,
        limit: TimeLimit | None = None,
        window: str = "",
        provisional: bool | None = None,
    ) -> EarlyWarning:
        """A warning with what the calendar says of its last day."""
        left = self.count(due)
        moves = left.provisional if provisional is None else provisional
        return EarlyWarning(
            kind, unit, subject, state, due, left.days, missing, text, moves, since, limit, window
        )

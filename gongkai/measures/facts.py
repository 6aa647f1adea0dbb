"""The fact tables: what happened, one row a fact, as sources write and measures read it.

Each kind is a NamedTuple; its annotations are the schema of the table in the database, in the
snapshot and in the engine. An office that keeps only counts is welcome: `quantity` says how many
and `precision` how exactly `day` is known.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Precision(StrEnum):
    """How exactly a fact's day is known; a count of a month stands on the month's last day."""

    DAY = "day"
    MONTH = "month"
    PERIOD = "period"


class Outcome(StrEnum):
    """How a message or work order stands at the end of the period.

    BY_DATES leaves it to the measure, which compares `closed` with `due`. LATE_OPEN is overdue and
    still open; OPEN is open and not yet due.
    """

    BY_DATES = ""
    ON_TIME = "on_time"
    LATE = "late"
    LATE_OPEN = "late_open"
    OPEN = "open"
    WITHDRAWN = "withdrawn"


class Submission(NamedTuple):
    """信息报送: items a unit submitted; `late` of them after the deadline (迟报)."""

    unit: str
    day: date
    precision: str
    quantity: int
    title: str
    late: int
    key: str
    sheet: str
    row: int


class Adoption(NamedTuple):
    """采用: items of a unit that an outlet took."""

    unit: str
    day: date
    precision: str
    quantity: int
    outlet: str
    title: str
    key: str
    sheet: str
    row: int


class ColumnUpdate(NamedTuple):
    """栏目更新: items published in a website column by a responsible unit."""

    unit: str
    day: date
    precision: str
    quantity: int
    column: str
    title: str
    key: str
    sheet: str
    row: int


class Message(NamedTuple):
    """网民留言、信箱来信、舆情: received on `day`, due, closed, and how it ended."""

    unit: str
    day: date
    precision: str
    quantity: int
    number: str
    type: str
    due: date | None
    closed: date | None
    outcome: str
    key: str
    sheet: str
    row: int


class WorkOrder(NamedTuple):
    """12345工单: received on `day`. `redone` and `returned` count among `quantity`; `satisfied` and
    `dissatisfied` count valid callbacks."""

    unit: str
    day: date
    precision: str
    quantity: int
    number: str
    type: str
    due: date | None
    closed: date | None
    outcome: str
    redone: int
    returned: int
    satisfied: int
    dissatisfied: int
    key: str
    sheet: str
    row: int


class Post(NamedTuple):
    """政务新媒体发文: posts of the account `account` (name·platform); `original` of them original."""

    unit: str
    day: date
    precision: str
    quantity: int
    account: str
    title: str
    original: int
    key: str
    sheet: str
    row: int


class Adjustment(NamedTuple):
    """人工加减分: points a person enters for a unit and a scheme item. `points` is a decimal in text."""

    unit: str
    day: date
    precision: str
    quantity: int
    item: str
    points: str
    reason: str
    person: str
    evidence: str
    key: str
    sheet: str
    row: int


Fact = Submission | Adoption | ColumnUpdate | Message | WorkOrder | Post | Adjustment

FACTS: dict[str, type[Fact]] = {
    "submissions": Submission,
    "adoptions": Adoption,
    "columns": ColumnUpdate,
    "messages": Message,
    "orders": WorkOrder,
    "posts": Post,
    "adjustments": Adjustment,
}
"""Kind → fact table. The same word names the kind on each floor."""

KIND_LABELS = {
    "submissions": "信息报送",
    "adoptions": "信息采用",
    "columns": "栏目更新",
    "messages": "网民留言",
    "orders": "12345工单",
    "posts": "政务新媒体",
    "adjustments": "人工加减分",
}

SUBJECTS = {"adoptions": "outlet", "columns": "column", "posts": "account"}
"""Kind → the field a fact is about, where it is not about its unit as a whole."""

"""Items as a page shows them: days left in working days, the columns of the board, the words for a state."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from gongkai.records.models import Rectification
from gongkai.workdays import Calendar
from gongkai.workflows.rectification import WITH_UNIT, State

SOON = 3
"""Working days left from which an item is marked as due soon."""
AFTER = {
    State.SUBMITTED: "等待办公室审核",
    State.ACCEPTED: "等待复核销号",
    State.CLOSED: "已销号",
    State.CANCELLED: "已撤销",
}
"""What is said instead of days left once the unit owes nothing."""


@dataclass(frozen=True)
class Left:
    """How an item stands against its deadline: the words and a mark (late, soon, ok, quiet)."""

    text: str
    mark: str = "quiet"


@dataclass(frozen=True)
class Card:
    """An item on the board."""

    href: str
    unit: str
    title: str
    state: str
    period: str
    deadline: date
    left: Left | None
    reminded: bool
    handed: bool


@dataclass(frozen=True)
class Lane:
    """A column of the board: whose turn it is. `more` leads to the list where not all are shown;
    `mixed` lanes hold several states, so that each card says its own."""

    title: str
    hint: str
    count: int
    cards: Sequence[Card]
    more: str = ""
    mixed: bool = False

    @property
    def rest(self) -> int:
        """How many are not shown."""
        return self.count - len(self.cards)


def title(kind: str, item: str) -> str:
    """栏目更新不达标：年度工作要点."""
    return f"{kind}：{item}" if item else kind


def left(state: str, deadline: date, today: date, calendar: Calendar) -> Left:
    """还有5个工作日, 今天到期, 已逾期3个工作日 while the unit owes its report; whose turn it is after."""
    if state not in WITH_UNIT:
        return Left(AFTER[State(state)])
    if today > deadline:
        days = calendar.between(deadline, today).days
        return Left(f"已逾期{days}个工作日" if days else "已逾期", "late")
    if today == deadline:
        return Left("今天到期", "soon")
    days = calendar.between(today, deadline).days
    text = f"还有{days}个工作日" if days else "到期前已无工作日"
    return Left(text, "soon" if days <= SOON else "ok")


def card(item: Rectification, office: str, today: date, calendar: Calendar) -> Card:
    """An item for the board, where the lane says already whose turn it is."""
    owed = item.state in WITH_UNIT
    return Card(
        href=reverse("rectification", args=[office, item.number]),
        unit=item.unit,
        title=title(item.kind, item.item),
        state=State(item.state).label,
        period=item.period,
        deadline=item.deadline,
        left=left(item.state, item.deadline, today, calendar) if owed else None,
        reminded=item.reminded_at is not None,
        handed=item.supervised_at is not None,
    )


def choices(values: Iterable[str]) -> list[tuple[str, str]]:
    """Values that are their own labels."""
    return [(value, value) for value in values]

"""A card of the first page: something that is so, a few lines of it, and where it goes on."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from gongkai.web.gate import OfficeRequest
from gongkai.workflows.roles import OFFICE_ROLES

LINES = 6
"""Lines on a card; the page it leads to has all of them."""


class Place(Enum):
    """Where on the page a card stands; the value is the heading."""

    MINE = "待我办理"
    OTHERS = "等待他人办理"
    STANDING = "本期情况"


def place_of(request: OfficeRequest, *, mine: bool) -> Place:
    """Where something open stands: what is not one's own is waited for by the office, and only news to others."""
    if mine:
        return Place.MINE
    return Place.OTHERS if request.actor.roles & OFFICE_ROLES or request.own_unit else Place.STANDING


class Line(NamedTuple):
    """One line: what, where it leads, a word of state with its mark, and a quiet note after it."""

    text: str
    href: str = ""
    state: str = ""
    mark: str = ""
    note: str = ""


class Link(NamedTuple):
    """Where a card goes on."""

    label: str
    href: str


class Bar(NamedTuple):
    """A part of a whole as a bar: `text` are both in words, `rate` the percentage; `behind` says that it lags."""

    label: str
    done: int
    due: int
    text: str
    rate: str
    behind: bool = False


@dataclass(frozen=True)
class Table:
    """A small table: its caption, heads and rows; the first cell of a row names it."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True)
class Card:
    """`count` stands beside the title; `lines` are those shown, `more` how many are not. A `wide` card takes the whole width; with `dialogs` its lines open over the page."""

    place: Place
    title: str
    icon: str
    lines: tuple[Line, ...] = ()
    count: int | None = None
    links: tuple[Link, ...] = ()
    note: str = ""
    bars: tuple[Bar, ...] = ()
    wide: bool = False
    dialogs: bool = False
    table: Table | None = None

    @property
    def more(self) -> int:
        """How many lines are on the page it leads to only."""
        return max(0, (self.count or 0) - len(self.lines))

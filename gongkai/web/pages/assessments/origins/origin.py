"""What the page of a figure says, whatever the figure is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from gongkai.assessment.result import Assessment
from gongkai.measures.figures import Figure
from gongkai.measures.registry import MEASURES
from gongkai.notice.figures import Figures, Scope
from gongkai.office.pack import Office
from gongkai.terms import Period, Rate
from gongkai.web.listing import Cell
from gongkai.web.pages.assessments import links


@dataclass(frozen=True)
class Asked:
    """What the address asks for; no units mean every unit, as in a binding."""

    measure: str
    units: tuple[str, ...] = ()
    item: str = ""
    window: str = ""

    @property
    def scope(self) -> Scope:
        return Scope(self.units or None, self.item, self.window)


@dataclass(frozen=True)
class Material:
    """What an answer is made from: the assessment a person may see, the pack it was made with, the
    assessment of the period before where they may see that too."""

    office: Office
    period: Period
    content: Assessment
    previous: Assessment | None = None

    @cached_property
    def figures(self) -> Figures:
        return Figures(self.content)

    def link(self, measure: str, unit: str | Sequence[str] = (), item: str = "", window: str = "") -> str:
        """The page of another figure of the same assessment."""
        units = (unit,) if isinstance(unit, str) else unit
        return links.figure(self.office.key, self.period, measure, units, item, window)

    def scorecard(self, unit: str) -> str:
        return links.scorecard(self.office.key, self.period, unit)

    def rate(self, measure: str, numerator: int, denominator: int) -> Rate:
        """A rate with the digits that the office prints it with."""
        orders = self.office.rules.orders
        if measure.startswith("orders."):
            return Rate(numerator, denominator, orders.places, orders.rounding)
        return Rate(numerator, denominator)

    def shown(self, figure: Figure) -> str:
        """A figure as printed: 8条, 90.9%（20/22）."""
        if figure.value is None:
            rate = self.rate(figure.measure, figure.numerator or 0, figure.denominator or 0)
            return f"{rate}（{rate.numerator}/{rate.denominator}）"
        return f"{figure.value}{MEASURES[figure.measure].counter}"


def due_text(number: int | None) -> str:
    """A number that may be missing, as a cell shows it."""
    return "" if number is None else str(number)


@dataclass(frozen=True)
class Parts:
    """A table of what a figure is made of; `heads` are (label, kind) of its columns."""

    title: str
    heads: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Cell, ...], ...]

    def body(self) -> list[list[tuple[str, Cell]]]:
        """(kind, cell) of each cell, as a list shows them."""
        return [[(kind, cell) for (_, kind), cell in zip(self.heads, row, strict=True)] for row in self.rows]


@dataclass(frozen=True)
class Origin:
    """Where a figure comes from. `value` as printed; `how` sentences on rule and duty; `facts` the figure
    whose facts are listed, None where it has none of its own, and then `none` says why."""

    title: str
    value: str
    meaning: str = ""
    how: tuple[str, ...] = ()
    parts: tuple[Parts, ...] = field(default=())
    facts: Figure | None = None
    none: str = ""

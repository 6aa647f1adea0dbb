"""A picture as data: an Apache ECharts option, and beside it the table of the same numbers."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

Spec = dict[str, Any]
"""An ECharts option of plain JSON values: no functions, no HTML."""

Value = str | int | Decimal | None
"""A cell of a table; None is printed —."""

NARROWEST = 320
"""Pixels every picture can be squeezed to unless it says otherwise."""


class TableColumn(NamedTuple):
    """A column of a chart's table; with `number` it is set flush right."""

    label: str
    number: bool = False


class ChartTable(NamedTuple):
    """The numbers of a picture, a row for each thing it shows, in the order it shows them."""

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True)
class Chart:
    """A picture with its title, its table and a sentence or two on how to read it.

    `height` is in px and grows with the rows. Narrower than `least_width` px the page should scroll the
    picture rather than squeeze it. Text in the spec is drawn as it is, never parsed as HTML.
    """

    title: str
    spec: Spec
    table: ChartTable
    note: str
    height: int
    least_width: int = NARROWEST

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw; `note` then says why."""
        return not self.table.rows


def plain(number: Decimal | int) -> int | float:
    """A number as JSON writes it: 2, -0.5."""
    exact = Decimal(number)
    return int(exact) if exact == exact.to_integral_value() else float(exact)

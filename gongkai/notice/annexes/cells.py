"""Cells of annex tables: every number bound to the figure it shows."""

from collections.abc import Sequence
from decimal import Decimal

from gongkai.notice import wording
from gongkai.notice.plan import Align, Binding, Cell, TableColumn
from gongkai.terms import Rate

Row = tuple[Cell, ...]
BLANK = Cell("")


def column(*header: str, width: float = 1.0, align: Align = Align.CENTER) -> TableColumn:
    """A leaf column by its header path from the top."""
    return TableColumn(header, width, align)


def text(words: str, binding: Binding | None = None, *, flagged: bool = False) -> Cell:
    return Cell(words, None, binding, flagged)


def unit(name: str, *, flagged: bool = False) -> Cell:
    """The cell that names the unit of a row; the cross-check holds the row's figures to it."""
    return Cell(name, None, Binding("unit", name, (name,)), flagged)


def serial(number: int) -> Cell:
    """序号: a number of the page, not a figure."""
    return Cell(str(number), number)


def count(value: int | None, binding: Binding, *, flagged: bool = False, blank_zero: bool = False) -> Cell:
    """A count; blank where it is unknown or, with `blank_zero`, where it is 0."""
    if value is None or (blank_zero and value == 0):
        return Cell("", None, binding if value is not None else None, flagged)
    return Cell(wording.count(value), value, binding, flagged)


def figure(
    measure: str,
    value: int | None,
    unit_name: str,
    item: str = "",
    window: str = "",
    *,
    flagged: bool = False,
    blank_zero: bool = False,
) -> Cell:
    """A count of one unit."""
    binding = Binding(measure, str(value), (unit_name,), item, window)
    return count(value, binding, flagged=flagged, blank_zero=blank_zero)


def score(value: Decimal | None, binding: Binding) -> Cell:
    """Points as published: -8, 0.5; blank where nothing was judged."""
    if value is None:
        return BLANK
    number = int(value) if value == value.to_integral_value() else float(value)
    return Cell(f"{value:f}", number, binding)


def share(rate: Rate, measure: str, units: Sequence[str], *, flagged: bool = False) -> Cell:
    """A percentage as text; its binding keeps the parts."""
    parts = f"{rate.numerator}/{rate.denominator}"
    return Cell(wording.rate(rate), None, Binding(measure, parts, tuple(units)), flagged)


def totals(columns: Sequence[TableColumn], rows: Sequence[Row], label: str = "合计") -> Row:
    """The totals row: the label in the first column, the sum in each column that holds counts.

    A column without a bound count (names, frequencies, serial numbers, percentages) stays blank; its
    sum covers the units of its rows.
    """
    if not rows:
        return ()
    sums = [_total([row[place] for row in rows]) for place in range(len(columns))]
    return (Cell(label), *sums[1:])


def _total(cells: Sequence[Cell]) -> Cell:
    shown = [cell.binding for cell in cells if cell.binding and cell.binding.value.isdecimal()]
    if not shown or any(binding.measure.startswith(("unit", "account.")) for binding in shown):
        return BLANK
    value = sum(int(binding.value) for binding in shown)
    units = tuple(dict.fromkeys(unit_name for binding in shown for unit_name in binding.units))
    windows = {binding.window for binding in shown}
    binding = Binding(shown[0].measure, str(value), units, window=windows.pop() if len(windows) == 1 else "")
    return Cell(wording.count(value), value, binding)

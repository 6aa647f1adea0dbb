"""One wrong cell makes its row and its column disagree: where another value settles both, that cell alone is told."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import Cell
from gongkai.proofreading.figures.reading.grid import Grid, RowKind
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.hits import Hit, Level, Span

MOST = 12
"""Cells of a table that are tried."""
Check = Callable[[Iterable[Grid]], Iterator[Hit]]
Place = tuple[int, int]


def settled(grid: Grid, checks: Sequence[Check]) -> list[Hit]:
    """What `checks` find in a table; findings of a row and its column make one of the cell that explains them."""
    hits = [hit for check in checks for hit in check([grid])]
    if len({hit.kind for hit in hits}) < 2:
        return hits
    places, known, told = _places(grid), {hit.key for hit in hits}, []
    totals = [each for each in hits if each.kind == Kind.COLUMN_TOTAL]
    tried = ((each, *suspect) for each in totals for suspect in _suspects(grid, places, hits, each))
    for total, cell, value in islice(tried, MOST):
        mended = _mended(grid, cell, value)
        kept = {each.key for check in checks for each in check([mended])}
        explained = [each for each in hits if each.key not in kept]
        place = grid.rows[cell[0]].cells[cell[1]].span
        others = [each for each in explained if each.kind != Kind.COLUMN_TOTAL]
        named = all(place in each.spans for each in others)  # else the relation itself is no longer seen
        if total in explained and len(explained) > 1 and kept <= known and named:
            hits = [each for each in hits if each.key in kept]
            told.append(_told(grid, cell, value, explained))
    return hits + told


def _places(grid: Grid) -> dict[Span, Place]:
    return {cell.span: (y, x) for y, row in enumerate(grid.rows) for x, cell in enumerate(row.cells)}


def _suspects(
    grid: Grid, places: dict[Span, Place], hits: Sequence[Hit], total: Hit
) -> Iterator[tuple[Place, Decimal]]:
    """The total and the cells of its column that another finding names, with the value that would make it right."""
    at = places.get(total.spans[0])
    printed = grid.rows[at[0]].cells[at[1]].amount if at else None
    if at is None or printed is None or grid.rows[at[0]].kind is not RowKind.TOTAL:
        return
    yield at, grid.columns.sums[at[1]]
    missing = printed.value - grid.columns.sums[at[1]]
    others = (each for each in hits if each.kind != Kind.COLUMN_TOTAL)
    named = [place for each in others for span in each.spans if (place := places.get(span))]
    for row, column in dict.fromkeys(named):
        amount = grid.rows[row].cells[column].amount
        if column == at[1] and amount and grid.rows[row].kind is RowKind.BODY:
            yield (row, column), amount.value + missing


def _mended(grid: Grid, place: Place, value: Decimal) -> Grid:
    """The table with another value in one cell."""
    row = grid.rows[place[0]]
    cells = list(row.cells)
    cells[place[1]] = _with(cells[place[1]], value)
    rows = list(grid.rows)
    rows[place[0]] = row._replace(cells=tuple(cells))
    return replace(grid, rows=tuple(rows))


def _with(cell: Cell, value: Decimal) -> Cell:
    amount = cell.amount._replace(value=value) if cell.amount else None
    return cell._replace(text=written(value), amount=amount)


def _told(grid: Grid, place: Place, value: Decimal, explained: Sequence[Hit]) -> Hit:
    row, cell = grid.rows[place[0]], grid.rows[place[0]].cells[place[1]]
    label = grid.columns.label_of(row) or "合计"
    others = "、".join(dict.fromkeys(each.found for each in explained if each.found != cell.text))
    reason = (
        f"{grid.called}“{label}”一行“{grid.columns.name(place[1])}”{cell.text}与本行、本列的其他数字"
        f"{f'（{others}）' if others else ''}都不符，"
        f"改为{written(value)}则各处相符"
    )
    level = Level.ERROR if all(each.level is Level.ERROR for each in explained) else Level.DOUBT
    spans = [span for each in explained for span in each.spans]
    kind = Kind.COLUMN_TOTAL if row.kind is RowKind.TOTAL else Kind.RELATION
    return hit(kind, level, cell.text, reason, cell.span, *spans, suggestion=written(value))

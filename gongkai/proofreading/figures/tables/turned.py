"""Tables whose rows are quantities and whose columns are units: 任务数, 完成数, 完成率 row by row."""

from collections.abc import Iterable, Iterator

from gongkai.proofreading.figures.reading.cells import Cell
from gongkai.proofreading.figures.reading.grid import Grid, Header, Row, RowKind
from gongkai.proofreading.figures.tables import table_rates
from gongkai.proofreading.hits import Hit, Level

LEAST, MOST = 3, 12
"""Rows and columns of units that a table must have, and rows that it may have."""


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """Rates in a row that its other rows do not make as they do in most columns; a doubt at most."""
    for grid in grids:
        if turned := _turned(grid):
            for hit in table_rates.check([turned]):
                yield hit._replace(level=max(hit.level, Level.DOUBT, key=list(Level).index))


def _turned(grid: Grid) -> Grid | None:
    """The table with its columns as rows; None where its rows do not tell what their numbers are."""
    columns = grid.columns
    label, units = columns.label, [place for place in columns.numeric if not columns.is_rate(place)]
    rows = list(grid.rows)  # a row of rates is not of the body
    names = [row.cells[label].text for row in rows] if label is not None else []
    if label is None or not LEAST <= len(rows) <= MOST or len(units) < LEAST or len(set(names)) < len(names):
        return None
    rates = [name for name in names if name.endswith(("率", "占比", "比例", "（%）"))]
    if not rates or len(rates) == len(names):
        return None
    headers = [
        grid.headers[label],
        *(Header(row.cells[label].text, "", row.cells[label].span) for row in rows),
    ]
    turned = [
        Row(RowKind.BODY, (_named(grid, place), *(row.cells[place] for row in rows))) for place in units
    ]
    return Grid(grid.title, grid.title_span, grid.annex, tuple(headers), tuple(turned), grid.whole, grid.unit)


def _named(grid: Grid, place: int) -> Cell:
    """A column's name as the cell that names its row."""
    header = grid.headers[place]
    span = header.span or grid.rows[0].cells[place].span
    return Cell(header.name, span, None)

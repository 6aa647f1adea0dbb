"""A table of the plan as it stands on paper: merged header cells, two halves side by side, sizes.
Both renderers of pages draw the same grid."""

from dataclasses import dataclass, replace
from itertools import groupby

from gongkai.notice import layout
from gongkai.notice.fitting import Fit, copies, fit, lines_in, longest
from gongkai.notice.plan import Align, AnnexPage, Cell, Table, TableColumn
from gongkai.notice.typesetting import printable, width


@dataclass(frozen=True)
class HeaderCell:
    """A header cell and the rows and columns it spans, counted from 0."""

    text: str
    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True)
class GridCell:
    """A body cell as printed; `bold` in a totals row or where flagged, `shaded` where flagged."""

    text: str
    align: Align
    bold: bool
    shaded: bool


Rows = tuple[tuple[GridCell, ...], ...]


@dataclass(frozen=True)
class Grid:
    """A table ready to draw: `widths` in mm; type `size` and the height of a one-line row in points."""

    header: tuple[HeaderCell, ...]
    depth: int
    rows: Rows
    widths: tuple[float, ...]
    size: float
    row_height: float

    @property
    def air(self) -> float:
        """Points above and below the text of a cell."""
        return (self.row_height - self.size * layout.TABLE_LINE) / 2


def grids(annex: AnnexPage) -> tuple[Grid, ...]:
    """The grid of an annex; one a page where a table of two halves is longer than a page, so that each
    page is read down its left half and then down its right.

    Raises ValueError where a row has not one cell for each column.
    """
    found = fit(annex)
    header = _header(annex, found)
    depth = max(len(column.header) for column in annex.table.columns)
    rows = _body(annex.table)
    parts = [rows] if copies(annex) == 1 else [_side_by_side(part) for part in _pages(found, rows)]
    widths = found.widths * copies(annex)
    return tuple(Grid(header, depth, part, widths, found.size, found.row_height) for part in parts)


def header_cells(columns: tuple[TableColumn, ...]) -> tuple[HeaderCell, ...]:
    """Header cells row by row: neighbours under the same path join, a short path reaches down."""
    depth = max(len(column.header) for column in columns)
    cells = []
    for row in range(depth):
        for key, group in groupby(range(len(columns)), key=lambda place: _span_key(columns, place, row)):
            span = list(group)
            path = columns[span[0]].header
            if key is not None:
                down = depth - row if row == len(path) - 1 else 1
                cells.append(HeaderCell(printable(path[row]), row, span[0], down, len(span)))
    return tuple(cells)


def _span_key(columns: tuple[TableColumn, ...], place: int, row: int) -> tuple[object, ...] | None:
    """Equal for neighbours that share a header cell in `row`; None where a cell above reaches down."""
    path = columns[place].header
    if row >= len(path):
        return None
    leaf = row == len(path) - 1
    return (path[: row + 1], place if leaf else None)


def _header(annex: AnnexPage, found: Fit) -> tuple[HeaderCell, ...]:
    cells = tuple(
        replace(
            cell,
            text=_parted(cell.text, sum(found.widths[cell.column : cell.column + cell.columns]), found.size),
        )
        for cell in header_cells(annex.table.columns)
    )
    shift = len(annex.table.columns)
    return cells + tuple(
        replace(cell, column=cell.column + shift * copy) for copy in range(1, copies(annex)) for cell in cells
    )


def _parted(text: str, room: float, size: float) -> str:
    """A header too wide for its column, in lines of nearly equal width: 按期 over 办结率, not 按期办结 over 率."""
    count = lines_in(text, room, size)
    if "\n" in text or count == 1:
        return text
    each = longest(text) / count
    lines: list[str] = []
    line = ""
    for character in text:
        if width(line + character) > each + 0.5 and len(lines) < count - 1:
            lines.append(line)
            line = ""
        line += character
    return "\n".join([*lines, line])


def _body(table: Table) -> Rows:
    rows = [_printed(table.columns, row, total=False) for row in table.rows]
    if table.totals:
        rows.append(_printed(table.columns, table.totals, total=True))
    return tuple(rows)


def _printed(columns: tuple[TableColumn, ...], row: tuple[Cell, ...], *, total: bool) -> tuple[GridCell, ...]:
    return tuple(
        GridCell(printable(cell.text), column.align, total or cell.flagged, cell.flagged)
        for column, cell in zip(columns, row, strict=True)
    )


def _pages(found: Fit, rows: Rows) -> list[Rows]:
    """Rows by the page, two to a line."""
    starts = [0, *range(2 * found.first, len(rows), 2 * found.later)]
    return [rows[start:end] for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)]


def _side_by_side(rows: Rows) -> Rows:
    """Down the left half, then down the right; the halves differ by one row at most."""
    if not rows:
        return rows
    half = -(-len(rows) // 2)
    blank = tuple(GridCell("", cell.align, False, False) for cell in rows[0])
    right = rows[half:] + (blank,) * (2 * half - len(rows))
    return tuple(a + b for a, b in zip(rows[:half], right, strict=True))

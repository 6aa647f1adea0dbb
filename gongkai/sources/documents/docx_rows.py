"""The rows of a .docx table as a full grid: spans across columns and rows are spelled out."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from gongkai.sources.documents.faults import too_much
from gongkai.sources.documents.limits import MOST_CELLS
from gongkai.sources.documents.xml import child, local, value

_AROUND = frozenset({"sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo"})
_MOST_COLUMNS = 200
_LONGEST_COUNT = 9


class Cell(NamedTuple):
    """One place of the grid. `element` is the `w:tc` that fills it, None for a place outside the row;
    `covered_by` is the row and column of the place that shows its text, (None, 0) for itself; `repeats` is true
    where the same `w:tc` was given before (a span across columns)."""

    element: Any
    covered_by: tuple[int | None, int] = (None, 0)
    repeats: bool = False


def grid(table: Any) -> list[list[Cell]]:
    """Row by row, every column. Raises DocumentError for a table of more places than a page can mean."""
    rows: list[list[Cell]] = []
    places = 0
    for number, row in enumerate(_inner(table, "tr")):
        rows.append(_row(row, number, rows))
        places += len(rows[-1])
        if places > MOST_CELLS:
            raise too_much(f"表格超过{MOST_CELLS // 10_000}万个单元格")
    return rows


def _row(row: Any, number: int, above: list[list[Cell]]) -> list[Cell]:
    cells: list[Cell] = [Cell(())] * _count(child(child(row, "trPr"), "gridBefore"), 0)
    for element in _inner(row, "tc"):
        properties = child(element, "tcPr")
        start = len(cells)
        merge = child(properties, "vMerge")
        covered: tuple[int | None, int] = (None, 0)
        if merge is not None and value(merge, "val") != "restart" and above and start < len(above[-1]):
            covered = _origin(above, start)
        cells.append(Cell(element, covered))
        shown = covered if covered[0] is not None else (number, start)
        for _ in range(_count(child(properties, "gridSpan"), 1) - 1):
            cells.append(Cell(element, shown, repeats=True))
    return cells


def _origin(above: list[list[Cell]], column: int) -> tuple[int | None, int]:
    """The place that shows the text of what stands over this column."""
    last = above[-1][column]
    return last.covered_by if last.covered_by[0] is not None else (len(above) - 1, column)


def _count(element: Any, default: int) -> int:
    text = "" if element is None else value(element, "val")
    return min(int(text[:_LONGEST_COUNT]), _MOST_COLUMNS) if text.isdecimal() else default


def _inner(holder: Any, wanted: str) -> Iterator[Any]:
    for element in holder:
        name = local(element)
        if name == wanted:
            yield element
        elif name in _AROUND:
            yield from _inner(element, wanted)

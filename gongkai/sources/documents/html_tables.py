"""The cells of an HTML table as a full grid: spans across columns and rows are spelled out."""

from collections.abc import Iterator
from typing import Any

_MOST_COLUMNS = 1_000
_MOST_PLACES = 1_000_000


def spread(table: Any) -> list[list[Any]]:
    """Row by row the `td` or `th` that stands in each column; rows of tables inside the table are not its own."""
    rows: list[list[Any]] = []
    reaching: dict[int, tuple[Any, int]] = {}  # column → the cell above, and for how many rows yet
    places = 0
    for row in _rows(table):
        line: list[Any] = []
        below: dict[int, tuple[Any, int]] = {}
        for cell in _cells(row):
            _reach(line, reaching, below)
            for _ in range(min(_span(cell, "colspan"), _MOST_COLUMNS - len(line))):
                below[len(line)] = (cell, _span(cell, "rowspan") - 1)
                line.append(cell)
        _reach(line, reaching, below)
        rows.append(line)
        reaching = {column: one for column, one in below.items() if one[1] > 0}
        places += len(line)
        if places > _MOST_PLACES:
            break
    return rows


def _reach(line: list[Any], reaching: dict[int, tuple[Any, int]], below: dict[int, tuple[Any, int]]) -> None:
    """Put in the cells that reach down to this row."""
    while len(line) in reaching:
        cell, left = reaching[len(line)]
        below[len(line)] = (cell, left - 1)
        line.append(cell)


def _span(cell: Any, key: str) -> int:
    text = cell.get(key, "1").strip()
    return max(1, min(int(text), _MOST_COLUMNS)) if text.isdecimal() and len(text) < 6 else 1


def _rows(table: Any) -> Iterator[Any]:
    for inner in table:
        if inner.tag == "tr":
            yield inner
        elif inner.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in inner if row.tag == "tr")


def _cells(row: Any) -> Iterator[Any]:
    return (cell for cell in row if cell.tag in {"td", "th"})

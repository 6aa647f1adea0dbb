"""One thing in two tables: a column of one name, or what was left (期末) and what was there before (期初); a row, be it
合计 of a part and one line of the summary. Where all agree but one, that one is told."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.evidence import digits
from gongkai.proofreading.figures.arithmetic.slips import is_slip
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import Cell
from gongkai.proofreading.figures.reading.concepts import periods
from gongkai.proofreading.figures.reading.grid import Grid, Row, RowKind
from gongkai.proofreading.hits import Hit, Level

TABLES, ROWS, COLUMNS, LEAST = 20, 200, 12, 2
"""Tables that are compared, rows and columns of one; and cells that must agree."""
FIGURES, SURE = 4, 6
"""Figures that those must have, so that it is no chance: in columns or rows of one name, and in rows of two."""
TOTAL = "合计"
_LEFT, _BEFORE = re.compile("期末|[年月季]末|结余|结转|结存"), re.compile("期初|[年月季]初|上[年月季期]")


class Series(NamedTuple):
    """A column by the names of its rows, or a row by those of its columns."""

    name: str
    cells: dict[str, Cell]
    grid: Grid


def check(grids: Sequence[Grid]) -> Iterator[Hit]:
    """A doubt for a value that another table has otherwise, where it has the others alike."""
    usable = [grid for grid in grids if grid.whole and len(grid.body) <= ROWS][:TABLES]
    columns = [(grid, list(_columns(grid))) for grid in usable]
    rows = [(grid, list(_rows(grid))) for grid in usable]
    for (one, first), (other, second) in combinations(columns, 2):
        alike = periods(one.title) == periods(other.title)
        for each, fellow in product(first, second):
            if (alike and each.name == fellow.name) or _goes_on(each.name, fellow.name):
                yield from _judged(each, fellow, FIGURES)
    for (one, first), (other, second) in combinations(rows, 2):
        if periods(one.title) == periods(other.title):
            for each, fellow in _paired(first, second):
                yield from _judged(each, fellow, FIGURES if each.name == fellow.name else SURE)


def _paired(first: Sequence[Series], second: Sequence[Series]) -> Iterator[tuple[Series, Series]]:
    """Rows of one name, and each total with the rows of the other table."""
    named = {each.name: each for each in second}
    for each in first:
        if each.name == TOTAL:
            yield from ((each, fellow) for fellow in second)
        elif each.name in named:
            yield each, named[each.name]
    totals = [each for each in second if each.name == TOTAL]
    yield from ((each, fellow) for each in first if each.name != TOTAL for fellow in totals)


def _goes_on(one: str, other: str) -> bool:
    """Whether what was left in one table is what was there before in the next."""
    return any(_LEFT.search(left) and _BEFORE.search(right) for left, right in ((one, other), (other, one)))


def _columns(grid: Grid) -> Iterator[Series]:
    """Those of numbers, by the names of the rows; none where rows share a name."""
    columns = grid.columns
    labels = [columns.label_of(row) for row in grid.body]
    if len(set(labels)) == len(labels) and all(labels):
        for place in [each for each in columns.numeric if each not in columns.ranks][:COLUMNS]:
            cells = [row.cells[place] for row in grid.body]
            yield Series(columns.name(place), dict(zip(labels, cells, strict=True)), grid)


def _rows(grid: Grid) -> Iterator[Series]:
    """Rows, and the total, by the names of the columns; none where columns share a name."""
    columns = grid.columns
    names = [columns.name(place) for place in columns.counts[:COLUMNS]]
    if len(set(names)) == len(names) > LEAST and all(names):
        for row in grid.rows:
            if row.kind in (RowKind.BODY, RowKind.TOTAL):
                cells = [row.cells[place] for place in columns.counts[:COLUMNS]]
                yield Series(_name(grid, row), dict(zip(names, cells, strict=True)), grid)


def _name(grid: Grid, row: Row) -> str:
    return TOTAL if row.kind is RowKind.TOTAL else grid.columns.label_of(row)


def _judged(one: Series, other: Series, figures: float) -> Iterator[Hit]:
    both = [label for label in one.cells if label in other.cells]
    apart = [label for label in both if _value(one.cells[label]) != _value(other.cells[label])]
    if len(apart) != 1 or len(both) <= LEAST or len(both) < max(len(one.cells), len(other.cells)) - 1:
        return
    alike = [one.cells[label].amount for label in both if label != apart[0]]
    told = sum(digits(each.value, each.step) for each in alike if each)
    earlier, later = one.cells[apart[0]], other.cells[apart[0]]
    if told >= figures and (one.name == other.name or _is_slip(earlier, later)):
        yield _disagree(one, other, apart[0])


def _is_slip(one: Cell, other: Cell) -> bool:
    if one.amount is None or other.amount is None:
        return False
    return is_slip(one.amount.value, other.amount.value, min(one.amount.step, other.amount.step))


def _disagree(one: Series, other: Series, label: str) -> Hit:
    earlier, later = one.cells[label], other.cells[label]
    called = one.name if one.name == other.name else f"{one.name}”与“{other.name}"
    reason = f"“{called}”的“{label}”在{one.grid.called}中为{earlier.text}，在{other.grid.called}中为{later.text}，其余各项相符"
    return hit(Kind.REPEATED, Level.DOUBT, later.text, reason, later.span, earlier.span)


def _value(cell: Cell) -> object:
    return cell.amount.value if cell.amount else cell.text

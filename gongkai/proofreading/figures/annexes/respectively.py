"""Units and their values told one list after the other against the table: 甲镇、乙镇、丙镇分别得95分、92分、88分."""

import re
from collections.abc import Iterable, Iterator, Sequence

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import Cell
from gongkai.proofreading.figures.reading.grid import Grid
from gongkai.proofreading.figures.reading.numerals import PATTERN, number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.units import is_same
from gongkai.proofreading.hits import Hit, Level

TABLES, ROWS, LEAST = 20, 200, 3
"""Tables and rows of a table that are looked at; units that must be told."""
_VALUE = rf"{PATTERN}[一-龥%]{{0,3}}"
_TOLD = re.compile(
    r"(?P<names>[一-龥]{2,30}(?:、[一-龥]{2,20}?){2,9})，?分别[一-龥]{0,8}?"
    rf"(?P<values>{_VALUE}(?:[、，和]{_VALUE}){{2,9}})"
)
_NUMBER = re.compile(PATTERN)


class Respectively:
    """The tables of a document that name their rows."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        self._grids = [grid for grid in grids if len(grid.body) <= ROWS and grid.columns.label is not None]

    def check(self, passage: Passage) -> Iterator[Hit]:
        """One value of a list that its row has not, in a column that has all the others."""
        for match in _TOLD.finditer(passage.text) if self._grids and "分别" in passage.text else ():
            names = match["names"].split("、")
            told = list(_NUMBER.finditer(passage.text, *match.span("values")))
            columns = [
                (grid, cells)
                for grid in self._grids[:TABLES]
                for cells in _columns(grid, names)
                if len(told) == len(names) >= LEAST
            ]
            odd = [[at for at, each in enumerate(told) if not _has(cells[at], each)] for _, cells in columns]
            near = [place for place, each in enumerate(odd) if len(each) == 1]
            if near and all(odd):
                grid, cells = columns[near[0]]
                at = odd[near[0]][0]
                said = told[at]
                reason = f"正文称“{names[at]}”为{said[0]}，{grid.called}该行为{cells[at].text}，其余各项相符"
                yield hit(
                    Kind.ANNEX, Level.DOUBT, said[0], reason, passage.span(*said.span()), cells[at].span
                )


def _columns(grid: Grid, names: Sequence[str]) -> Iterator[list[Cell]]:
    """The cells of the units named, column by column; nothing where one has no row of its own."""
    columns = grid.columns
    rows = []
    for place, name in enumerate(names):
        ends = place == 0, place == len(names) - 1
        fitting = [row for row in grid.body if _is_called(columns.label_of(row), name, *ends)]
        if len(fitting) != 1:
            return
        rows.append(fitting[0])
    for column in columns.numeric:
        yield [row.cells[column] for row in rows]


def _is_called(label: str, name: str, first: bool, last: bool) -> bool:
    """Whether a name is that of a row; the first may have words before it and the last behind it."""
    if not label or name == label or is_same(label, name):
        return bool(label)
    return (first and name.endswith(label)) or (last and name.startswith(label))


def _has(cell: Cell, said: re.Match[str]) -> bool:
    return cell.amount is not None and cell.amount.value == number(said[0])

"""Units said to have handed in nothing against the rows that hold a zero: 2家单位零报送."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Grid, Row
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level

NEAR = 3
"""Units by which a count may miss the rows and still be meant to be them."""
_ZERO = re.compile(
    r"^(?:单位|部门|镇街?|街道|乡镇|责任单位)?(?:为|实行|出现)?零(?P<act>报送|采用|更新|发布|上报|投稿)"
)
_SAME = {"报送": "报送|实报|上报|投稿", "上报": "报送|实报|上报", "投稿": "报送|投稿", "采用": "采用|采纳|录用", "更新": "更新|发布", "发布": "发布|更新|发文"}  # fmt: skip


class Column(NamedTuple):
    """A column of counts and the rows that hold a zero there."""

    grid: Grid
    place: int
    rows: list[Row]


class ZeroRows:
    """Tables of units, against which the number of those with nothing is held."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        self._grids = [grid for grid in grids if grid.columns.units is not None]

    def check(self, passage: Passage) -> Iterator[Hit]:
        """A number of units that no such column has rows for, though the only one has nearly as many."""
        for each in passage.told if self._grids and "零" in passage.text else ():
            match = _ZERO.match(each.thing)
            if not match or each.unit not in "家个" or each.rough:
                continue
            columns = list(self._columns(_SAME[match["act"]]))
            if len(columns) == 1 and 0 < abs(len(columns[0].rows) - each.value) <= NEAR and columns[0].rows:
                yield _disagree(each, match["act"], columns[0])

    def _columns(self, words: str) -> Iterator[Column]:
        for grid in self._grids:
            for place in grid.columns.counts:
                if re.search(words, grid.columns.name(place)):
                    zero = [
                        row for row in grid.body if (found := row.cells[place].amount) and not found.value
                    ]
                    yield Column(grid, place, zero)


def _disagree(each: Statement, act: str, column: Column) -> Hit:
    grid = column.grid
    names = "、".join(grid.columns.label_of(row) for row in column.rows[:6])
    reason = (
        f"正文称{each.amount}单位零{act}，{grid.called}“{grid.columns.name(column.place)}”为0的有"
        f"{len(column.rows)}行（{names}）"
    )
    spans = [row.cells[column.place].span for row in column.rows]
    return hit(Kind.ANNEX, Level.DOUBT, each.amount, reason, each.span, *spans)

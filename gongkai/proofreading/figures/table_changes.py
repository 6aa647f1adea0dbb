"""Columns of changes against the two columns they lie between: 上年 | 本年 | 增长."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from gongkai.proofreading.figures.grid import Columns, Grid, Row, RowKind
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.numerals import written
from gongkai.proofreading.figures.rounding import agrees, percent, rounded
from gongkai.proofreading.hits import Hit, Level

MOSTLY, LEAST, LEARNT_FROM, COLUMNS = Decimal("0.6"), 2, 300, 8
SURE = 3
"""Rows that must fit for the others to be an error; a fall without its sign is only doubted."""
_CHANGE = re.compile(r"增长|增幅|增减|增加|增速|增量|变化|变动|涨跌|升降|同比|环比|减少|下降|降幅")
_FALL = re.compile(r"^[^增涨升]*(?:减少|下降|降幅)")
_OTHER = re.compile(r"上年|去年|同期|名次|排名|百分点")


class Between(NamedTuple):
    """A column of changes, in per cent or in units, the columns of the values before and after, and how many rows
    fit it."""

    change: int
    earlier: int
    later: int
    percent: bool
    rows: int = 0


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """Changes that do not lead from one value to the other as they do in most other rows."""
    for grid in grids:
        columns = grid.columns
        for place in columns.numeric:
            name = columns.name(place)
            if _CHANGE.search(name) and not _OTHER.search(name):
                yield from _judged(columns, place)


def _judged(columns: Columns, place: int) -> Iterator[Hit]:
    rows = [row for row in columns.grid.rows if row.kind is not RowKind.OTHER]
    between = _learnt(columns, place, rows[:LEARNT_FROM])
    for row in rows if between else ():
        if between and _fits(between, row) is False:
            yield _disagree(columns, between, row)


def _learnt(columns: Columns, place: int, rows: list[Row]) -> Between | None:
    """The two columns that most rows agree with; at least two rows must change."""
    values = [each for each in columns.counts if each != place and not _CHANGE.search(columns.name(each))]
    found: list[Between] = []
    for earlier, later in permutations(values[:COLUMNS], 2):
        between = Between(place, earlier, later, columns.is_rate(place))
        told = [fits for row in rows if (fits := _fits(between, row)) is not None]
        if sum(told) >= LEAST and sum(told) >= MOSTLY * len(told):
            found.append(between._replace(rows=sum(told)))
    return max(found, key=lambda each: each.rows, default=None)


def _fits(between: Between, row: Row) -> bool | None:
    """Whether the change is right; None where it says nothing."""
    printed, earlier, later = (row.cells[place].amount for place in between[:3])
    if (
        printed is None
        or earlier is None
        or later is None
        or earlier.value == later.value
        or not earlier.value
    ):
        return None
    moved = later.value - earlier.value
    exact = percent(moved, earlier.value) if between.percent else moved
    return exact is not None and agrees(printed.value, printed.step, exact)


def _disagree(columns: Columns, between: Between, row: Row) -> Hit:
    printed, before, after = (row.cells[place] for place in between[:3])
    right, unsigned = _right(between, row)
    name = columns.name(between.change)
    reason = (
        f"{columns.grid.called}“{columns.label_of(row) or '合计'}”一行：由{before.text}到{after.text}，"
        f"变化为{right}，与“{name}”{printed.text}不符"
    )
    level = Level.DOUBT if unsigned or between.rows < SURE or _FALL.search(name) else Level.ERROR
    spans = printed.span, before.span, after.span
    return hit(Kind.CHANGE, level, printed.text, reason, *spans, suggestion=right)


def _right(between: Between, row: Row) -> tuple[str, bool]:
    """The change as it should be printed, and whether what is printed lacks only its sign."""
    printed, earlier, later = (row.cells[place].amount for place in between[:3])
    if not printed or not earlier or not later:
        return "", False
    moved = later.value - earlier.value
    exact = percent(moved, earlier.value) if between.percent else None
    right = written(moved) if exact is None else rounded(exact, printed.step) + "%"
    unsigned = agrees(-printed.value, printed.step, moved if exact is None else exact)
    return right, unsigned

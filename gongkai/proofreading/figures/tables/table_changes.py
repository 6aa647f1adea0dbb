"""Columns of changes against the two columns they lie between: 上年 | 本年 | 增长."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import permutations, product
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.rounding import agrees, rounded
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import Amount
from gongkai.proofreading.figures.reading.grid import Columns, Grid, Row, RowKind
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.hits import Hit, Level

MOSTLY, LEAST, LEARNT_FROM, COLUMNS = Decimal("0.6"), 2, 300, 8
SURE = 3
"""Rows that must fit for the others to be an error; a fall without its sign is only doubted."""
_CHANGE = re.compile(r"增长|增幅|增减|增加|增速|增量|变化|变动|涨跌|升降|同比|环比|减少|下降|降幅")
_FALL = re.compile(r"^[^增涨升]*(?:减少|下降|降幅)")
_OTHER = re.compile(r"上年|去年|同期|名次|排名|百分点")


class Between(NamedTuple):
    """A column of changes, in per cent or in units, the columns of the values before and after; `sign` is −1 where
    a fall is printed without its sign; `rows` fit it."""

    change: int
    earlier: int
    later: int
    percent: bool
    sign: int = 1
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
            yield from _disagree(columns, between, row)


def _learnt(columns: Columns, place: int, rows: list[Row]) -> Between | None:
    """The two columns that most rows agree with; at least two rows must change."""
    values = [each for each in columns.counts if each != place and not _CHANGE.search(columns.name(each))]
    found: list[Between] = []
    signs = (1, -1) if _FALL.search(columns.name(place)) else (1,)
    for (earlier, later), sign in product(permutations(values[:COLUMNS], 2), signs):
        between = Between(place, earlier, later, columns.is_rate(place), sign)
        told = [fits for row in rows if (fits := _fits(between, row)) is not None]
        if sum(told) >= LEAST and sum(told) >= MOSTLY * len(told):
            found.append(between._replace(rows=sum(told)))
    return max(found, key=lambda each: each.rows, default=None)


def _fits(between: Between, row: Row) -> bool | None:
    """Whether the change is right; None where it says nothing."""
    found = _made(between, row)
    return agrees(found[0].value, found[0].step, found[1]) if found else None


def _made(between: Between, row: Row) -> tuple[Amount, Decimal] | None:
    """The change as it is printed, and what the two values make of it; None where nothing changes."""
    printed, earlier, later = (row.cells[place].amount for place in between[:3])
    if (
        printed is None
        or earlier is None
        or later is None
        or not earlier.value
        or earlier.value == later.value
    ):
        return None
    moved = between.sign * (later.value - earlier.value)
    return printed, moved * 100 / earlier.value if between.percent else moved


def _disagree(columns: Columns, between: Between, row: Row) -> Iterator[Hit]:
    found = _made(between, row)
    if found is None:
        return
    (value, step, *_), exact = found
    printed, before, after = (row.cells[place] for place in between[:3])
    right = rounded(exact, step) + "%" if between.percent else written(exact)
    name = columns.name(between.change)
    reason = (
        f"{columns.grid.called}“{columns.label_of(row) or '合计'}”一行：由{before.text}到{after.text}，"
        f"计算为{right}，与“{name}”{printed.text}不符"
    )
    unsigned = agrees(-value, step, exact)
    level = Level.DOUBT if unsigned or between.rows < SURE or _FALL.search(name) else Level.ERROR
    yield hit(
        Kind.CHANGE, level, printed.text, reason, printed.span, before.span, after.span, suggestion=right
    )

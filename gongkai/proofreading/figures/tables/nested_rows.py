"""Rows that are the sum of the rows below them (税收收入 over 增值税, 所得税…), learnt over the columns, and the total
of those that stand alone."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.evidence import ENOUGH, digits, surprise
from gongkai.proofreading.figures.arithmetic.rounding import rounding
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Columns, Grid, Row, RowKind
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.hits import Hit, Level

MOST, LONGEST, LEAST = 200, 10, 2
"""Rows that are read, rows of which one is made, and columns that must fit."""


class Gap(NamedTuple):
    """A column in which rows do not make the row above them."""

    place: int
    made: Decimal


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """A row that is the sum of others in all columns but one."""
    for grid in grids:
        rows = grid.body[:MOST]
        if not grid.whole or len(grid.columns.counts) <= LEAST or len(grid.body) > MOST:
            continue
        yield from _of_table(grid, rows)


def _of_table(grid: Grid, rows: Sequence[Row]) -> Iterator[Hit]:
    """Row by row, and the total at last: what is wrong in a row is not told of the total again."""
    alone: list[Row] = []
    told: set[int] = set()
    at, sums = 0, _sums(grid.columns, rows)
    while at < len(rows):
        length, gaps = _below(grid.columns, rows, at, sums)
        told.update(gap.place for gap in gaps)
        alone.append(rows[at])
        yield from (_disagree(grid.columns, rows[at], rows[at + 1 : at + length], gap) for gap in gaps)
        at += max(1, length)
    totals = [row for row in grid.rows if row.kind is RowKind.TOTAL]
    if len(totals) == 1 and 1 < len(alone) < len(rows):
        for gap in _gaps(grid.columns, totals[0], alone, 1) or []:
            if gap.place not in told:
                yield _disagree(grid.columns, totals[0], alone, gap)


def _sums(columns: Columns, rows: Sequence[Row]) -> list[list[Decimal]]:
    """The columns without a blank, added up from the top: what a stretch of rows makes is one subtraction."""
    amounts = [[row.cells[place].amount for row in rows] for place in columns.counts]
    return [
        list(accumulate((each.value for each in column if each), initial=Decimal(0)))
        for column in amounts
        if all(column)
    ]


def _may_make(sums: Sequence[Sequence[Decimal]], at: int, length: int) -> bool:
    """Whether the rows below a row are in all columns but one no further from it than rounding may take them."""
    apart = 0
    for column in sums:
        if abs(column[at + length] - 2 * column[at + 1] + column[at]) > length:
            apart += 1
            if apart > 1:
                return False
    return True


def _below(
    columns: Columns, rows: Sequence[Row], at: int, sums: Sequence[Sequence[Decimal]]
) -> tuple[int, list[Gap]]:
    """How many rows a row and those that make it are, and where they do not; 0 for a row that stands alone."""
    for length in range(3, min(LONGEST, len(rows) - at) + 1):
        if _may_make(sums, at, length):
            gaps = _gaps(columns, rows[at], rows[at + 1 : at + length], len(rows) * LONGEST)
            if gaps is not None:
                return length, gaps
    return 0, []


def _gaps(columns: Columns, whole: Row, parts: Sequence[Row], ways: int) -> list[Gap] | None:
    """The column, if any, in which the parts do not make the whole; None where they make it by chance or not at all."""
    fitting: list[float] = []
    gaps: list[Gap] = []
    for place in columns.counts:
        printed = whole.cells[place].amount
        values = [amount for row in parts if (amount := row.cells[place].amount)]
        if printed is None or len(values) < len(parts):
            continue
        made = sum([each.value for each in values], Decimal(0))
        slack = rounding([printed.step, *(each.step for each in values)])
        if abs(made - printed.value) > slack:
            gaps.append(Gap(place, made))
            if len(gaps) > 1:
                return None
        elif sum(each.value != 0 for each in values) > 1:
            fitting.append(digits(printed.value, max(printed.step, slack)))
    believed = len(fitting) >= LEAST and surprise(fitting, len(gaps), ways) >= ENOUGH
    return gaps if believed else None


def _disagree(columns: Columns, whole: Row, parts: Sequence[Row], gap: Gap) -> Hit:
    printed = whole.cells[gap.place]
    names = "、".join(columns.label_of(row) for row in parts[:4]) + ("等" if len(parts) > 4 else "")
    reason = (
        f"{columns.grid.called}“{columns.name(gap.place)}”一列：{names}{len(parts)}行相加为{written(gap.made)}，"
        f"与“{columns.label_of(whole) or '合计'}”{printed.text}不符"
    )
    spans = [row.cells[gap.place].span for row in parts]
    return hit(
        Kind.COLUMN_TOTAL,
        Level.DOUBT,
        printed.text,
        reason,
        printed.span,
        *spans,
        suggestion=written(gap.made),
    )

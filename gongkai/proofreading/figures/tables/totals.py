"""Rows that say 合计 or 小计 against the columns above or below them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.rounding import rounding
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import Cell
from gongkai.proofreading.figures.reading.grid import Columns, Grid, Row, RowKind
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.hits import Hit, Level

NEAR = Decimal("0.2")
"""Share of a total by which the only column of a table may miss it and still be meant to make it."""
MANY = 60
"""Total rows of a table beyond which each is of its own section only."""
_CHAPTER = re.compile(r"^[一二三四五六七八九十]+、")
_ITEM = re.compile(r"^(?:\d+[.、]|（)")


class Section(NamedTuple):
    """Rows from behind the total before a total as far as the next one."""

    first: int
    total: int
    last: int


class Sum(NamedTuple):
    """A column's printed total, what its rows add up to, and how far rounding may take them apart."""

    place: int
    printed: Cell
    total: Decimal
    slack: Decimal

    @property
    def gap(self) -> Decimal:
        return abs(self.printed.amount.value - self.total) if self.printed.amount else Decimal(0)

    @property
    def fits(self) -> bool:
        return self.gap <= self.slack


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """Totals that are not the sum of their rows."""
    for grid in grids:
        if not grid.whole or _is_nested(grid.columns):
            continue
        totals = [
            place for place, row in enumerate(grid.rows) if row.kind in (RowKind.TOTAL, RowKind.SUBTOTAL)
        ]
        for first, place, last in zip([-1, *totals], totals, [*totals[1:], len(grid.rows)], strict=False):
            ways = _ways(grid, Section(first + 1, place, last), len(totals))
            yield from _judged(grid.columns, grid.rows[place], _best(grid.columns, grid.rows[place], ways))


def _is_nested(columns: Columns) -> bool:
    """Whether rows stand for other rows: 一、… with 1.… below it."""
    labels = [columns.label_of(row) for row in columns.grid.body]
    return any(map(_CHAPTER.match, labels)) and any(map(_ITEM.match, labels))


def _best(columns: Columns, row: Row, ways: Iterable[Sequence[Row]]) -> list[Sum]:
    """The sums by the reading of the total row that most columns agree with."""
    sums = [_sums(columns, row, rows) for rows in ways if len(rows) > 1]
    return max(sums, key=lambda each: sum(one.fits for one in each), default=[])


def _ways(grid: Grid, section: Section, totals: int) -> Iterator[Sequence[Row]]:
    """All rows; the subtotals; the rows above or below as far as the next total."""
    total = grid.rows[section.total].kind is RowKind.TOTAL
    if total and totals <= MANY:
        yield grid.body
        yield [row for row in grid.rows if row.kind is RowKind.SUBTOTAL]
    if not total or totals > 1:
        yield [row for row in grid.rows[section.first : section.total] if row.kind is RowKind.BODY]
        yield [row for row in grid.rows[section.total + 1 : section.last] if row.kind is RowKind.BODY]


def _sums(columns: Columns, row: Row, rows: Sequence[Row]) -> list[Sum]:
    found = []
    for place in columns.counts:
        printed = row.cells[place]
        cells = list({each.cells[place].span: each.cells[place] for each in rows}.values())
        if printed.amount is None or any(each.amount is None and not each.blank for each in cells):
            continue
        amounts = [each.amount for each in cells if each.amount]
        steps = [printed.amount.step, *(each.step for each in amounts)]
        slack = rounding(steps)
        total = sum((each.value for each in amounts), Decimal(0))
        if amounts and not (len(amounts) > 2 and _is_mean(printed, total, len(amounts))):
            found.append(Sum(place, printed, total, slack))
    return found


def _is_mean(printed: Cell, total: Decimal, count: int) -> bool:
    return (
        printed.amount is not None
        and abs(printed.amount.value * count - total) <= printed.amount.step * count
    )


def _judged(columns: Columns, row: Row, sums: list[Sum]) -> Iterator[Hit]:
    right = sum(each.fits for each in sums)
    for each in sums:
        if each.fits:
            continue
        near = each.gap <= NEAR * max(abs(each.total), Decimal(5))
        if right == 0 and not near:
            continue
        sure = right >= len(sums) - right if right else len(sums) == 1
        yield _disagree(columns, each, Level.ERROR if sure else Level.DOUBT)


def _disagree(columns: Columns, found: Sum, level: Level) -> Hit:
    header = columns.grid.headers[found.place]
    reason = (
        f"{columns.grid.called}“{header.name}”一列相加为{written(found.total)}，"
        f"与合计{found.printed.text}相差{written(found.gap)}"
    )
    others = [header.span] if header.span else []
    return hit(Kind.COLUMN_TOTAL, level, found.printed.text, reason, found.printed.span, *others)

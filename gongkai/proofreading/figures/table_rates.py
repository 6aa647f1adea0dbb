"""Columns of rates against the columns they are made from; which those are is learnt from the rows that fit."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from gongkai.proofreading.figures.cells import Amount
from gongkai.proofreading.figures.grid import Columns, Grid, Row, RowKind
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.numerals import written
from gongkai.proofreading.figures.rounding import agrees, rounded
from gongkai.proofreading.hits import Hit, Level

MOSTLY, LEAST, LEARNT_FROM, COLUMNS = Decimal("0.6"), 2, 300, 12
_STEM = re.compile(r"(?:率|（.*）|占比|比例|比重|%)+$")


class Making(NamedTuple):
    """A rate as part over whole; no `whole` is the sum of the part's own column."""

    part: int
    whole: int | None
    named: bool
    fits: int
    telling: int


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """Rates that are not part over whole as they are in most other rows."""
    for grid in grids:
        columns = grid.columns
        rows = [row for row in grid.rows if row.kind is not RowKind.OTHER]
        for rate in columns.rates:
            makings = _makings(columns, rate, list(grid.body[:LEARNT_FROM]))
            if makings:
                yield from _judged(columns, rate, rows, makings)


def _makings(columns: Columns, rate: int, rows: list[Row]) -> list[Making]:
    """The makings that most rows agree with, the best first."""
    stem = _STEM.sub("", columns.name(rate))
    places = columns.counts[:COLUMNS]
    pairs: list[tuple[int, int | None]] = [*permutations(places, 2), *((place, None) for place in places)]
    found = []
    for part, whole in pairs:
        tested = [each for row in rows if (each := _tested(columns, rate, part, whole, row)) is not None]
        fits = sum(right for right, _ in tested)
        if fits >= LEAST and fits >= MOSTLY * len(tested):
            telling = sum(right and tells for right, tells in tested)
            named = bool(stem) and stem in columns.name(part) and whole is not None
            found.append(Making(part, whole, named, fits, telling))
    return sorted(found, key=lambda each: (-each.named, -each.fits, -each.telling))


def _tested(columns: Columns, rate: int, part: int, whole: int | None, row: Row) -> tuple[bool, bool] | None:
    """Whether the row's rate is part over whole, and whether that says anything (neither 0 nor all)."""
    printed = row.cells[rate].amount
    values = _values(columns, part, whole, row)
    if printed is None or values is None or not values[1]:
        return None
    return _fits(columns, rate, printed, *values), values[0] not in (0, values[1])


def _values(columns: Columns, part: int, whole: int | None, row: Row) -> tuple[Decimal, Decimal] | None:
    given = columns.value(row.cells[part])
    if whole is None:
        return None if given is None or not columns.grid.whole else (given, columns.sums[part])
    out_of = columns.value(row.cells[whole])
    return None if given is None or out_of is None else (given, out_of)


def _fits(columns: Columns, rate: int, printed: Amount, part: Decimal, whole: Decimal) -> bool:
    return agrees(printed.value, printed.step, part * _scale(columns, rate) / whole)


def _fits_sums(columns: Columns, rate: int, making: Making, row: Row) -> bool:
    printed = row.cells[rate].amount
    whole = columns.sums[making.whole] if making.whole is not None else Decimal(0)
    return (
        printed is not None and whole != 0 and _fits(columns, rate, printed, columns.sums[making.part], whole)
    )


def _scale(columns: Columns, rate: int) -> int:
    """100 for per cent; 1 for a column of plain shares such as 0.909."""
    return 1 if rate in columns.plain_shares else 100


def _judged(columns: Columns, rate: int, rows: list[Row], makings: list[Making]) -> Iterator[Hit]:
    best = makings[0]
    if not best.named and not best.telling:
        return
    for row in rows:
        results = [_tested(columns, rate, each.part, each.whole, row) for each in makings]
        if results[0] is None or any(result is not None and result[0] for result in results):
            continue
        if row.kind is RowKind.TOTAL and _fits_sums(columns, rate, best, row):
            continue  # the rate is right; it is a total beside it that is not
        sure = best.named or best.telling >= LEAST
        yield _disagree(columns, rate, best, row, Level.ERROR if sure else Level.DOUBT)


def _disagree(columns: Columns, rate: int, making: Making, row: Row, level: Level) -> Hit:
    printed, values = row.cells[rate], _values(columns, making.part, making.whole, row)
    part, whole = values or (Decimal(0), Decimal(1))
    step = printed.amount.step if printed.amount else Decimal(1)
    scale = _scale(columns, rate)
    right = rounded(part * scale / whole, step) + ("%" if scale == 100 else "")
    over = "合计" if making.whole is None else columns.name(making.whole)
    reason = (
        f"{columns.grid.called}“{columns.label_of(row) or '合计'}”一行：{columns.name(making.part)}÷{over}为{right}"
        f"（{written(part)}÷{written(whole)}），与“{columns.name(rate)}”{printed.text}不符"
    )
    sides = [
        row.cells[making.part].span,
        *([row.cells[making.whole].span] if making.whole is not None else []),
    ]
    return hit(Kind.TABLE_RATE, level, printed.text, reason, printed.span, *sides, suggestion=right)

"""Columns of rates against the columns they are made from; which those are is learnt from the rows that fit."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.rounding import agrees, rounded
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import Amount
from gongkai.proofreading.figures.reading.grid import Columns, Grid, Row, RowKind
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.hits import Hit, Level

MOSTLY, LEAST, LEARNT_FROM, COLUMNS = Decimal("0.6"), 2, 300, 12
TRIED, SURE = 4, 4
"""Rows of which one must fit a making; rows from which one of several columns makes the others errors."""
_CHANGE = re.compile(r"[增升降减]|同比|环比")
"""Changes lie between two columns; what is left of one by the other comes near them."""
_STEM = re.compile(r"(?:率|（.*）|占比|比例|比重|%)+$")


class Making(NamedTuple):
    """A rate as part over whole; the part may be several columns, or what they leave of the whole (`rest`); no `whole`
    is the sum of the part's own column."""

    parts: tuple[int, ...]
    whole: int | None
    rest: bool = False
    named: bool = False
    fits: int = 0
    telling: int = 0

    @property
    def plain(self) -> bool:
        return len(self.parts) == 1 and not self.rest


class Figures(NamedTuple):
    """A row with its rate and the value of each of its cells."""

    row: Row
    printed: Amount | None
    values: tuple[Decimal | None, ...]


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """Rates that are not part over whole as they are in most other rows."""
    for grid in grids:
        columns = grid.columns
        rows = [row for row in grid.rows if row.kind is not RowKind.OTHER]
        for rate in columns.rates:
            makings = _makings(columns, rate, _figures(columns, rate, grid.body[:LEARNT_FROM]))
            if makings:
                yield from _judged(columns, rate, _figures(columns, rate, rows), makings)


def _figures(columns: Columns, rate: int, rows: Iterable[Row]) -> list[Figures]:
    return [Figures(row, row.cells[rate].amount, tuple(map(columns.value, row.cells))) for row in rows]


def _makings(columns: Columns, rate: int, rows: Sequence[Figures]) -> list[Making]:
    """The makings that most rows agree with, the best first."""
    stem = _STEM.sub("", columns.name(rate))
    found = []
    for making in _ways(columns.counts[:COLUMNS]):
        if not making.plain and _CHANGE.search(columns.name(rate)):
            continue
        first = (_tested(columns, rate, making, row) for row in rows[:TRIED])
        if not any(each and each[0] for each in first):
            continue
        tested = [each for row in rows if (each := _tested(columns, rate, making, row)) is not None]
        fits = sum(right for right, _ in tested)
        telling = sum(right and tells for right, tells in tested)
        if fits >= LEAST and fits >= MOSTLY * len(tested) and (making.plain or telling > LEAST):
            named = making.plain and bool(stem) and stem in columns.name(making.parts[0])
            named = named and making.whole is not None
            found.append(making._replace(named=named, fits=fits, telling=telling))
    return sorted(found, key=lambda each: (-each.named, -each.fits, not each.plain, -each.telling))


def _ways(places: Sequence[int]) -> Iterator[Making]:
    """One column over another, the rest of it, two or three neighbours over another, one over its own sum."""
    for part, whole in permutations(places, 2):
        yield Making((part,), whole)
        yield Making((part,), whole, rest=True)
    for place in places:
        yield Making((place,), None)
    for length in (2, 3):
        for start in range(len(places) - length + 1):
            parts = tuple(places[start : start + length])
            for whole in places:
                if whole not in parts:
                    yield Making(parts, whole)


def _tested(columns: Columns, rate: int, making: Making, row: Figures) -> tuple[bool, bool] | None:
    """Whether the row's rate is part over whole, and whether that says anything (neither 0 nor all)."""
    values = _values(columns, making, row)
    if row.printed is None or values is None or not values[1]:
        return None
    return _fits(columns, rate, row.printed, *values), values[0] not in (0, values[1])


def _values(columns: Columns, making: Making, row: Figures) -> tuple[Decimal, Decimal] | None:
    given = [each for place in making.parts if (each := row.values[place]) is not None]
    if len(given) < len(making.parts):
        return None
    part = sum(given, Decimal(0))
    if making.whole is None:
        return (part, columns.sums[making.parts[0]]) if columns.grid.whole else None
    whole = row.values[making.whole]
    return None if whole is None else (whole - part if making.rest else part, whole)


def _fits(columns: Columns, rate: int, printed: Amount, part: Decimal, whole: Decimal) -> bool:
    return agrees(printed.value, printed.step, part * _scale(columns, rate) / whole)


def _fits_sums(columns: Columns, rate: int, making: Making, printed: Amount | None) -> bool:
    whole = columns.sums[making.whole] if making.whole is not None else Decimal(0)
    part = sum((columns.sums[place] for place in making.parts), Decimal(0))
    part = whole - part if making.rest else part
    return printed is not None and whole != 0 and _fits(columns, rate, printed, part, whole)


def _scale(columns: Columns, rate: int) -> int:
    """100 for per cent; 1 for a column of plain shares such as 0.909."""
    return 1 if rate in columns.plain_shares else 100


def _judged(columns: Columns, rate: int, rows: Sequence[Figures], makings: list[Making]) -> Iterator[Hit]:
    best = makings[0]
    if not best.named and not best.telling:
        return
    for row in rows:
        results = [_tested(columns, rate, each, row) for each in makings]
        if results[0] is None or any(result is not None and result[0] for result in results):
            continue
        if _CHANGE.search(columns.name(rate)) and _is_change(columns, rate, row.row):
            continue  # the rate is right; it is the change beside it that is not
        if row.row.kind is RowKind.TOTAL and _fits_sums(columns, rate, best, row.printed):
            continue  # the rate is right; it is a total beside it that is not
        sure = best.named or best.telling >= (LEAST if best.plain else SURE)
        yield _disagree(columns, rate, best, row, Level.ERROR if sure else Level.DOUBT)


def _is_change(columns: Columns, rate: int, row: Row) -> bool:
    """Whether a rate of change lies between any two counts of its row."""
    printed = row.cells[rate].amount
    values = [found.value for place in columns.counts[:COLUMNS] if (found := row.cells[place].amount)]
    return printed is not None and any(
        _fits(columns, rate, printed, later - earlier, earlier)
        for earlier, later in permutations(values, 2)
        if earlier
    )


def _disagree(columns: Columns, rate: int, making: Making, figures: Figures, level: Level) -> Hit:
    row, values = figures.row, _values(columns, making, figures)
    printed = row.cells[rate]
    part, whole = values or (Decimal(0), Decimal(1))
    step = printed.amount.step if printed.amount else Decimal(1)
    scale = _scale(columns, rate)
    right = rounded(part * scale / whole, step) + ("%" if scale == 100 else "")
    reason = (
        f"{columns.grid.called}“{columns.label_of(row) or '合计'}”一行：{_said(columns, making)}为{right}"
        f"（{written(part)}÷{written(whole)}），与“{columns.name(rate)}”{printed.text}不符"
    )
    sides = [row.cells[place].span for place in (*making.parts, making.whole) if place is not None]
    return hit(Kind.TABLE_RATE, level, printed.text, reason, printed.span, *sides, suggestion=right)


def _said(columns: Columns, making: Making) -> str:
    """满意÷回访, （满意＋基本满意）÷回访, （回访－不满意）÷回访."""
    whole = "合计" if making.whole is None else columns.name(making.whole)
    parts = "＋".join(columns.name(place) for place in making.parts)
    if making.rest:
        parts = f"{whole}－{parts}"
    return f"{parts if making.plain else f'（{parts}）'}÷{whole}"

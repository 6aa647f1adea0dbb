"""Points made of others by weight: 总成绩＝笔试×60%＋面试×40%. The weights stand in the headers or are learnt."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.evidence import ENOUGH, digits, surprise
from gongkai.proofreading.figures.arithmetic.rounding import agrees, rounded
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Columns, Grid, Row
from gongkai.proofreading.figures.reading.numerals import number, written
from gongkai.proofreading.hits import Hit, Level

TRIED, GIVEN, SURE = 3, 2, 4
"""Rows on which weights are tried, that must fit at least, and from which the others are errors."""
MOST, LEARNT_FROM, UNIT = 4, 60, 20
"""Parts of a total, rows that weights are learnt from, and the parts of one that weights are counted in: of 5 %."""
_TOTAL = re.compile(r"总分|总得分|总成绩|总评|综合|最终|合计|^得分$|^成绩$")
_WEIGHT = re.compile(r"(?:占|权重)?(\d{1,2}(?:\.\d)?)%")


class Weighing(NamedTuple):
    """A total of parts, each with its weight in hundredths."""

    total: int
    parts: tuple[int, ...]
    weights: tuple[Decimal, ...]

    def made(self, row: Row) -> Decimal | None:
        """What the parts of a row make; None where one is missing."""
        amounts = [row.cells[place].amount for place in self.parts]
        if not all(amounts):
            return None
        pairs = zip(amounts, self.weights, strict=True)
        return sum((each.value * weight for each, weight in pairs if each), Decimal(0)) / 100


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """Rows whose total is not what the weights make of its parts, as they do in the others."""
    for grid in grids:
        columns = grid.columns
        rows = [row for row in grid.body if any(each.amount for each in row.cells)]
        usable = [place for place in columns.numeric if _is_points(columns, place)]
        for total in usable if len(rows) > GIVEN else ():
            if _TOTAL.search(columns.name(total)):
                before = [place for place in usable if place < total]
                yield from _of_total(columns, total, before, rows)


def _is_points(columns: Columns, place: int) -> bool:
    """Whether a column holds points; 笔试（60%） is no rate."""
    rate = columns.is_rate(place) and not _weight(columns.name(place))
    return not rate and place not in columns.ranks


def _of_total(columns: Columns, total: int, before: Sequence[int], rows: Sequence[Row]) -> Iterator[Hit]:
    first = rows[:LEARNT_FROM]
    for weighing, ways in _candidates(columns, total, before, first):
        told = [row for row in first if _fits(weighing, row) is not None]
        fits = [row for row in told if _fits(weighing, row)]
        missing = len(told) - len(fits)
        told_digits = [_digits(weighing, row) for row in fits]
        if missing * 4 > len(told) and (ways > 1 or missing * 2 > len(told)):
            continue
        if len(fits) < GIVEN or surprise(told_digits, missing, ways) < ENOUGH:
            continue
        if not any(_fits(weighing, row) is False for row in rows):
            return
        sure = len(fits) >= SURE and len(fits) >= len(told) - 1
        for row in rows:
            if _fits(weighing, row) is False:
                yield _disagree(columns, weighing, row, Level.ERROR if sure else Level.DOUBT)
        return


def _candidates(
    columns: Columns, total: int, before: Sequence[int], rows: Sequence[Row]
) -> Iterator[tuple[Weighing, int]]:
    """Weights of the headers; else those in steps of 5 % that fit the first rows but one, the fewest parts first: each
    with the number of ways it was chosen from."""
    given = [(place, weight) for place in before if (weight := _weight(columns.name(place)))]
    if sum(weight for _, weight in given) == 100:
        places, weights = zip(*given, strict=True)
        yield Weighing(total, places, weights), 1
        return
    for count in range(2, min(MOST, len(before)) + 1):
        parts = tuple(before[-count:])
        tried = [row for row in rows[:TRIED] if _lies_between(row, total, parts)]
        shares = list(_shares(count)) if len(tried) >= TRIED - 1 else []
        for weights in shares:
            weighing = Weighing(total, parts, weights)
            if sum(_fits(weighing, row) is True for row in tried) >= TRIED - 1:
                yield weighing, len(shares)


def _lies_between(row: Row, total: int, parts: Sequence[int]) -> bool:
    """Whether a total lies between the least and the greatest of its parts, as all that weights make does."""
    printed = row.cells[total].amount
    values = [amount.value for place in parts if (amount := row.cells[place].amount)]
    if printed is None or not values:
        return False
    return min(values) - printed.step <= printed.value <= max(values) + printed.step


def _weight(name: str) -> Decimal | None:
    """笔试成绩（60%） → 60."""
    match = _WEIGHT.search(name)
    return number(match[1]) if match else None


def _shares(count: int) -> Iterator[tuple[Decimal, ...]]:
    """All ways to share 100 out in steps of 5."""
    for cuts in combinations(range(1, UNIT), count - 1):
        edges = (0, *cuts, UNIT)
        yield tuple(Decimal(100 // UNIT * (end - start)) for start, end in pairwise(edges))


def _fits(weighing: Weighing, row: Row) -> bool | None:
    printed, made = row.cells[weighing.total].amount, weighing.made(row)
    return None if printed is None or made is None else agrees(printed.value, printed.step, made)


def _digits(weighing: Weighing, row: Row) -> float:
    """Digits that had to be right: parts that are alike fit any weights."""
    values = [amount.value for place in weighing.parts if (amount := row.cells[place].amount)]
    printed = row.cells[weighing.total].amount
    return digits(max(values) - min(values), printed.step) if printed else 0.0


def _disagree(columns: Columns, weighing: Weighing, row: Row, level: Level) -> Hit:
    printed = row.cells[weighing.total]
    step = printed.amount.step if printed.amount else Decimal(1)
    right = rounded(weighing.made(row) or Decimal(0), step)
    parts = zip(weighing.parts, weighing.weights, strict=True)
    said = "＋".join(f"{columns.name(place)}×{written(weight)}%" for place, weight in parts)
    figures = "、".join(row.cells[place].text for place in weighing.parts)
    reason = (
        f"{columns.grid.called}“{columns.label_of(row)}”一行：按其他各行的算法，{said}为{right}（{figures}），"
        f"与“{columns.name(weighing.total)}”{printed.text}不符"
    )
    spans = [row.cells[place].span for place in weighing.parts]
    return hit(Kind.RELATION, level, printed.text, reason, printed.span, *spans, suggestion=right)

"""Columns that are the product of others, learnt from the rows: 单价×数量＝金额, 人数÷班数＝班均, 总量÷天数＝日均."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from gongkai.proofreading.figures.cells import Amount
from gongkai.proofreading.figures.evidence import ENOUGH, digits, surprise
from gongkai.proofreading.figures.grid import Columns, Grid, Row, RowKind
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.numerals import written
from gongkai.proofreading.figures.rounding import agrees, rounded
from gongkai.proofreading.hits import Hit, Level

COLUMNS, LEARNT_FROM, TRIED = 10, 60, 3
"""Columns and rows that a relation is learnt from, and rows on which it is tried before."""
NAMED, UNNAMED, SURE, MOSTLY = 2, 4, 4, Decimal("0.6")
"""Rows that must fit where a header says per whom, and where none does; from which the others are errors; their share."""
_PER = re.compile(r"均|单价|单产|亩产|每|标准|密度")
_MEAN = re.compile(r"均")


class Product(NamedTuple):
    """`made` = `each` × `of`, and × 10^`scale` where units differ. `named`: the header of `each` says so. `exact`: it is
    `made` that was computed, as an amount from its price."""

    each: int
    of: int
    made: int
    scale: int
    named: bool
    exact: bool = False


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """Rows in which an average or a product is not what it is in the other rows."""
    for grid in grids:
        columns = grid.columns
        rows = list(grid.body)
        for product in _learnt(columns, rows[:LEARNT_FROM]) if len(rows) > NAMED else ():
            told = [(row, fits) for row in rows if (fits := _fits(product, row)) is not None]
            sure = product.named and sum(fits for _, fits in told) >= max(SURE, len(told) - 1)
            for row, fits in told:
                if not fits:
                    yield _disagree(columns, product, row, Level.ERROR if sure else Level.DOUBT)
            yield from _of_totals(columns, product)


def _learnt(columns: Columns, rows: Sequence[Row]) -> Iterator[Product]:
    """Each three columns once, with the product that most rows agree with."""
    usable = [place for place in columns.numeric if place not in (*columns.rates, *columns.ranks)][:COLUMNS]
    per = [place for place in usable if _PER.search(columns.name(place))]
    known: set[frozenset[int]] = set()
    for each, of, made in sorted(permutations(usable, 3), key=lambda three: three[0] not in per):
        named = each in per and of not in per
        three = frozenset((each, of, made))
        if three in known or (not named and each > of):
            continue
        scale = _scale(each, of, made, rows)
        product = Product(each, of, made, scale or 0, named)
        ways = 1 if _is_tied(columns, product) else len(usable) ** 2
        if scale is not None and (named or scale == 0) and _is_learnt(product, rows, ways):
            known.add(three)
            yield product._replace(exact=not _MEAN.search(columns.name(each)) and _is_exact(product, rows))


def _is_tied(columns: Columns, product: Product) -> bool:
    """Whether names tie an average to what it is of: 人均 and 人数, 班均 and 班数."""
    match = re.search(r"([一-龥])均", columns.name(product.each))
    return match is not None and match[1] in columns.name(product.of) and product.scale == 0


def _is_learnt(product: Product, rows: Sequence[Row], ways: int) -> bool:
    """Whether nearly all rows fit, and so many digits of them that it is no chance."""
    told = [(row, fits) for row in rows if (fits := _fits(product, row)) is not None]
    missing = sum(not fits for _, fits in told)
    telling = [found for row, fits in told if fits and (found := _digits(product, row))]
    if len(telling) < (NAMED if product.named else UNNAMED) or missing > (1 - MOSTLY) * len(told):
        return False
    return surprise(telling, missing, ways) >= ENOUGH


def _is_exact(product: Product, rows: Sequence[Row]) -> bool:
    """Whether in all rows but one the amount comes out by its factors, and in several."""
    told = [_fits(product._replace(exact=True), row) for row in rows]
    return sum(each is False for each in told) <= 1 and sum(each is True for each in told) > NAMED


def _digits(product: Product, row: Row) -> float:
    """Digits that had to be right; none where a factor is one or something is nothing."""
    each, of, made = (row.cells[place].amount for place in product[:3])
    if (
        each is None
        or of is None
        or made is None
        or {abs(each.value), abs(of.value), abs(made.value)} & {0, 1}
    ):
        return 0.0
    exact = agrees(made.value, made.step, (each.value * of.value).scaleb(product.scale))
    return digits(made.value, made.step) if exact else digits(each.value, each.step)


def _scale(each: int, of: int, made: int, rows: Sequence[Row]) -> int | None:
    """The power of ten in which nearly all of the first rows agree."""
    found = []
    for row in rows[:TRIED]:
        values = [
            amount.value if (amount := row.cells[place].amount) else Decimal(0) for place in (each, of, made)
        ]
        if all(values):
            exact = values[2] / (values[0] * values[1])
            found.append((abs(exact) * 3).adjusted() if exact > 0 else None)
    best = max(set(found), key=found.count, default=None)
    return (
        best if best is not None and found.count(best) >= max(1, len(found) - 1) and abs(best) <= 4 else None
    )


def _fits(product: Product, row: Row) -> bool | None:
    """Whether the product, or one of its factors, comes out by the places it is printed with; None for blanks."""
    amounts = [row.cells[place].amount for place in product[:3]]
    each, of, made = amounts
    if each is None or of is None or made is None or not of.value:
        return None
    whole = made.value.scaleb(-product.scale)
    step = made.step.scaleb(-product.scale)
    if agrees(whole, step, each.value * of.value):
        return True
    return product.named and not product.exact and agrees(each.value, each.step, whole / of.value)


def _of_totals(columns: Columns, product: Product) -> Iterator[Hit]:
    """A total row tells the average of all, by its own totals or the columns', or the mean of the averages."""
    if not product.named or not _MEAN.search(columns.name(product.each)):
        return
    sums = columns.sums
    averages = [each.value for each in columns.amounts(product.each)]
    for row in (each for each in columns.grid.rows if each.kind is RowKind.TOTAL):
        printed = row.cells[product.each].amount
        if printed is None or _fits(product, row) is not False or not sums.get(product.of):
            continue
        made = sums[product.made].scaleb(-product.scale) / sums[product.of]
        others = (made, sum(averages, Decimal(0)), sum(averages, Decimal(0)) / len(averages))
        if not any(agrees(printed.value, printed.step, each) for each in others):
            yield _disagree(columns, product, row, Level.DOUBT)


def _disagree(columns: Columns, product: Product, row: Row, level: Level) -> Hit:
    each, of, made = (row.cells[place] for place in product[:3])
    names = [columns.name(place) for place in product[:3]]
    per = product.named and _MEAN.search(names[0]) is not None
    printed = each if per else made
    right = _right(product, row, per)
    said = f"{names[2]}÷{names[1]}" if per else f"{names[0]}×{names[1]}"
    figures = f"{made.text}÷{of.text}" if per else f"{each.text}×{of.text}"
    reason = (
        f"{columns.grid.called}“{columns.label_of(row) or '合计'}”一行：{said}为{right}（{figures}），"
        f"与“{names[0] if per else names[2]}”{printed.text}不符"
    )
    spans = (cell.span for cell in (made, each, of))
    return hit(Kind.RELATION, level, printed.text, reason, printed.span, *spans, suggestion=right)


def _right(product: Product, row: Row, per: bool) -> str:
    """The average, or the product, to the places that are printed."""
    each, of, made = (_given(row.cells[place].amount) for place in product[:3])
    if per:
        return rounded(made.value.scaleb(-product.scale) / of.value, each.step)
    exact = (each.value * of.value).scaleb(product.scale)
    return written(exact) if exact == exact.quantize(made.step) else rounded(exact, made.step)


def _given(amount: Amount | None) -> Amount:
    assert amount is not None
    return amount

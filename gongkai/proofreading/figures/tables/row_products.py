"""Columns that are the product of others, learnt from the rows: 单价×数量＝金额, 人数÷班数＝班均, 总量÷天数＝日均."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import permutations
from math import prod
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.evidence import ENOUGH, digits, surprise
from gongkai.proofreading.figures.arithmetic.rounding import agrees, rounded
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import Amount
from gongkai.proofreading.figures.reading.grid import Columns, Grid, Row, RowKind
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.hits import Hit, Level

COLUMNS, LEARNT_FROM, TRIED = 10, 60, 3
"""Columns and rows that a relation is learnt from, and rows on which it is tried before."""
FAR = 5
"""A power of ten in which no table tells a product."""
NAMED, UNNAMED, SURE, MOSTLY = 2, 4, 4, Decimal("0.6")
"""Rows that must fit where a header says per whom, and where none does; from which the others are errors; their share."""
_PER = re.compile(r"均|单价|单产|亩产|每|标准|密度")
_MEAN = re.compile(r"均")
_PRICE, _COUNT, _MADE = map(
    re.compile,
    (
        r"^单价|^补[助贴]标准|^标准|^月标准",
        r"^(?:数量|面积|人数|件数|户数|工程量)|数量$",
        r"^(?:金额|总价|合价|小计|补[助贴]|应发)",
    ),
)
"""Headers that by themselves say price × count = amount."""
_TIMES = re.compile(r"^(?:补[助贴]|发放)?(?:月数|天数|期数|次数|月份数)")


class Product(NamedTuple):
    """`made` = `each` × `of`, and × 10^`scale` where units differ; × `times`, a number of months, where there is one.
    `named`: the header of `each` says so; `told`: all three headers do. `exact`: it is `made` that was computed, as an
    amount from its price."""

    each: int
    of: int
    made: int
    scale: int
    named: bool
    told: bool = False
    exact: bool = False
    times: int | None = None

    def factor(self, row: Row) -> Decimal | None:
        """What `each` is multiplied by; None for a blank."""
        cells = [row.cells[place].amount for place in (self.of, self.times) if place is not None]
        return prod((cell.value for cell in cells if cell), start=Decimal(1)) if all(cells) else None


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """Rows in which an average or a product is not what it is in the other rows."""
    for grid in grids:
        columns = grid.columns
        rows = list(grid.body)
        for product in _learnt(columns, rows[:LEARNT_FROM]) if len(rows) >= NAMED else ():
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
        product = _of_rows(columns, Product(each, of, made, 0, named), usable, rows)
        ways = 1 if _is_tied(columns, product) else len(usable) ** 2
        if (named or product.scale == 0) and _is_learnt(product, rows, ways):
            known.add(three)
            yield product._replace(exact=not _MEAN.search(columns.name(each)) and _is_exact(product, rows))


def _of_rows(columns: Columns, product: Product, usable: Sequence[int], rows: Sequence[Row]) -> Product:
    """The product with its power of ten and, where the headers tell price × count, the months that it is paid for."""
    told = _is_told(columns, product)
    months = [place for place in usable if _TIMES.search(columns.name(place)) and place not in product[:3]]
    product = product._replace(told=told, times=months[0] if told and len(months) == 1 else None)
    scale = _scale(product, rows)
    if scale is None and product.times is not None:
        product = product._replace(times=None)
        scale = _scale(product, rows)
    return product._replace(scale=FAR if scale is None else scale)


def _is_tied(columns: Columns, product: Product) -> bool:
    """Whether names tie an average to what it is of: 人均 and 人数, 班均 and 班数; or an amount to its price."""
    if product.told:
        return True
    match = re.search(r"([一-龥])均", columns.name(product.each))
    return match is not None and match[1] in columns.name(product.of) and product.scale == 0


def _is_told(columns: Columns, product: Product) -> bool:
    """Whether the headers say price × count = amount."""
    headers = zip((_PRICE, _COUNT, _MADE), product[:3], strict=True)
    return all(said.search(columns.name(place)) for said, place in headers)


def _is_learnt(product: Product, rows: Sequence[Row], ways: int) -> bool:
    """Whether nearly all rows fit, and so many digits of them that it is no chance."""
    told = [(row, fits) for row in rows if (fits := _fits(product, row)) is not None]
    missing = sum(not fits for _, fits in told)
    telling = [found for row, fits in told if fits and (found := _digits(product, row))]
    least = 1 if product.told else NAMED if product.named else UNNAMED
    if len(telling) < least or missing > max(Decimal(least == 1), (1 - MOSTLY) * len(told)):
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


def _scale(product: Product, rows: Sequence[Row]) -> int | None:
    """The power of ten in which nearly all of the first rows agree."""
    found = []
    for row in rows[:TRIED]:
        each, made = (row.cells[place].amount for place in (product.each, product.made))
        whole = each.value * (product.factor(row) or 0) if each else Decimal(0)
        if whole and made and made.value:
            exact = made.value / whole
            found.append((abs(exact) * 3).adjusted() if exact > 0 else None)
    best = max(set(found), key=found.count, default=None)
    enough = best is not None and found.count(best) >= max(1, len(found) - 1)
    return best if best is not None and enough and abs(best) < FAR else None


def _fits(product: Product, row: Row) -> bool | None:
    """Whether the product, or one of its factors, comes out by the places it is printed with; None for blanks."""
    each, made = (row.cells[place].amount for place in (product.each, product.made))
    factor = product.factor(row)
    if each is None or made is None or not factor or product.scale == FAR:
        return None
    whole = made.value.scaleb(-product.scale)
    step = made.step.scaleb(-product.scale)
    if agrees(whole, step, each.value * factor):
        return True
    rounds = product.named and not product.exact and (not product.told or each.step < 1)
    return rounds and agrees(each.value, each.step, whole / factor)


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
    if product.times is not None:
        said += f"×{columns.name(product.times)}"
        figures += f"×{row.cells[product.times].text}"
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
    exact = (each.value * (product.factor(row) or of.value)).scaleb(product.scale)
    return written(exact) if exact == exact.quantize(made.step) else rounded(exact, made.step)


def _given(amount: Amount | None) -> Amount:
    assert amount is not None
    return amount

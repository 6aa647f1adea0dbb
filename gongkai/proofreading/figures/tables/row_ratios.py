"""Amounts that are the same for each of what is counted in all rows but one: 8.6亩 847.10元, 5.2亩 512.20元, 7.8亩 786.30元."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import permutations

from gongkai.proofreading.figures.arithmetic.slips import is_slip
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import Amount
from gongkai.proofreading.figures.reading.grid import Columns, Grid, Row
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.hits import Hit, Level

LEAST, ROWS, COLUMNS = 3, 300, 8
"""Rows with unequal numbers that must agree; rows and columns that are looked at."""
TELLING = 10
"""An amount for each, in its last place, from which several rows hardly share it by chance."""


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """The one row whose amount is a slip away from what all others get for each."""
    for grid in grids:
        places = grid.columns.counts[:COLUMNS]
        for count, made in permutations(places, 2) if LEAST < len(grid.body) <= ROWS else ():
            yield from _of_columns(grid.columns, count, made)


def _of_columns(columns: Columns, count: int, made: int) -> Iterator[Hit]:
    told = [
        (row, one, other)
        for row in columns.grid.body
        if (one := row.cells[count].amount)
        and (other := row.cells[made].amount)
        and one.value
        and other.value
    ]
    for seed in told[:2]:
        price = seed[2].value / seed[1].value
        odd = [each for each in told if not _agree(each, seed)]
        fitting = {each[1].value for each in told} - {each[1].value for each in odd}
        if len(odd) == 1 and len(fitting) >= LEAST and price >= TELLING * seed[2].step:
            yield from _judged(columns, count, made, odd[0], price)
            return


def _agree(one: tuple[Row, Amount, Amount], other: tuple[Row, Amount, Amount]) -> bool:
    return one[1].value * other[2].value == other[1].value * one[2].value


def _judged(
    columns: Columns, count: int, made: int, odd: tuple[Row, Amount, Amount], price: Decimal
) -> Iterator[Hit]:
    row, of, amount = odd
    right = of.value * price
    if is_slip(amount.value, right, amount.step) or is_slip(of.value, amount.value / price, of.step):
        cells = row.cells[made], row.cells[count]
        reason = (
            f"{columns.grid.called}“{columns.label_of(row)}”一行：按其余各行的同一标准（{written(price)}），"
            f"“{columns.name(count)}”{cells[1].text}应为{written(right)}，与“{columns.name(made)}”{cells[0].text}不符"
        )
        yield hit(Kind.RELATION, Level.DOUBT, cells[0].text, reason, *(cell.span for cell in cells))

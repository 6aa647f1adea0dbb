"""Allowances by age as the text sets them (80—89周岁每人每月100元) against the rows that list who gets them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import Cell
from gongkai.proofreading.figures.reading.grid import Grid
from gongkai.proofreading.figures.reading.numerals import number, written
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level, Span

LEAST, MOSTLY, OLDEST = 4, Decimal("0.75"), 150
"""Rows that must fit, their share, and an age that nobody reaches."""
_BAND = re.compile(
    r"(?P<first>\d{1,3})(?:周?岁)?(?:(?:—+|-|–|~|至|到)(?P<last>\d{1,3})周?岁|周?岁(?:及)?以上)"
    r"[^，。；、\d]{0,16}?(?P<amount>\d{1,6}(?:\.\d{1,2})?)元"
)
_AGE, _AMOUNT = re.compile(r"年龄|周岁"), re.compile(r"金额|津贴|补贴|补助|标准|发放")


class Band(NamedTuple):
    """Ages and what is paid at them, and where that stands."""

    first: int
    last: int
    amount: Decimal
    span: Span


class Paid(NamedTuple):
    """A row's age and amount, and the band it falls in."""

    age: Cell
    amount: Cell
    label: str
    band: Band

    @property
    def times(self) -> Decimal:
        """How many times the band's amount is paid."""
        return self.amount.amount.value / self.band.amount if self.amount.amount else Decimal(0)


class AgeStandards:
    """Tables with ages and amounts, against which a text's standards are held."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        self._grids = [(grid, *places) for grid in grids if (places := _places(grid))]

    def check(self, passage: Passage) -> Iterator[Hit]:
        """Rows that get something else for their age than nearly all others do."""
        bands = list(_bands(passage)) if self._grids and "岁" in passage.text else []
        for grid, age, amount in self._grids if len(bands) > 1 else ():
            yield from _judged(grid, list(_paid(grid, age, amount, bands)))


def _places(grid: Grid) -> tuple[int, int] | None:
    columns = grid.columns
    ages = [place for place in columns.numeric if _AGE.search(columns.name(place))]
    amounts = [place for place in columns.numeric if _AMOUNT.search(columns.name(place))]
    return (ages[0], amounts[0]) if len(ages) == len(amounts) == 1 and ages != amounts else None


def _bands(passage: Passage) -> Iterator[Band]:
    for match in _BAND.finditer(passage.text):
        amount = number(match["amount"])
        if amount:
            last = int(match["last"]) if match["last"] else OLDEST
            yield Band(int(match["first"]), last, amount, passage.span(*match.span()))


def _paid(grid: Grid, age: int, amount: int, bands: list[Band]) -> Iterator[Paid]:
    """Rows whose age lies in one band only."""
    for row in grid.body:
        cells = row.cells[age], row.cells[amount]
        years = cells[0].amount
        if years is None or cells[1].amount is None:
            continue
        of = [band for band in bands if band.first <= years.value <= band.last]
        if len(of) == 1:
            yield Paid(*cells, grid.columns.label_of(row), of[0])


def _judged(grid: Grid, paid: list[Paid]) -> Iterator[Hit]:
    """A month's amount, or that of the same number of months for all."""
    times, count = next(iter(Counter(each.times for each in paid).most_common(1)), (Decimal(0), 0))
    if count < LEAST or count < MOSTLY * len(paid) or times % 1:
        return
    for each in paid:
        if each.times != times:
            right = written(each.band.amount * times)
            reason = f"{grid.called}“{each.label}”{each.age.text}岁，按正文标准应为{right}元，表中为{each.amount.text}元"
            spans = (each.amount.span, each.age.span, each.band.span)
            yield hit(Kind.ANNEX, Level.DOUBT, each.amount.text, reason, *spans, suggestion=right)

"""Rates of the narrative against the total row of the table's column of that name: 按期办结率97.9%."""

import re
from collections.abc import Iterator
from decimal import Decimal

from gongkai.proofreading.figures.annexes.annex_totals import Labels, words
from gongkai.proofreading.figures.annexes.links import Link
from gongkai.proofreading.figures.arithmetic.rounding import agrees
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import Amount, Cell
from gongkai.proofreading.figures.reading.grid import Grid, RowKind
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level

NEAR = Decimal(10)
"""Points by which a rate may miss that of the total row and still be meant to be it."""
_NAME = re.compile(r"([一-龥]{1,8}率)(?:（.*）|%)*$")
_OTHERS = re.compile(
    r"上年|去年|同期|上季|上月|上期|环比|同比|计划|目标|全[省市国]|平均|以上|以下|不低于|达到|较|比|其中|最[高低]"
)


class AnnexRates:
    """The rates of tables; the names of a table's rows are gathered once."""

    def __init__(self) -> None:
        self._labels: dict[int, Labels] = {}

    def check(self, link: Link) -> Iterator[Hit]:
        """A rate said of all that is neither that of the total row nor of any other."""
        told = [each for each in link.told if each.unit == "%" and not each.rough]
        if len(link.grids) != 1 or not told:
            return
        grid = link.grids[0]
        if id(grid) not in self._labels:
            self._labels[id(grid)] = Labels(link.grids)
        labels = self._labels[id(grid)]
        for place in grid.columns.rates:
            name, total = _NAME.search(grid.columns.name(place)), _total(grid, place)
            if name is None or total is None or total.amount is None:
                continue
            said = [each for each in told if re.search(rf"{name[1]}(?:达到?|为|是)?$", words(each))]
            if any(_agree(each, total.amount) for each in said):
                continue
            for each in said[:1]:
                if _is_of_all(link, each, labels) and _is_near(grid, place, each, total.amount):
                    yield _disagree(grid, place, each, total)


def _total(grid: Grid, place: int) -> Cell | None:
    """The total row's cell; None where there is no total, or more than one."""
    rows = [row for row in grid.rows if row.kind is RowKind.TOTAL]
    return rows[0].cells[place] if len(rows) == 1 else None


def _agree(each: Statement, printed: Amount) -> bool:
    """Whether one may be the other with fewer places."""
    first, second = sorted(
        ((each.value, each.step), (printed.value, printed.step)), key=lambda pair: -pair[1]
    )
    return agrees(first[0], first[1], second[0])


def _is_of_all(link: Link, each: Statement, labels: Labels) -> bool:
    before = link.passage.text[link.passage.clause_start(each.start) : each.start]
    return not _OTHERS.search(before[-20:]) and not labels.are_in(before[-60:])


def _is_near(grid: Grid, place: int, each: Statement, total: Amount) -> bool:
    """Near the total, and no other row's rate."""
    held = any(_agree(each, other) for other in grid.columns.amounts(place))
    return not held and total.percent and abs(each.value - total.value) <= NEAR


def _disagree(grid: Grid, place: int, each: Statement, total: Cell) -> Hit:
    name = grid.columns.name(place)
    reason = f"正文“{words(each)[-14:]}{each.amount}”，{grid.called}“{name}”合计行为{total.text}，两处不一致"
    return hit(Kind.ANNEX, Level.DOUBT, each.amount, reason, each.span, total.span)

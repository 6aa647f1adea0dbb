"""Amounts of the narrative against the total of the table's only column in that unit: 资金1260万元, 接待56.8万人次."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.annexes.annex_totals import Labels, words
from gongkai.proofreading.figures.annexes.links import Link
from gongkai.proofreading.figures.arithmetic.rounding import agrees
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Grid, RowKind
from gongkai.proofreading.figures.reading.header_units import Measure, measure
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level, Span

NEAR = Decimal("0.2")
"""How far, as a share of the column's total, an amount may miss it and still be meant to be it."""
_WHOLE = re.compile(r"共|合计|总|累计|全年|全部")
_OTHERS = re.compile(
    r"其中|其他|其余|上年|去年|同期|上季|上月|上期|环比|同比|计划|目标|预计|拟|另|每|均|增|减|已|未|尚|结余|剩余|缺口|中央|省级|市级|县级|区级|自筹|配套"
)
_SORT = re.compile(r"完成|到位|支出|计划|预算|批复|合同|中标|概算|审定|签约|节约|审减")
"""Sorts of amount, of which a column and a sentence must speak alike."""


class Column(NamedTuple):
    """A column in one unit: what its cells hold, its total as printed and as added up, all in single units."""

    name: str
    called: str
    span: Span | None
    totals: frozenset[Decimal]
    cells: frozenset[Decimal]
    text: str


class AnnexAmounts:
    """The totals of tables by their units, worked out once for each group of tables that a passage speaks of."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, ...], tuple[dict[Measure, list[Column]], Labels]] = {}

    def check(self, link: Link) -> Iterator[Hit]:
        """An amount said of all that is near the only total in its unit, but none of the table's figures."""
        key = tuple(map(id, link.grids))
        if key not in self._known:
            self._known[key] = _columns(link.grids), Labels(link.grids)
        by_unit, labels = self._known[key]
        for unit, (column, *others) in by_unit.items():
            told = [each for each in link.told if unit.fits(each) and not each.rough]
            if others or any(_fits(each, column.totals) for each in told):
                continue
            for each in told:
                said = words(each)
                alike = set(_SORT.findall(said[-20:])) == set(_SORT.findall(column.name))
                if (
                    alike
                    and _is_whole(link, each)
                    and _is_near(each, column)
                    and not labels.are_in(said[-60:])
                ):
                    yield _disagree(each, column)
                    break


def _columns(grids: Sequence[Grid]) -> dict[Measure, list[Column]]:
    """The columns with a unit in their header or above their table, by that unit."""
    found: dict[Measure, list[Column]] = defaultdict(list)
    for grid in grids:
        for place in grid.columns.counts:
            told = measure(grid, place)
            if told.unit:
                found[told._replace(scale=1)].append(_column(grid, place, told.scale))
    return found


def _column(grid: Grid, place: int, scale: int) -> Column:
    header = grid.headers[place]
    totals = [
        (amount.value, row.cells[place].text)
        for row in grid.rows
        if row.kind is RowKind.TOTAL and (amount := row.cells[place].amount)
    ]
    made = grid.columns.sums.get(place, Decimal(0))
    values = {*(value for value, _ in totals), made}
    cells = {amount.value for row in grid.rows if (amount := row.cells[place].amount)} - values
    text = totals[0][1] if totals else written(made)
    return Column(
        header.name,
        grid.called,
        header.span,
        frozenset(value * scale for value in values),
        frozenset(value * scale for value in cells),
        text,
    )


def _is_whole(link: Link, each: Statement) -> bool:
    """Whether an amount is said of all: 共, 总, 累计 in its sentence, and no part, plan or other period."""
    before = link.passage.text[link.passage.clause_start(each.start) : each.start]
    return _WHOLE.search(before) is not None and not _OTHERS.search(before[-40:])


def _fits(each: Statement, values: frozenset[Decimal]) -> bool:
    return any(agrees(each.value, each.step, value) for value in values)


def _is_near(each: Statement, column: Column) -> bool:
    """Near every total, and none of the column's cells."""
    apart = [abs(each.value - total) <= NEAR * abs(total) for total in column.totals]
    return all(apart) and not _fits(each, column.cells)


def _disagree(each: Statement, column: Column) -> Hit:
    reason = f"正文“{words(each)[-14:]}{each.amount}”，{column.called}“{column.name}”合计为{column.text}，两处不一致"
    spans = [column.span] if column.span else []
    return hit(Kind.ANNEX, Level.DOUBT, each.amount, reason, each.span, *spans)

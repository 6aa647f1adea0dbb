"""Averages over the rows of a table told beside it: 村均收入34.9万元 · 全县平均降雨量34.0毫米."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from gongkai.proofreading.figures.annexes.links import EXTRACT
from gongkai.proofreading.figures.arithmetic.rounding import agrees, rounded
from gongkai.proofreading.figures.arithmetic.slips import is_likely, is_slip
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Grid, RowKind
from gongkai.proofreading.figures.reading.header_units import Measure, measure
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level, Span

TABLES, LEAST, ROWS, COLUMNS = 20, 3, 300, 12
"""Tables that are looked at; rows that one must have and may have; columns that are put over one another."""
NEAR = Decimal("0.1")
"""Share of the mean within which an average over the table's own rows is held to it."""
_AVERAGE = re.compile(
    r"(?:(?P<per>[村镇乡户校班站厂店企]|单位|项目|社区)均|平均(?:每[个家所]?(?P<each>[村镇乡户校班站厂店]))?)(?P<what>[^，。；：\d]{0,10})$"
)
_ROUGH = re.compile(r"(?:近|约|超|超过|逾|不足|达不到|高于|低于|增[长加]?|减少?|上升|下降|以上)$")
_OTHERS = re.compile(
    r"上半年|季度|上年|去年|同期|往年|全[国省市]|计划|目标|[比较]|增|减|其中|前[三五十\d]|后[三五十\d]"
)


class Column(NamedTuple):
    """A column of values: the mean of its cells, of all rows, or of the printed total over them; and its unit."""

    grid: Grid
    place: int
    known: Measure
    mean: Decimal
    others: frozenset[Decimal]


class TableMeans:
    """The columns of a document's tables, and what they give over one another."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        usable = [
            g for g in grids if not EXTRACT.search(g.title) and LEAST <= len(g.body) <= ROWS and g.whole
        ]
        self._grids = usable[:TABLES]
        self._columns: list[Column] | None = None
        self._given: frozenset[Decimal] = frozenset()

    def check(self, passage: Passage) -> Iterator[Hit]:
        """An average that no column gives, nor one over another, and that is a slip of one's mean."""
        if not self._grids or "均" not in passage.text:
            return
        most = max(
            (each.value for each in passage.told if each.unit in ("个", "家", "所")), default=Decimal(0)
        )
        for each in passage.told:
            match = _AVERAGE.search(each.gap[-24:])
            if (
                match
                and each.unit != "%"
                and not _ROUGH.search(each.gap)
                and not _OTHERS.search(each.gap[-24:])
            ):
                yield from self._judged(each, match, most)

    def _judged(self, each: Statement, match: re.Match[str], most: Decimal) -> Iterator[Hit]:
        if self._columns is None:
            self._columns = [column for grid in self._grids for column in _columns(grid)]
            self._given = frozenset(value for grid in self._grids for value in _given(grid))
        columns = [
            column for column in self._columns if column.known.fits(each) and len(column.grid.body) >= most
        ]
        if any(_gives(each, column.known, value) for column in columns for value in column.others):
            return
        if any(agrees(each.value, each.step, value) for value in self._given):
            return
        named = [column for column in columns if _is_of(match, column, alone=len(columns) == 1)]
        for column in named if len(named) == 1 else ():
            right = column.known.of(column.mean)
            rows = (match["per"] or match["each"] or "") in column.grid.columns.name(
                column.grid.columns.label or 0
            )
            per = bool(match["per"] or match["each"])
            slip = is_slip(each.value, right, each.step) and each.value >= 100 * each.step
            if (slip and (rows or not per)) or (
                per and rows and is_likely(each.value, right, each.step, NEAR)
            ):
                yield _disagree(each, column)


def _columns(grid: Grid) -> Iterator[Column]:
    columns = grid.columns
    totals = [row for row in grid.rows if row.kind is RowKind.TOTAL]
    for place in columns.numeric:
        values = [amount.value for amount in columns.amounts(place)]
        if place in columns.ranks or len(values) < LEAST:
            continue
        made = sum(values, Decimal(0))
        printed = [amount.value for row in totals if (amount := row.cells[place].amount)]
        sums, numbers = [made, *printed], {len(values), len(grid.body)}
        others = frozenset(value / count for value in sums for count in numbers)
        yield Column(grid, place, measure(grid, place), made / len(values), others | frozenset(printed))


def _given(grid: Grid) -> Iterator[Decimal]:
    """What the sum of one column is over that of another, in single units, and the printed cells themselves."""
    known = [measure(grid, place) for place in range(len(grid.headers))]
    sums = {place: known[place].of(grid.columns.sums[place]) for place in grid.columns.counts[:COLUMNS]}
    for one, other in permutations(sums, 2):
        if sums[other]:
            yield sums[one] / sums[other]
    for row in grid.rows:
        for cell, each in zip(row.cells, known, strict=True):
            if cell.amount:
                yield each.of(cell.amount.value)


def _gives(each: Statement, known: Measure, value: Decimal) -> bool:
    return agrees(each.value, each.step, known.of(value))


def _is_of(match: re.Match[str], column: Column, *, alone: bool) -> bool:
    """Whether the words behind 均 are those of the header; without such words, whether no other column may be meant."""
    name, what = column.grid.columns.name(column.place), re.sub(r"(?:为|达到?|是|有|约)+$", "", match["what"])
    if not what:
        return alone
    return any(what[at : at + 2] in name for at in range(len(what) - 1)) or (alone and what[0] in name)


def _disagree(each: Statement, column: Column) -> Hit:
    header = column.grid.headers[column.place]
    right = rounded(column.mean, each.step / column.known.scale)
    reason = f"{column.grid.called}“{header.name}”一列平均为{right}，与所写“{each.amount}”不符"
    spans: list[Span] = [header.span] if header.span else []
    return hit(Kind.AVERAGE, Level.DOUBT, each.amount, reason, each.span, *spans)

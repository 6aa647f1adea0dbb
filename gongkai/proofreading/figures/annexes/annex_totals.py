"""Totals of the narrative against the sums of the annex columns that they are said of."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from gongkai.proofreading.figures.annexes.links import Link
from gongkai.proofreading.figures.arithmetic.rounding import agrees
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.concepts import SHARED, concepts, means
from gongkai.proofreading.figures.reading.grid import Columns, Grid, RowKind
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.figures.sums.outcomes import Outcome, outcome
from gongkai.proofreading.hits import Hit, Level, Span

NEAR, SPREAD_NEAR = Decimal("0.5"), Decimal("0.1")
"""How far, as a share of the sum, a total may miss it and still be meant to be it; less far for a sum over
several columns, which no header names."""
LONGEST, SAID, PARTS = 30, 60, 12
"""Characters of a row's name, and of the words before a number in which it is looked for; and parts of a number."""
_SPREAD = re.compile(
    r"^(?:\d{1,2}月|[一二三四五六七八九十]+月|第?[一二三四1-4]季度|第[一二三四五\d]+周)(?:份|数|更新数?)?$"
)
_OTHERS = re.compile(r"其中|上年|去年|同期|上季度|上月|环比|同比|计划|目标|每|累计历")


class Total(NamedTuple):
    """What the tables make of one column, or of several that spread one count over months: the sums that would
    be right, the one that is quoted, and where it stands."""

    name: str
    called: str
    right: frozenset[Decimal]
    sum: Decimal
    span: Span | None
    spread: bool
    made: str = ""


class AnnexTotals:
    """What tables add up to, worked out once for each group of them that a passage speaks of."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, ...], tuple[list[Total], frozenset[Decimal], Labels]] = {}

    def check(self, link: Link) -> Iterator[Hit]:
        """Totals that no column gives though one is said of the same thing; one finding a column at most."""
        key = tuple(map(id, link.grids))
        if not link.told:
            return
        if key not in self._known:
            totals = _totals(link.grids)
            right = frozenset(value for total in totals for value in total.right)
            self._known[key] = totals, right, Labels(link.grids)
        totals, right, labels = self._known[key]
        open_totals = [total for total in totals if not _is_settled(total, link.told)]
        told = [
            each
            for at, each in enumerate(link.told)
            if _may_be_total(each) and not _is_right(each, right) and not _is_made(each, link.told[at + 1 :])
        ]
        yield from _nearest(
            [
                (abs(each.value - total.sum), place, each, total)
                for place, total in enumerate(open_totals)
                for each in told
                if _is_near(each, total)
                and _speaks_of(each, total)
                and not labels.are_in(words(each)[-SAID:])
            ]
        )


class Labels:
    """The names of the rows of tables: a number said beside one is of that row, and not of all."""

    def __init__(self, grids: Sequence[Grid]) -> None:
        self._names = frozenset(
            label
            for grid in grids
            for row in grid.body
            if 2 <= len(label := grid.columns.label_of(row).lstrip("县区市")) <= LONGEST
        )
        self._lengths: dict[str, set[int]] = defaultdict(set)
        for name in self._names:
            self._lengths[name[:2]].add(len(name))

    def are_in(self, text: str) -> bool:
        """Whether a text names a row."""
        return any(
            text[at : at + length] in self._names
            for at in range(len(text) - 1)
            for length in self._lengths.get(text[at : at + 2], ())
        )


def _nearest(pairs: list[tuple[Decimal, int, Statement, Total]]) -> Iterator[Hit]:
    """Each total is held against one column and each column against one total, the nearest."""
    told: set[int] = set()
    taken: set[int] = set()
    for _, place, each, total in sorted(pairs, key=lambda pair: pair[:2]):
        if each.start not in told and place not in taken:
            told.add(each.start)
            taken.add(place)
            yield _disagree(each, total)


def words(statement: Statement) -> str:
    """What is said of a number since the last comma; a list joined by 、 belongs together."""
    return re.split("[，。；：（）]", statement.gap)[-1]


def _is_settled(total: Total, told: Sequence[Statement]) -> bool:
    """Whether the narrative has the sum; one that no column tells must be told in its own words."""
    return any(each.value in total.right and (not total.made or _speaks_of(each, total)) for each in told)


def _may_be_total(each: Statement) -> bool:
    return not each.rough and each.unit not in ("%", "个百分点", "分") and not _OTHERS.search(each.gap)


def _is_right(each: Statement, right: frozenset[Decimal]) -> bool:
    """Whether a number is one of the sums, or in 万 stands for one."""
    return each.value in right or (each.step > 1 and any(agrees(each.value, each.step, one) for one in right))


def _is_made(each: Statement, after: Sequence[Statement]) -> bool:
    """Whether a number is what the next ones make, so that it is of them and not of the table."""
    parts = [one.value for one in after[:PARTS] if one.unit == each.unit]
    return each.value in list(accumulate(parts))[1:]


def _speaks_of(each: Statement, total: Total) -> bool:
    said = words(each)
    if total.spread:
        return concepts(said) <= concepts(total.name) and bool(concepts(said))
    return means(said, total.name)


def _is_near(each: Statement, total: Total) -> bool:
    share = SPREAD_NEAR if total.spread else NEAR
    return 0 < abs(each.value - total.sum) <= share * total.sum


def _totals(grids: Sequence[Grid]) -> list[Total]:
    """Tables with the same headers are one table in several annexes: their sums count alone and together."""
    families: dict[tuple[str, ...], list[Grid]] = defaultdict(list)
    for grid in grids:
        families[tuple(header.name for header in grid.headers)].append(grid)
    return [total for family in families.values() for total in _family(family)]


def _family(grids: Sequence[Grid]) -> Iterator[Total]:
    columns = [grid.columns for grid in grids]
    called = "、".join(grid.called for grid in grids)
    spread = [place for place in columns[0].counts if _SPREAD.match(columns[0].name(place))]
    for place in columns[0].counts:
        if place in spread and len(spread) > 1:
            continue
        sums = [one.sums.get(place, Decimal(0)) for one in columns]
        printed = [
            amount.value
            for grid in grids
            for row in grid.rows
            if row.kind is RowKind.TOTAL and (amount := row.cells[place].amount)
        ]
        together = sum(sums, Decimal(0))
        name = columns[0].name(place)
        alike = [one.sums.get(at, Decimal(0)) for one in columns for at in one.counts if one.name(at) == name]
        right = frozenset((*sums, *printed, together, sum(alike, Decimal(0))))
        yield Total(name, called, right, together, grids[0].headers[place].span, spread=False)
    yield from _due(columns, called)
    if len(spread) > 1:
        together = sum((one.sums.get(place, Decimal(0)) for one in columns for place in spread), Decimal(0))
        first = grids[0].headers[spread[0]]
        name = grids[0].title + "、".join(grids[0].headers[place].name for place in spread)
        yield Total(name, called, frozenset((together,)), together, first.span, spread=True)


def _due(columns: Sequence[Columns], called: str) -> Iterator[Total]:
    """What was due is what was closed in time and late, where no column tells it."""
    by = {outcome(SHARED.sub("", columns[0].name(place))): place for place in columns[0].counts}
    if Outcome.DUE in by or Outcome.ON_TIME not in by or Outcome.LATE not in by:
        return
    places = by[Outcome.ON_TIME], by[Outcome.LATE]
    together = sum((one.sums.get(place, Decimal(0)) for one in columns for place in places), Decimal(0))
    each = frozenset(
        sum((one.sums.get(place, Decimal(0)) for place in places), Decimal(0)) for one in columns
    )
    span = columns[0].grid.headers[places[0]].span
    yield Total(
        "应办结",
        called,
        each | {together},
        together,
        span,
        spread=False,
        made="、".join(map(columns[0].name, places)),
    )


def _disagree(each: Statement, total: Total) -> Hit:
    column = "各期各列" if total.spread else f"“{total.made or total.name}”{'两列' if total.made else '一列'}"
    reason = (
        f"正文“{words(each)[-14:]}{each.amount}”，{total.called}{column}相加为{written(total.sum)}，"
        f"相差{written(abs(each.value - total.sum))}"
    )
    return hit(Kind.ANNEX, Level.DOUBT, each.amount, reason, each.span, *([total.span] if total.span else []))

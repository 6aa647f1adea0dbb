"""Columns that say 合计 or 总分 against the columns of their row; the relation is learnt from the rows that fit."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.rounding import rounding
from gongkai.proofreading.figures.arithmetic.slips import is_slip
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import Cell
from gongkai.proofreading.figures.reading.grid import Columns, Grid, Row, RowKind
from gongkai.proofreading.figures.reading.labels import exclusive
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.figures.sums.outcomes import Outcome, outcome
from gongkai.proofreading.hits import Hit, Level

MOSTLY, LEAST, LEARNT_FROM = Decimal("0.6"), 2, 300
"""Share and number of rows that must fit before the others are wrong; rows that say which columns make the total."""
FEW = 2
"""Rows from which no relation is learnt."""
_TOTAL = re.compile(
    r"合计|总计|小计|共计|总分|总得分|总数|总量|综合得分|最终得分|考核得分|总成绩|^得分$|^总$"
)
_LESS = re.compile(r"扣")
_TAIL = re.compile(r"(?:件|数量|数|量|工单|（.*）)+$")


class Relation(NamedTuple):
    """A column that is the sum of others; `signs` is −1 for points taken off. `named`: its header says so."""

    total: int
    parts: tuple[int, ...]
    signs: tuple[int, ...]
    named: bool


class Line(NamedTuple):
    """A row under a relation: what the parts make, what is printed, and how far rounding may take them apart."""

    row: Row
    made: Decimal
    printed: Cell
    slack: Decimal
    telling: bool

    @property
    def gap(self) -> Decimal:
        return self.printed.amount.value - self.made if self.printed.amount else Decimal(0)

    @property
    def fits(self) -> bool:
        return abs(self.gap) <= self.slack


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """Rows whose total is not what most other rows make of the same columns."""
    for grid in grids:
        columns = grid.columns
        first = grid.rows[:LEARNT_FROM]
        for relations in _candidates(columns):
            if best := _best(relations, first):
                yield from _judged(columns, best, list(_lines(best, grid.rows)))


def _best(relations: Iterable[Relation], rows: Sequence[Row]) -> Relation | None:
    """The first of those that most rows fit."""
    best, most = None, -1
    for each in dict.fromkeys(relations):
        fits = sum(line.fits for line in _lines(each, rows))
        if fits > most:
            best, most = each, fits
        if most == len(rows):
            break
    return best


def _candidates(columns: Columns) -> Iterator[list[Relation]]:
    """For each total column the ways it may be made, the likeliest first."""
    usable = [place for place in columns.numeric if place not in (*columns.rates, *columns.ranks)]
    totals = [place for place in usable if _TOTAL.search(columns.name(place))]
    for total in totals:
        before = [place for place in usable if place < total]
        since = [
            place for place in before if place > max((each for each in totals if each < total), default=-1)
        ]
        after = [place for place in usable if place > total]
        until = [
            place for place in after if place < min((each for each in totals if each > total), default=999)
        ]
        subtotals = [place for place in before if place in totals]
        ways = [
            since,
            [place for place in before if place not in totals],
            subtotals,
            before,
            until,
            *_shorter(until),
            *(since[start:] for start in range(1, min(len(since) - 1, 8))),
        ]
        yield [
            Relation(total, tuple(way), signs, named=True)
            for way in ways
            if len(way) > 1
            for signs in _signs(columns, way)
        ]
    if not totals:
        yield _by_outcome(columns)


def _shorter(places: Sequence[int]) -> list[Sequence[int]]:
    """合计 | 订阅号 | 微博 | 应更新数: the parts behind a total may end before the columns do."""
    return [places[:length] for length in range(len(places) - 1, 1, -1)][:12]


def _signs(columns: Columns, way: Sequence[int]) -> list[tuple[int, ...]]:
    plus = tuple(1 for _ in way)
    less = tuple(-1 if _LESS.search(columns.name(place)) else 1 for place in way)
    return [plus] if plus == less else [plus, less]


def _by_outcome(columns: Columns) -> list[Relation]:
    """承办 = 按期 + 超时, with what is open or withdrawn where the table tells it."""
    by: dict[Outcome, int] = {}
    for place in columns.counts:
        if which := outcome(_TAIL.sub("", columns.name(place))):
            by.setdefault(which, place)
    whole = by.get(Outcome.DUE, by.get(Outcome.CLOSED, by.get(Outcome.RECEIVED)))
    if whole is None or Outcome.ON_TIME not in by or Outcome.LATE not in by:
        return []
    parts = [by[Outcome.ON_TIME], by[Outcome.LATE]]
    more = [by[each] for each in (Outcome.OPEN, Outcome.WITHDRAWN) if each in by]
    ways = [parts, [*parts, *more], *([*parts, each] for each in more)]
    return [Relation(whole, tuple(way), tuple(1 for _ in way), named=False) for way in ways]


def _lines(relation: Relation, rows: Sequence[Row]) -> Iterator[Line]:
    for row in rows:
        printed = row.cells[relation.total]
        cells = [row.cells[place] for place in relation.parts]
        if row.kind is RowKind.OTHER or printed.amount is None:
            continue
        amounts = [each.amount for each in cells]
        if not any(amounts) or any(each.amount is None and not each.blank for each in cells):
            continue
        pairs = zip(amounts, relation.signs, strict=True)
        values = [each.value * sign for each, sign in pairs if each]
        slack = rounding([printed.amount.step, *(each.step for each in amounts if each)])
        telling = sum(value != 0 for value in values) > 1
        yield Line(row, sum(values, Decimal(0)), printed, slack, telling)


def _judged(columns: Columns, relation: Relation, lines: list[Line]) -> Iterator[Hit]:
    if relation.named and 0 < len(lines) <= FEW:
        yield from _few(columns, relation, lines)
        return
    fitting = [line for line in lines if line.fits]
    if (
        len(fitting) < LEAST
        or len(fitting) < MOSTLY * len(lines)
        or (relation.named and not any(line.telling for line in fitting))
    ):
        return
    sure = sum(line.telling for line in fitting) >= LEAST
    for line in lines:
        if line.fits or _is_scaled(line, relation):
            continue
        if relation.named:
            level = Level.ERROR if sure else Level.DOUBT
        else:
            level = Level.ERROR if line.gap < 0 else Level.DOUBT
        yield _disagree(columns, relation, line, level)


def _is_scaled(line: Line, relation: Relation) -> bool:
    """Whether a part of the row is struck out (—) and its total far above the rest: points without one part may be
    scaled up to the whole."""
    struck = any(line.row.cells[place].blank and line.row.cells[place].text for place in relation.parts)
    printed = line.printed.amount
    return bool(struck and printed and line.gap > 0 and not is_slip(printed.value, line.made, printed.step))


def _few(columns: Columns, relation: Relation, lines: list[Line]) -> Iterator[Hit]:
    """A row or two teach nothing: only columns that exclude one another by their names are held to their total."""
    others = [place for place in columns.counts if place != relation.total]
    names = [columns.name(place) for place in relation.parts]
    if list(relation.parts) != others or not exclusive(names):
        return
    for line in lines:
        if not line.fits and abs(line.gap) * 4 <= abs(line.made):
            yield _disagree(columns, relation, line, Level.DOUBT)


def _disagree(columns: Columns, relation: Relation, line: Line, level: Level) -> Hit:
    names = [columns.name(place) for place in relation.parts]
    said = "、".join(names) if len(names) < 5 else f"{names[0]}至{names[-1]}{len(names)}列"
    label = columns.label_of(line.row) or "合计"
    reason = (
        f"{columns.grid.called}“{label}”一行：{said}相加为{written(line.made)}，"
        f"与“{columns.name(relation.total)}”{line.printed.text}相差{written(abs(line.gap))}"
    )
    parts = [line.row.cells[place].span for place in relation.parts]
    return hit(Kind.ROW_TOTAL, level, line.printed.text, reason, line.printed.span, *parts)

"""Columns of which some make up the others, learnt from the rows: 期初＋新增－减少＝期末, 应报－实报＝缺报."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.evidence import ENOUGH, digits, surprise
from gongkai.proofreading.figures.arithmetic.rounding import rounding
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import Cell
from gongkai.proofreading.figures.reading.grid import Columns, Grid, Row, RowKind
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.hits import Hit, Level

COLUMNS, LEARNT_FROM, TRIED = 10, 60, 3
"""Columns and rows that a relation is learnt from, and rows on which it is tried before: all but one must fit."""
NAMED, UNNAMED = 2, 4
"""Rows that must fit where a header names the result, and where none does."""
MOSTLY, NEARLY_ALL = Decimal("0.6"), Decimal("0.75")
_RESULT = re.compile(
    r"期末|[年月季周]末|结转|结余|结存|库存|余额|剩余|净|在办|正在|待|[改办理]中$|未|尚|缺|差[额距值数]|短[缺少]"
)
_START = re.compile(r"^(?:期初|[上去年月]|原|应|任务|计划|目标)")
_DONE = re.compile(r"实|已|完成|办结|到位|支出|出库|减少|退出|发放|注销")
_TOTAL = re.compile(r"合计|总计|小计|共计|总分|总得分|得分|总数|总量|^总$")
_CHANGE = re.compile(r"增长|增幅|增减|增量|变化|变动|同比|环比|比上|较上")


class Balance(NamedTuple):
    """Columns whose values make nothing with these signs; the `result` is what the others are said to make: its header
    says so (`named`), and those of what was due and done as well (`tied`)."""

    places: tuple[int, ...]
    signs: tuple[int, ...]
    result: int
    named: bool = False
    tied: bool = False


class Line(NamedTuple):
    """A row under a balance: how far it misses, how far rounding may take it, and whether a fit says anything."""

    row: Row
    gap: Decimal
    slack: Decimal
    telling: bool

    @property
    def fits(self) -> bool:
        return abs(self.gap) <= self.slack


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """Rows in which columns do not make up one another as they do in nearly all other rows."""
    for grid in grids:
        rows = [row for row in grid.rows if row.kind is not RowKind.OTHER]
        if len(rows) > NAMED and len(grid.columns.counts) > 2:
            yield from _of_table(grid.columns, rows)


def _of_table(columns: Columns, rows: Sequence[Row]) -> Iterator[Hit]:
    learnt: list[Balance] = []
    ways = sum(2 ** (len(places) - 1) for places in _sets(columns.counts[:COLUMNS]))
    tried = _tried(columns, rows)
    for balance in _candidates(columns, tried):
        if any(set(each.places) <= set(balance.places) for each in learnt):
            continue
        lines = _lines(columns, balance, rows[:LEARNT_FROM])
        lines = [each for each in lines if not _is_carried(columns, balance, each.row) or each.fits]
        if _is_learnt(balance, lines, ways):
            learnt.append(balance)
            for line in _lines(columns, balance, rows):
                if not line.fits and _is_told(line, balance) and not _is_carried(columns, balance, line.row):
                    yield _disagree(columns, balance, line, lines)


def _tried(columns: Columns, rows: Sequence[Row]) -> list[tuple[list[Decimal], Decimal]]:
    """The rows that say most: their values by column, and how far rounding may take them apart."""
    values = [[_value(each) for each in row.cells] for row in rows[:LEARNT_FROM]]
    steps = [
        max((each.step for place in columns.counts if (each := row.cells[place].amount)), default=Decimal(1))
        for row in rows[:LEARNT_FROM]
    ]
    found = [(each, step * 3 if step < 1 else Decimal(0)) for each, step in zip(values, steps, strict=True)]
    found.sort(key=lambda row: -sum(row[0][place] != 0 for place in columns.counts))
    return found[:TRIED]


def _candidates(columns: Columns, tried: Sequence[tuple[list[Decimal], Decimal]]) -> Iterator[Balance]:
    """Neighbouring columns and one beside or apart from them, fewest first, with signs that fit nearly all rows tried."""
    for places in _sets(columns.counts[:COLUMNS]):
        for rest in product((1, -1), repeat=len(places) - 1):
            signs = (1, *rest)
            fits = 0
            for values, slack in tried:
                pairs = zip(places, signs, strict=True)
                gap = sum((values[place] * sign for place, sign in pairs), Decimal(0))
                fits += abs(gap) <= slack
            if -1 in rest and fits >= len(tried) - 1 and (found := _balance(columns, places, signs)):
                yield found


def _sets(places: Sequence[int]) -> Iterator[tuple[int, ...]]:
    seen: set[tuple[int, ...]] = set()
    for length in (2, 3, 4):
        for start in range(len(places) - length + 1):
            run = places[start : start + length]
            for other in (each for each in places if each not in run):
                chosen = tuple(sorted((*run, other)))
                if chosen not in seen:
                    seen.add(chosen)
                    yield chosen


def _balance(columns: Columns, places: tuple[int, ...], signs: tuple[int, ...]) -> Balance | None:
    """With the column that the others make: the one named so, or the only one of its sign; None for what other
    checks look at: a total of its parts, a change between two values."""
    names = [columns.name(place) for place in places]
    if len(places) == 3 and any(map(_CHANGE.search, names)):
        return None
    alone = [place for place, sign in zip(places, signs, strict=True) if signs.count(sign) == 1]
    if len(alone) == 1 and _TOTAL.search(columns.name(alone[0])):
        return None
    results = [
        place
        for place, name in zip(places, names, strict=True)
        if _RESULT.search(name) and not _START.search(name)
    ]
    if len(results) == 1:
        own = signs[places.index(results[0])]
        due = any(_START.search(name) and sign != own for name, sign in zip(names, signs, strict=True))
        done = any(_DONE.search(name) and sign == own for name, sign in zip(names, signs, strict=True))
        return Balance(places, signs, results[0], named=True, tied=due and done)
    return Balance(places, signs, (alone or places[-1:])[0])


def _lines(columns: Columns, balance: Balance, rows: Iterable[Row]) -> list[Line]:
    """Rows with a number in nearly every column; a blank counts as nothing only beside two numbers."""
    found: list[Line] = []
    for row in rows:
        cells = [row.cells[place] for place in balance.places]
        amounts = [each.amount for each in cells if each.amount]
        if any(each.amount is None and not each.blank for each in cells) or len(amounts) < 2:
            continue
        steps = [each.step for each in amounts]
        slack = rounding(steps)
        gap = sum((_value(each) * sign for each, sign in zip(cells, balance.signs, strict=True)), Decimal(0))
        telling = sum(each.value != 0 for each in amounts) > 2
        found.append(Line(row, gap, slack, telling))
    return found


def _value(cell: Cell) -> Decimal:
    return cell.amount.value if cell.amount else Decimal(0)


def _is_learnt(balance: Balance, lines: Sequence[Line], ways: int) -> bool:
    """Whether nearly all rows fit, each column has its say, and names or figures say that it is no chance."""
    fitting = [line for line in lines if line.fits and line.telling]
    missing = sum(not line.fits for line in lines)
    share, least = (MOSTLY, NAMED) if balance.named else (NEARLY_ALL, UNNAMED)
    if len(fitting) < least or missing > (1 - share) * len(lines):
        return False
    said = [sum(_value(line.row.cells[place]) != 0 for line in fitting) for place in balance.places]
    told = [_digits(line, balance) for line in fitting]
    return min(said) >= NAMED and (balance.tied or surprise(told, missing, ways) >= ENOUGH)


def _digits(line: Line, balance: Balance) -> float:
    """Digits that had to be right: those of the largest figure."""
    largest = max(abs(_value(line.row.cells[place])) for place in balance.places)
    return digits(largest, max(line.slack, Decimal(1)))


def _is_told(line: Line, balance: Balance) -> bool:
    """A difference may stand without its sign; a row with a blank may be of another sort."""
    values = [_value(line.row.cells[place]) for place in balance.places]
    signed = [value * sign for value, sign in zip(values, balance.signs, strict=True)]
    turned = [abs(line.gap - 2 * value) <= line.slack for value in signed]
    return not any(turned) and all(line.row.cells[place].amount for place in balance.places)


def _is_carried(columns: Columns, balance: Balance, row: Row) -> bool:
    """Whether a total row is right by its columns, and only carries on what is wrong in another row."""
    return row.kind is RowKind.TOTAL and all(
        _value(row.cells[place]) == columns.sums.get(place) for place in balance.places
    )


def _disagree(columns: Columns, balance: Balance, line: Line, lines: Sequence[Line]) -> Hit:
    at = balance.places.index(balance.result)
    others = [
        (columns.name(place), line.row.cells[place], -sign * balance.signs[at])
        for place, sign in zip(balance.places, balance.signs, strict=True)
        if place != balance.result
    ]
    others.sort(key=lambda each: -each[2])
    printed = line.row.cells[balance.result]
    made = sum((_value(cell) * sign for _, cell, sign in others), Decimal(0))
    said = "".join(("＋" if sign > 0 else "－") + name for name, _, sign in others).lstrip("＋")
    figures = "".join(("＋" if sign > 0 else "－") + cell.text for _, cell, sign in others).lstrip("＋")
    reason = (
        f"{columns.grid.called}“{columns.label_of(line.row) or '合计'}”一行：{said}为{written(made)}（{figures}），"
        f"与“{columns.name(balance.result)}”{printed.text}不符"
    )
    wrong = sum(not each.fits for each in lines)
    sure = balance.named and wrong == 1 and len(lines) > UNNAMED
    spans = [cell.span for _, cell, _ in others]
    level = Level.ERROR if sure else Level.DOUBT
    return hit(Kind.RELATION, level, printed.text, reason, printed.span, *spans, suggestion=written(made))

"""Values told name by name against the rows of those names: 东风渠长38.6公里，红旗渠长21.4公里."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.annexes.links import EXTRACT
from gongkai.proofreading.figures.arithmetic.rounding import agrees
from gongkai.proofreading.figures.arithmetic.slips import is_likely, is_slip
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import Cell
from gongkai.proofreading.figures.reading.grid import Grid, Row
from gongkai.proofreading.figures.reading.header_units import Measure, measure
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level

TABLES, ROWS, NAMES, FAR = 20, 300, 500, 20
"""Tables, rows of a table and names of rows that are looked at; characters between a name and its value."""
_OTHERS = re.compile(
    r"上年|去年|同期|上月|上季|上期|往年|计划|目标|任务|预计|[比较]|增|减|升|降|均|占|另|第|其中|[、和及与等]|超|缺口|不足"
)
_BEFORE = re.compile(r"(?:^|[^一-龥]|[中为是的和及与县区市由对在有从看])$")
"""What may stand before a name; 优质小麦 is not 小麦."""


class Table(NamedTuple):
    """A table by the names of its rows, and the unit of each column of values."""

    grid: Grid
    rows: dict[str, Row]
    columns: dict[int, Measure]


class Pair(NamedTuple):
    """A row's name with the value told of it."""

    label: str
    told: Statement


class ToldRows:
    """The tables of a document whose rows have names."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        usable = [grid for grid in grids if not EXTRACT.search(grid.title) and len(grid.body) <= ROWS]
        self._tables = [table for grid in usable[:TABLES] if (table := _table(grid)).rows]
        names = sorted({label for table in self._tables for label in table.rows}, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, names[:NAMES]))) if names else None

    def check(self, passage: Passage) -> Iterator[Hit]:
        """The one value that its row has not, in a column that has the others; nothing where a column has all."""
        pairs = list(_pairs(self._pattern, passage)) if self._pattern and passage.told else []
        for unit in sorted({pair.told.unit for pair in pairs}):
            alike = [pair for pair in pairs if pair.told.unit == unit]
            found = [
                _judged(table, place, alike)
                for table in self._tables
                for place, known in table.columns.items()
                if len(alike) > 1 and known.fits(alike[0].told)
            ]
            told = [each for each in found if each]
            if told and not any(each == [] for each in found):
                yield told[0][0]


def _table(grid: Grid) -> Table:
    columns = grid.columns
    rows = {re.sub(r"^[县区市](?=.{2,})", "", columns.label_of(row)): row for row in grid.body}
    once = len(rows) == len(grid.body) > 1 and all(2 <= len(label) <= 20 for label in rows)
    values = [place for place in columns.numeric if place not in columns.ranks]
    return Table(grid, rows if once else {}, {place: measure(grid, place) for place in values})


def _pairs(pattern: re.Pattern[str], passage: Passage) -> Iterator[Pair]:
    """Each name with the first number behind it, before the next name and the end of its clause."""
    found = pattern.finditer(passage.text)
    matches = [
        each for each in found if _BEFORE.search(passage.text[max(0, each.start() - 1) : each.start()])
    ]
    for place, match in enumerate(matches):
        stop = matches[place + 1].start() if place + 1 < len(matches) else len(passage.text)
        end = min(stop, match.end() + FAR)
        at = bisect_left(passage.told, match.end(), key=lambda each: each.start)
        first = passage.told[at] if at < len(passage.told) else None
        if first is None or first.rough or first.start >= min(end, passage.clause_end(match.end())):
            continue
        if not _OTHERS.search(passage.text[match.end() : first.start]):
            yield Pair(match[0], first)


def _judged(table: Table, place: int, pairs: Sequence[Pair]) -> list[Hit] | None:
    """None where the column says nothing of them; nothing wrong, or the one that is."""
    known = table.columns[place]
    held = [(pair, table.rows[pair.label].cells[place]) for pair in pairs if pair.label in table.rows]
    held = [(pair, cell) for pair, cell in held if cell.amount]
    odd = [(pair, cell) for pair, cell in held if not _has(cell, known, pair.told)]
    if len(held) < len(pairs) or len(odd) > 1 or len(held) < 2:
        return None
    if not odd:
        return []
    (pair, cell), agreeing = odd[0], len(held) - 1
    if any(each is not pair and each.label == pair.label for each, _ in held):
        return None  # two values of one row: what the second is of cannot be told
    if any(
        _has(other, Measure("", scale), pair.told)
        for scale in {1, known.scale}
        for other in table.rows[pair.label].cells
    ):
        return None
    return [_disagree(table, place, pair, cell)] if _is_meant(pair.told, cell, known, agreeing) else None


def _has(cell: Cell, known: Measure, told: Statement) -> bool:
    return cell.amount is not None and agrees(told.value, told.step, known.of(cell.amount.value))


def _is_meant(told: Statement, cell: Cell, known: Measure, agreeing: int) -> bool:
    """Whether the one value was likely meant for the other."""
    if cell.amount is None or told.value == 0:
        return False
    right = known.of(cell.amount.value)
    step = min(told.step, known.of(cell.amount.step))
    return is_slip(told.value, right, step) or (
        agreeing > 1 and is_likely(told.value, right, step, Decimal("0.2"))
    )


def _disagree(table: Table, place: int, pair: Pair, cell: Cell) -> Hit:
    said, grid = pair.told.amount, table.grid
    reason = (
        f"正文称“{pair.label}”为{said}，{grid.called}“{grid.headers[place].name}”为{cell.text}，其余各项相符"
    )
    return hit(Kind.ANNEX, Level.DOUBT, said, reason, pair.told.span, cell.span)

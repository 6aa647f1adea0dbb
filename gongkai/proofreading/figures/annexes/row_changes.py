"""A change told from one row of a table to another: 三季度接待26540人次，比二季度增长20.6%."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from gongkai.proofreading.figures.annexes.cell_lines import Line, lines
from gongkai.proofreading.figures.arithmetic.rounding import agrees, rounded
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Grid
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level

TABLES, ROWS = 20, 60
"""Tables and rows of one that are looked at."""
_CHANGE = re.compile(
    r"^[，（]?[较比](?P<row>[^，。；：（）]{2,16}?)(?:同期)?(?P<way>增长|增加|上升|提高|下降|减少|降低)了?$"
)
_DOWN = frozenset(("下降", "减少", "降低"))


class RowChanges:
    """The rows of a document's tables by their names, table by table."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        usable = [grid for grid in grids if len(grid.body) <= ROWS][:TABLES]
        self._tables = [{line.label: line for line in lines(grid) if line.label} for grid in usable]

    def check(self, passage: Passage) -> Iterator[Hit]:
        """A rate of change that the cell of the number before it and that of the row named do not give."""
        for each, rate in pairwise(passage.told) if self._tables else ():
            match = _CHANGE.match(rate.gap) if rate.unit == "%" else None
            if match is None or each.rough or rate.rough:
                continue
            found = [told for table in self._tables if (told := _changes(table, each, match["row"]))]
            sign = -1 if match["way"] in _DOWN else 1
            exact = [change * sign for told in found for change in told]
            if exact and not any(agrees(rate.value, rate.step, change) for change in exact):
                yield _disagree(each, rate, match["row"], exact[0])


def _changes(table: dict[str, Line], each: Statement, name: str) -> list[Decimal]:
    """The changes in percent to a number from the row named, in each column of the table that has it."""
    base = table.get(name)
    headers = {
        figure.header
        for line in table.values()
        for figure in line.figures
        if line is not base and figure.fits(each) and figure.value == each.value
    }
    before = [figure for figure in base.figures if figure.header in headers and figure.value] if base else []
    return [(each.value - figure.value) * 100 / figure.value for figure in before]


def _disagree(each: Statement, rate: Statement, name: str, exact: Decimal) -> Hit:
    right = rounded(abs(exact), rate.step)
    reason = f"按附表中“{name}”的数，到“{each.said}”的变化为{right}%，与所写{rate.amount}不符"
    return hit(Kind.CHANGE, Level.DOUBT, rate.amount, reason, rate.span, each.span, suggestion=f"{right}%")

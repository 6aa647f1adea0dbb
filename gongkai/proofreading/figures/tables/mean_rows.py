"""Rows that tell the mean, the highest or the lowest of the rows above them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from gongkai.proofreading.figures.arithmetic.rounding import agrees, rounded
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import Cell
from gongkai.proofreading.figures.reading.grid import Columns, Grid, Row, RowKind
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.hits import Hit, Level

LEAST, NEAR = 3, Decimal("0.1")
"""Rows of which a mean is checked, and how far, as a share of it, a figure may miss it and still be meant to be it."""
_MEAN = re.compile(r"^(?:平均|均值|均分)(?:数|值|分|得分|成绩)?$")
_ENDS: dict[str, Callable[[Sequence[Decimal]], Decimal]] = {"最高": max, "最低": min}
_END = re.compile(r"^(最高|最低)(?:值|分|数|得分)?$")


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """Means that no way of taking the mean gives, and ends that no row has."""
    for grid in grids:
        for row in grid.rows if grid.whole and len(grid.body) >= LEAST else ():
            label = next((cell.text for cell in row.cells[:3] if cell.text and not cell.amount), "")
            if row.kind is RowKind.OTHER and _MEAN.match(label):
                yield from _means(grid.columns, row)
            elif row.kind is RowKind.OTHER and (end := _END.match(label)):
                yield from _ends(grid.columns, row, end[1])


def _means(columns: Columns, row: Row) -> Iterator[Hit]:
    """A rate may be the mean of rates or that of all: it is left alone."""
    for place in columns.numeric:
        printed, values = row.cells[place], [each.value for each in columns.amounts(place)]
        if place in (*columns.rates, *columns.ranks) or printed.amount is None or len(values) < LEAST:
            continue
        mean = sum(values, Decimal(0)) / len(values)
        filled = sum(values, Decimal(0)) / len(columns.grid.body)
        trimmed = (sum(values, Decimal(0)) - max(values) - min(values)) / max(1, len(values) - 2)
        value, step = printed.amount.value, printed.amount.step
        if any(agrees(value, step, each) for each in (mean, filled, trimmed)):
            continue
        if 0 < abs(value - mean) <= NEAR * abs(mean):
            yield _told(columns, place, printed, f"平均为{rounded(mean, step)}")


def _ends(columns: Columns, row: Row, which: str) -> Iterator[Hit]:
    for place in columns.numeric:
        printed, values = row.cells[place], [each.value for each in columns.amounts(place)]
        if place in columns.ranks or printed.amount is None or len(values) < LEAST:
            continue
        right = _ENDS[which](values)
        if right != printed.amount.value and abs(printed.amount.value - right) <= NEAR * abs(right):
            yield _told(columns, place, printed, f"{which}为{written(right)}")


def _told(columns: Columns, place: int, printed: Cell, right: str) -> Hit:
    header = columns.grid.headers[place]
    reason = f"{columns.grid.called}“{header.name}”一列{right}，与所写{printed.text}不符"
    spans = [header.span] if header.span else []
    return hit(Kind.RELATION, Level.DOUBT, printed.text, reason, printed.span, *spans)

"""Parts that a column gives of the one before it and that are more than it: 入住老人36 beside 其中：特困38."""

import re
from collections.abc import Iterable, Iterator

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Columns, Grid
from gongkai.proofreading.hits import Hit, Level

LEAST = 3
"""Rows that must keep to it."""
_PART = re.compile(r"^(?:其?中[：:]?|#)(?=.)")


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """The one row whose part is more than its whole."""
    for grid in grids:
        for whole, part in _pairs(grid.columns):
            yield from _of_pair(grid, whole, part)


def _pairs(columns: Columns) -> Iterator[tuple[int, int]]:
    """Each 其中 with the nearest column before it that is none."""
    whole: int | None = None
    for place in columns.counts:
        if not _PART.match(columns.name(place)):
            whole = place
        elif whole is not None:
            yield whole, place


def _of_pair(grid: Grid, whole: int, part: int) -> Iterator[Hit]:
    told = [
        (row, kept.value - of.value)
        for row in grid.body
        if (of := row.cells[whole].amount) and (kept := row.cells[part].amount)
    ]
    beyond = [row for row, more in told if more > 0]
    if len(beyond) == 1 and len(told) - 1 >= LEAST:
        name, cells = grid.columns.label_of(beyond[0]), beyond[0].cells
        reason = (
            f"{grid.called}“{name}”一行：“{grid.headers[part].name}”{cells[part].text}"
            f"大于“{grid.headers[whole].name}”{cells[whole].text}"
        )
        yield hit(Kind.RELATION, Level.DOUBT, cells[part].text, reason, cells[part].span, cells[whole].span)

"""A unit that the narrative faults for something and the score table takes no points from for it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Grid, Row
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.units import is_same
from gongkai.proofreading.hits import Hit, Level

_FAULT = re.compile(r"未经(?:报备|审批|批准|备案)|私自开设|擅自开设|未按要求(?:申请|报备|备案)|违规开设")
_SCORES = re.compile(r"加减分|扣分|减分")
MOST, ROWS = 20, 300
"""Tables of points that are read, and their rows; a longer one is none."""
_SENTENCE = re.compile(r"[^。；]{1,400}")


class Faulted(NamedTuple):
    """A unit's row in a table of points."""

    grid: Grid
    row: Row


class Deductions:
    """The tables of points, against which the faults of the narrative are held."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        self._rows: dict[str, list[Faulted]] = defaultdict(list)
        for grid in islice(filter(_is_scored, grids), MOST):
            for row in grid.body[:ROWS]:
                if len(label := grid.columns.label_of(row)) >= 2:
                    self._rows[label].append(Faulted(grid, row))
        self._labels = re.compile("|".join(map(re.escape, sorted(self._rows, key=len, reverse=True))))

    def check(self, passage: Passage) -> Iterator[Hit]:
        """A hint where the column of what was done without approval is empty or positive for the unit."""
        if not self._rows or not _FAULT.search(passage.text):
            return
        for sentence in _SENTENCE.finditer(passage.text):
            for label in (
                self._labels.finditer(passage.text, *sentence.span()) if _FAULT.search(sentence[0]) else ()
            ):
                for faulted in self._rows[label[0]]:
                    yield from _judged(passage, label, faulted)


def _is_scored(grid: Grid) -> bool:
    return any(_SCORES.search(header.group + header.name) for header in grid.headers)


def _judged(passage: Passage, label: re.Match[str], faulted: Faulted) -> Iterator[Hit]:
    grid, row = faulted
    place = _column(grid, passage.text)
    if place is not None and _is_free(row, place) and _is_single(grid, row):
        cell = row.cells[place]
        reason = (
            f"正文指出“{label[0]}”的问题，{grid.called}“{grid.headers[place].name}”一列"
            f"{'未见扣分' if cell.blank else '为' + cell.text}"
        )
        yield hit(Kind.ANNEX, Level.HINT, label[0], reason, passage.span(*label.span()), cell.span)


def _column(grid: Grid, text: str) -> int | None:
    """The score column whose name the passage says."""
    fitting = [
        place
        for place, header in enumerate(grid.headers)
        if header.group and len(header.name) >= 3 and header.name in text
    ]
    return fitting[0] if len(fitting) == 1 else None


def _is_single(grid: Grid, row: Row) -> bool:
    """Whether the table has the row's unit once."""
    label = grid.columns.label_of(row)
    return not any(
        is_same(label, grid.columns.label_of(other)) for other in grid.body[:ROWS] if other is not row
    )


def _is_free(row: Row, place: int) -> bool:
    cell = row.cells[place]
    return cell.blank or (cell.amount is not None and cell.amount.value >= 0)

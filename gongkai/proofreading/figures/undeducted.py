"""A unit that the narrative faults for something and the score table takes no points from for it."""

import re
from collections.abc import Iterable, Iterator

from gongkai.proofreading.figures.grid import Grid, Row
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.passage import Passage
from gongkai.proofreading.figures.units import is_same
from gongkai.proofreading.hits import Hit, Level

_FAULT = re.compile(r"未经(?:报备|审批|批准|备案)|私自开设|擅自开设|未按要求(?:申请|报备|备案)|违规开设")
_SCORES = re.compile(r"加减分|扣分|减分")
MOST = 2000
"""Rows of a table that are read; a longer one is no table of points."""
_SENTENCE = re.compile(r"[^。；]{1,400}")


class Deductions:
    """The tables of points, against which the faults of the narrative are held."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        self._scored = [
            grid
            for grid in grids
            if any(_SCORES.search(header.group + header.name) for header in grid.headers)
        ]

    def check(self, passage: Passage) -> Iterator[Hit]:
        """A hint where the column of what was done without approval is empty or positive for the unit."""
        if not self._scored or not _FAULT.search(passage.text):
            return
        for sentence in _SENTENCE.finditer(passage.text):
            for grid in self._scored if _FAULT.search(sentence[0]) else ():
                yield from _judged(passage, sentence, grid)


def _judged(passage: Passage, sentence: re.Match[str], grid: Grid) -> Iterator[Hit]:
    columns = grid.columns
    place, rows = _column(grid, passage.text), grid.body[:MOST]
    for row in rows if place is not None else ():
        label = columns.label_of(row)
        at = sentence[0].find(label) if len(label) >= 2 else -1
        if at < 0 or any(is_same(label, columns.label_of(other)) for other in rows if other is not row):
            continue
        if place is not None and _is_free(row, place):
            start = sentence.start() + at
            reason = (
                f"正文指出“{label}”的问题，{grid.called}“{grid.headers[place].name}”一列"
                f"{'未见扣分' if row.cells[place].blank else '为' + row.cells[place].text}"
            )
            span = passage.span(start, start + len(label))
            yield hit(Kind.ANNEX, Level.HINT, label, reason, span, row.cells[place].span)


def _column(grid: Grid, text: str) -> int | None:
    """The score column whose name the passage says."""
    fitting = [
        place
        for place, header in enumerate(grid.headers)
        if header.group and len(header.name) >= 3 and header.name in text
    ]
    return fitting[0] if len(fitting) == 1 else None


def _is_free(row: Row, place: int) -> bool:
    cell = row.cells[place]
    return cell.blank or (cell.amount is not None and cell.amount.value >= 0)

"""Serial numbers of a table's rows: one twice, or one missing, where the others follow each other."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import Cell
from gongkai.proofreading.figures.reading.grid import Grid, Row, RowKind
from gongkai.proofreading.figures.reading.numerals import number
from gongkai.proofreading.hits import Hit, Level

LEAST, ODD = 4, 8
"""Rows that are looked at, and of how many one may be out of order."""


class Numbered(NamedTuple):
    """A row and its serial number."""

    row: Row
    cell: Cell
    value: int


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """Numbers that repeat or leave one out, in a column that counts from 1; a section may begin anew."""
    for grid in grids:
        for place in range(len(grid.headers)) if grid.whole else ():
            if grid.columns.is_serial(place):
                yield from _judged(grid, _numbered(grid, place))


def _numbered(grid: Grid, place: int) -> list[Numbered]:
    """The rows with a number; a cell merged over several rows counts once, words make the column no serial, and so
    do numbers of two kinds (一 over 1, 2)."""
    found: list[Numbered] = []
    for row in grid.rows:
        cell = row.cells[place]
        value = number(cell.text)
        if not cell.text or (found and found[-1].cell.span == cell.span) or row.kind is not RowKind.BODY:
            continue
        if value is None or value % 1 or value > 10_000:
            return []
        found.append(Numbered(row, cell, int(value)))
    return found if len({each.cell.text.isdecimal() for each in found}) == 1 else []


def _judged(grid: Grid, rows: Sequence[Numbered]) -> Iterator[Hit]:
    if len(rows) < LEAST or rows[0].value != 1:
        return
    odd = list(_odd(rows))
    if len(odd) > max(1, len(rows) // ODD):
        return
    for one, other, mistaken in odd:
        if other.value == one.value and not _is_same(grid, one.row, other.row):
            yield _told(grid, one, other, "重复")
        elif other.value != one.value and (mistaken or other.value == one.value + 2):
            yield _told(grid, one, other, "不连续")


def _odd(rows: Sequence[Numbered]) -> Iterator[tuple[Numbered, Numbered, bool]]:
    """Neighbours that do not follow each other; of 3, 3, 5 only the second is mistaken, and the count goes on."""
    due = 2
    for place, (one, other) in enumerate(pairwise(rows), start=1):
        after = rows[place + 1].value if place + 1 < len(rows) else 0
        mistaken = other.value != due and after == due + 1 != other.value + 1
        if other.value not in (due, 1):
            yield one, other, mistaken
        due = due + 1 if mistaken else other.value + 1


def _is_same(grid: Grid, one: Row, other: Row) -> bool:
    """Whether two rows are of one thing, whose number stands before each."""
    texts = grid.columns.texts[:1]
    return any(one.cells[place].text == other.cells[place].text for place in texts)


def _told(grid: Grid, one: Numbered, other: Numbered, what: str) -> Hit:
    label = grid.columns.label
    names = [f"（{each.row.cells[label].text}）" if label is not None else "" for each in (one, other)]
    reason = f"{grid.called}序号{what}：{one.cell.text}{names[0]}之后是{other.cell.text}{names[1]}"
    return hit(Kind.SERIAL, Level.DOUBT, other.cell.text, reason, other.cell.span, one.cell.span)

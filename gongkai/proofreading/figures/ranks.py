"""Ranks against points: who has more stands higher. Equal points may share a rank, with or without a gap after it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from gongkai.proofreading.figures.grid import Columns, Grid, Row
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.numerals import written
from gongkai.proofreading.hits import Hit, Level

LEAST, MOSTLY = 3, Decimal("0.6")
"""Rows that a ranking must have, and share of neighbours that must stand in the right order."""
_POINTS = re.compile(r"总分|总得分|小计|合计|总计|得分|分值|分数|成绩|综合")


class Ranked(NamedTuple):
    """A row with its rank and the points that it is ranked by."""

    row: Row
    rank: Decimal
    points: Decimal


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """Rows that stand above others with more points, and equal points with unequal ranks."""
    for grid in grids:
        columns = grid.columns
        for rank in columns.ranks:
            ranked = _best(columns, rank)
            if len(ranked[1]) >= LEAST:
                yield from _judged(columns, rank, *ranked)


def _best(columns: Columns, rank: int) -> tuple[int, list[Ranked]]:
    """The column that the ranks follow, and its rows in the order of rank; nothing where they follow none."""
    places = [place for place in columns.numeric if place not in columns.ranks]
    near = [place for place in places if place < rank]
    found = []
    for place in places:
        rows = _ranked(columns, rank, place)
        downs = sum(one.points >= other.points for one, other in pairwise(rows))
        named = _POINTS.search(columns.name(place)) is not None or len(places) == 1
        if len(rows) >= LEAST and downs >= MOSTLY * (len(rows) - 1) and len({row.points for row in rows}) > 2:
            found.append(((named, downs, place in near, place), place, rows))
    best = max(found, key=lambda each: each[0], default=None)
    if best is None or not (best[0][0] or best[0][1] == len(best[2]) - 1):
        return -1, []
    return best[1], best[2]


def _ranked(columns: Columns, rank: int, points: int) -> list[Ranked]:
    rows = [
        Ranked(row, standing.value, made.value)
        for row in columns.grid.body
        if (standing := row.cells[rank].amount) and (made := row.cells[points].amount)
    ]
    return sorted(rows, key=lambda each: (each.rank, -each.points))


def _judged(columns: Columns, rank: int, points: int, rows: Sequence[Ranked]) -> Iterator[Hit]:
    if sum(row.rank == 1 for row in rows) > 1 and len({row.points for row in rows if row.rank == 1}) > 1:
        return  # several groups, each with its own first
    wrong = [(one, other) for one, other in pairwise(rows) if one.points < other.points]
    for one, other in wrong:
        yield _disagree(columns, rank, points, one, other, Level.ERROR)
    if not wrong:
        yield from _steps(columns, rank, points, rows)


def _steps(columns: Columns, rank: int, points: int, rows: Sequence[Ranked]) -> Iterator[Hit]:
    """In the right order: unequal points share a rank, or equal ones do not though others do, or a rank is missing."""
    shared = any(one.points == other.points and one.rank == other.rank for one, other in pairwise(rows))
    for place, (one, other) in enumerate(pairwise(rows), start=1):
        tied, level = one.points == other.points, one.rank == other.rank
        if (level and not tied) or (tied and not level and shared):
            yield _disagree(columns, rank, points, other, one, Level.DOUBT)
        elif other.rank not in (one.rank, one.rank + 1, place + 1) and rows[0].rank == 1:
            yield _skipped(columns, rank, one, other)


def _skipped(columns: Columns, rank: int, one: Ranked, other: Ranked) -> Hit:
    printed = other.row.cells[rank]
    reason = (
        f"{columns.grid.called}“{columns.label_of(one.row)}”第{written(one.rank)}名之后是"
        f"“{columns.label_of(other.row)}”第{written(other.rank)}名，名次不连续"
    )
    return hit(Kind.RANK, Level.DOUBT, printed.text, reason, printed.span, one.row.cells[rank].span)


def _disagree(columns: Columns, rank: int, points: int, one: Ranked, other: Ranked, level: Level) -> Hit:
    printed = one.row.cells[rank]
    reason = (
        f"{columns.grid.called}“{columns.label_of(one.row)}”{columns.name(points)}{written(one.points)}列第"
        f"{written(one.rank)}名，“{columns.label_of(other.row)}”{written(other.points)}列第{written(other.rank)}名"
    )
    sides = [other.row.cells[rank].span, one.row.cells[points].span, other.row.cells[points].span]
    return hit(Kind.RANK, level, printed.text, reason, printed.span, *sides)

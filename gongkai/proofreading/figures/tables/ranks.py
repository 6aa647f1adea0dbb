"""Ranks against values: who has more (or less, where most rows say so) stands higher. Equal values may share a rank."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import Cell
from gongkai.proofreading.figures.reading.grid import Columns, Grid, Row
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.hits import Hit, Level

LEAST, SEVERAL, ODD = 3, 5, 6
"""Rows that a ranking must have; where no header says what is ranked; and of how many one may stand wrong."""
_POINTS = re.compile(r"总分|总得分|小计|合计|总计|得分|分值|分数|成绩|综合")

_RANK = re.compile(r"(?:的)?(?:名次|排名|位次|排序)$")
"""平均分排名 is of 平均分."""
_BRACKET = re.compile(r"（.*）$")
_EARLIER = re.compile(r"上[季月年期次]|去年|往年|变化|升降|原")
"""A rank of another time, or its change."""
_BAD = re.compile(r"投诉|超|逾|差|扣|时长|用时|时间|不|未|退|返|欠|耗|死亡|事故|浓度|缺|断|量比|指数")


class Ranked(NamedTuple):
    """A row with its rank and its value; `worth` is the value, negative where the least stands first."""

    row: Row
    rank: Decimal
    worth: Decimal
    value: Cell


class Ranking(NamedTuple):
    """The column that ranks follow, and its rows in the order of rank; `beside` the rank or apart from it."""

    value: int
    rows: list[Ranked]
    beside: bool


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """Rows that stand above better ones, and equal values with unequal ranks."""
    for grid in grids:
        columns = grid.columns
        for rank in columns.ranks:
            ranking = None if _EARLIER.search(columns.name(rank)) else _best(columns, rank)
            if ranking:
                yield from _judged(columns, rank, ranking)


def _best(columns: Columns, rank: int) -> Ranking | None:
    """The column that the ranks follow; None where they follow none, or a few columns not quite."""
    places = _of_rank(columns, rank)
    found = []
    for place in places:
        named = _POINTS.search(columns.name(place)) is not None or len(places) == 1
        rows = _ranked(columns, rank, place)
        if len(rows) < LEAST or len({row.worth for row in rows}) < (2 if named else 3):
            continue
        whole = _ordered(-row.worth for row in rows) == len(rows)
        beside = _is_beside(columns, rank, place)
        if whole or ((named or beside) and _is_followed(rows, named)):
            found.append(
                ((named, beside and not whole, whole, place < rank, place), Ranking(place, rows, beside))
            )
    best = max(found, key=lambda each: each[0], default=None)
    if best and not best[0][0] and any(whole for (_, _, whole, _, _), _ in found):
        return max(found, key=lambda each: (each[0][2], each[0]))[1]
    return best[1] if best else None


def _of_rank(columns: Columns, rank: int) -> list[int]:
    """The values that a rank may be of: the one that its header names; with several ranks, those since the one before it."""
    values = [place for place in columns.numeric if place not in columns.ranks]
    named = [place for place in values if _core(columns.name(place)) == _RANK.sub("", columns.name(rank))]
    if named:
        return named
    before = max((place for place in columns.ranks if place < rank), default=-1)
    own = [place for place in values if before < place < rank]
    return own if own and len(columns.ranks) > 1 else values


def _core(name: str) -> str:
    return _BRACKET.sub("", name)


def _is_beside(columns: Columns, rank: int, place: int) -> bool:
    """Whether a value that is ranked stands just before its rank, or last in a table that begins with the rank."""
    values = [each for each in columns.numeric if each not in columns.ranks]
    if rank < min(values):
        return place == max(values) and len(columns.ranks) == 1
    nearest = max((each for each in columns.numeric if each < rank), default=-1)
    told = columns.is_rate(place) or len(columns.ranks) > 1 or _POINTS.search(columns.name(place)) is not None
    return place == nearest and (told or len(values) == 1)


def _is_followed(rows: Sequence[Ranked], named: bool) -> bool:
    """Whether all but a few rows stand in the order of their ranks; several, where no header names what is ranked."""
    odd = len(rows) - _ordered(-row.worth for row in rows)
    few = named and {row.rank for row in rows} == set(range(1, len(rows) + 1))
    return len(rows) >= (LEAST if few else LEAST + 1 if named else SEVERAL) and odd <= max(
        1, len(rows) // ODD
    )


def _ordered(values: Iterable[Decimal]) -> int:
    """The most values that rise, or stay, in their order."""
    ends: list[Decimal] = []
    for value in values:
        at = bisect_right(ends, value)
        ends[at : at + 1] = [value]
    return len(ends)


def _ranked(columns: Columns, rank: int, place: int) -> list[Ranked]:
    """Rows by rank; the least stands first where all rows say so, or most and the header speaks of what is bad."""
    rows = [
        (row, standing.value, made.value)
        for row in columns.grid.body
        if (standing := row.cells[rank].amount) and (made := row.cells[place].amount)
    ]
    ways = []
    for sign in (1, -1):
        way = [Ranked(row, standing, sign * value, row.cells[place]) for row, standing, value in rows]
        ways.append(sorted(way, key=lambda each: (each.rank, -each.worth)))
    falls, rises = (_ordered(-row.worth for row in way) for way in ways)
    bad = rises == len(rows) or _BAD.search(columns.name(place)) is not None
    return ways[1] if rises > falls and bad else ways[0]


def _judged(columns: Columns, rank: int, ranking: Ranking) -> Iterator[Hit]:
    rows = ranking.rows
    if sum(row.rank == 1 for row in rows) > 1 and len({row.worth for row in rows if row.rank == 1}) > 1:
        return  # several groups, each with its own first
    wrong = [(one, other) for one, other in pairwise(rows) if one.worth < other.worth]
    named = _POINTS.search(columns.name(ranking.value)) is not None
    alone = len(rows) >= SEVERAL or len(_of_rank(columns, rank)) == 1
    level = Level.ERROR if named and alone and ranking.beside and len(wrong) == 1 else Level.DOUBT
    for one, other in wrong:
        yield _disagree(columns, rank, ranking.value, one, other, level)
    if not wrong:
        yield from _steps(columns, rank, ranking)


def _steps(columns: Columns, rank: int, ranking: Ranking) -> Iterator[Hit]:
    """In the right order: unequal values share a rank, or equal ones do not though others do, or a rank is missing."""
    rows = ranking.rows
    shared = any(one.worth == other.worth and one.rank == other.rank for one, other in pairwise(rows))
    for place, (one, other) in enumerate(pairwise(rows), start=1):
        if _is_tied_wrongly(one, other) or (one.worth == other.worth and one.rank != other.rank and shared):
            yield _disagree(columns, rank, ranking.value, other, one, Level.DOUBT)
        elif place + 1 < len(rows) and _is_tied_wrongly(other, rows[place + 1]):
            continue  # 2, 4, 4: it is the second that is wrong, and told next
        elif other.rank not in (one.rank, one.rank + 1, place + 1) and rows[0].rank == 1:
            yield _skipped(columns, rank, one, other)


def _is_tied_wrongly(one: Ranked, other: Ranked) -> bool:
    return one.rank == other.rank and one.worth != other.worth


def _skipped(columns: Columns, rank: int, one: Ranked, other: Ranked) -> Hit:
    printed = other.row.cells[rank]
    reason = (
        f"{columns.grid.called}“{columns.label_of(one.row)}”第{written(one.rank)}名之后是"
        f"“{columns.label_of(other.row)}”第{written(other.rank)}名，名次不连续"
    )
    return hit(Kind.RANK, Level.DOUBT, printed.text, reason, printed.span, one.row.cells[rank].span)


def _disagree(columns: Columns, rank: int, place: int, one: Ranked, other: Ranked, level: Level) -> Hit:
    printed = one.row.cells[rank]
    reason = (
        f"{columns.grid.called}“{columns.label_of(one.row)}”{columns.name(place)}{one.value.text}列第"
        f"{written(one.rank)}名，“{columns.label_of(other.row)}”{other.value.text}列第"
        f"{written(other.rank)}名，名次与数值不符"
    )
    sides = [other.row.cells[rank].span, one.value.span, other.value.span]
    return hit(Kind.RANK, level, printed.text, reason, printed.span, *sides)

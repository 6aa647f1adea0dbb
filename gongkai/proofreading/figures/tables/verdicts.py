"""Words that follow from two columns in all rows but one: 是否达标 is 是 where 实际 is not less than 应更新."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Columns, Grid, Row
from gongkai.proofreading.hits import Hit, Level

LEAST, ROWS = 4, 300
"""Rows that must agree, and rows of a table that are looked at."""
_VERDICT = re.compile(r"达标|完成|合格|通过|达到|符合")
_YES = re.compile(r"是|√|达标|已达标|完成|已完成|合格|通过|符合")
_NO = re.compile(r"否|×|[未不](?:达标|完成|合格|通过|符合)")
_ASKED = re.compile(r"^应|目标|任务|计划|要求|标准|限值|底线")


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """A verdict that is not what the same two numbers bring about in every other row."""
    for grid in grids:
        columns = grid.columns
        for place in columns.texts if LEAST < len(grid.body) <= ROWS else ():
            if _VERDICT.search(columns.name(place)):
                yield from _of_column(columns, place)


def _of_column(columns: Columns, place: int) -> Iterator[Hit]:
    judged = [(row, said) for row in columns.grid.body if (said := _said(row, place)) is not None]
    if len({said for _, said in judged}) < 2:
        return
    pairs = permutations(columns.numeric, 2)
    found = [
        (made, asked, odd)
        for made, asked in pairs
        if _ASKED.search(columns.name(asked)) and (odd := _odd(judged, made, asked)) is not None
    ]
    if found and all(len(odd) == 1 for _, _, odd in found):
        made, asked, (row,) = found[0]
        cells = row.cells
        reason = (
            f"{columns.grid.called}“{columns.label_of(row)}”一行：“{columns.name(made)}”{cells[made].text}、"
            f"“{columns.name(asked)}”{cells[asked].text}，“{columns.name(place)}”为“{cells[place].text}”，与其余各行的判定不一致"
        )
        sides = (cells[made].span, cells[asked].span)
        yield hit(Kind.RELATION, Level.DOUBT, cells[place].text, reason, cells[place].span, *sides)


def _said(row: Row, place: int) -> bool | None:
    text = row.cells[place].text
    return True if _YES.fullmatch(text) else False if _NO.fullmatch(text) else None


def _odd(judged: Sequence[tuple[Row, bool]], made: int, asked: int) -> list[Row] | None:
    """Rows judged otherwise than by `made` being as much as `asked`; None where that is not what is judged: two rows
    are, or no other of each verdict speaks for it."""
    told = [
        (row, said, one.value >= other.value)
        for row, said in judged
        if (one := row.cells[made].amount) and (other := row.cells[asked].amount)
    ]
    odd = [row for row, said, enough in told if said != enough]
    speaking = {said for _, said, enough in told if said == enough}
    return odd if len(odd) <= 1 and len(told) - len(odd) >= LEAST and len(speaking) == 2 else None

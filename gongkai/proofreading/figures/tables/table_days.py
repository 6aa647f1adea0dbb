"""Days in the rows of a table: weekdays beside them, one day twice or left out in a roster of every day."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import Cell
from gongkai.proofreading.figures.reading.days import days
from gongkai.proofreading.figures.reading.grid import Grid
from gongkai.proofreading.figures.times.dates import LEAP
from gongkai.proofreading.figures.times.weekdays import WEEKDAYS
from gongkai.proofreading.hits import Hit, Level
from gongkai.terms import chinese_date

LEAST, ODD = 4, 8
"""Rows from which days are compared with each other, and of how many one may be wrong."""
LEAP_YEAR, MOST = 366, 3
"""Days of a year without a number; days from which a gap is meant."""
_WEEKDAY = re.compile(r"(?:星期|周|礼拜)?([一二三四五六日天])")
_BESIDE = re.compile(r"（?(?:星期|周|礼拜)([一二三四五六日天])）?")
_YEAR = re.compile(r"(?<!\d)(20\d{2})年")
_ROSTER = re.compile(r"值班|值守|带班|日程|菜谱|课程|赛程|轮值|排班")


class Dated(NamedTuple):
    """A row's day with the cell that names it, whether its year is written there, and the weekday beside it."""

    day: date
    cell: Cell
    certain: bool
    weekday: str
    said: Cell


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """Weekdays of other days, and days of a roster that repeat or are left out."""
    for grid in grids:
        for place in range(len(grid.headers)):
            dated = _dated(grid, place)
            told = list(_sequence(grid, dated))
            wrong = {hit.spans[0] for hit in told}
            yield from told
            yield from (hit for hit in _weekdays(dated) if not wrong.intersection(hit.spans))


def _dated(grid: Grid, place: int) -> list[Dated]:
    """The column's days, when each cell is one; the year is that of the title where the cell has none."""
    first = next((cell for row in grid.body if not (cell := row.cells[place]).blank), None)
    if first is None or next(days(first.text), None) is None:
        return []
    beside = _weekday_column(grid, place)
    year = _YEAR.search(grid.title)
    found: list[Dated] = []
    for row in grid.body:
        cell = row.cells[place]
        if cell.blank or (found and cell.span == found[-1].cell.span):
            continue
        named = next(days(cell.text), None)
        made = named.of(int(year[1]) if year else LEAP) if named and named.start == 0 else None
        rest = _BESIDE.fullmatch(cell.text[named.end :]) if named else None
        if named is None or made is None or (named.end < len(cell.text) and not rest):
            return []
        said = row.cells[beside] if beside is not None else cell
        match = rest or (_WEEKDAY.fullmatch(said.text) if beside is not None else None)
        weekday = match[1].replace("天", "日") if match else ""
        found.append(Dated(made, cell, bool(named.year or year), weekday, cell if rest else said))
    return found


def _weekday_column(grid: Grid, place: int) -> int | None:
    """The first column of weekdays behind a column of days."""
    for other in range(place + 1, len(grid.headers)):
        texts = [row.cells[other].text for row in grid.body if not row.cells[other].blank]
        if texts and all(map(_WEEKDAY.fullmatch, texts)):
            return other
    return None


def _weekdays(dated: Sequence[Dated]) -> Iterator[Hit]:
    """With its year a weekday is right or wrong; without, one that stands apart from all others is wrong."""
    told = [each for each in dated if each.weekday]
    shifts = Counter(_shift(each) for each in told)
    usual, times = next(iter(shifts.most_common(1)), (0, 0))
    alike = times >= LEAST - 1 and times * 3 >= len(told) * 2 and (dated[0].certain or not _may_leap(told))
    for each in told:
        if _shift(each) == usual if alike else not each.certain or _shift(each) == 0:
            continue
        right = WEEKDAYS[(WEEKDAYS.index(each.weekday) + usual - _shift(each)) % 7]
        if not alike:
            right = WEEKDAYS[each.day.weekday()]
        name = chinese_date(each.day) if each.certain else f"{each.day.month}月{each.day.day}日"
        why = "" if each.certain and not (alike and usual) else "按其他各行推算，"
        reason = f"{why}{name}是星期{right}，不是星期{each.weekday}"
        level = Level.ERROR if each.certain and not usual else Level.DOUBT
        spans = (each.said.span, each.cell.span)
        yield hit(Kind.DATE, level, each.said.text, reason, *spans, suggestion=f"星期{right}")


def _may_leap(dated: Iterable[Dated]) -> bool:
    """Whether days without a year may lie on both sides of a 29th of February or of a New Year."""
    months = {each.day.month for each in dated}
    return len(months & {1, 2}) > 0 and len(months - {1, 2}) > 0


def _shift(each: Dated) -> int:
    """Days between the weekday that is written and that of the calendar."""
    return (WEEKDAYS.index(each.weekday) - each.day.weekday()) % 7


def _sequence(grid: Grid, dated: Sequence[Dated]) -> Iterator[Hit]:
    """A roster of every day: one day twice or left out, where the others follow each other."""
    heads = "".join(header.name for header in grid.headers)
    if len(dated) < LEAST or not _ROSTER.search(grid.title + heads):
        return
    slips: list[tuple[Dated, Dated, int]] = []
    for one, other in pairwise(dated):
        step = (other.day - one.day).days
        step += 0 if one.certain or step > -LEAP_YEAR + 60 else LEAP_YEAR
        if step != 1 and not (slips and slips[-1][1] is one and slips[-1][2] + step == 2):
            slips.append((one, other, step))
    if len(slips) > max(1, len(dated) // ODD):
        return
    for one, other, step in slips:
        if step < MOST:
            what = "重复" if step == 0 else "不连续" if step > 0 else "前后颠倒"
            expected = one.day + timedelta(days=1)
            reason = f"{grid.called}日期{what}：{one.cell.text}之后是{other.cell.text}，按顺序应为{expected.month}月{expected.day}日"
            yield hit(Kind.DATE, Level.DOUBT, other.cell.text, reason, other.cell.span, one.cell.span)

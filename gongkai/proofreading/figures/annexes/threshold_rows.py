"""Numbers of rows above or below a mark against the table: 完成率低于80%的有2个镇."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.annexes.links import Link
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Columns, Grid
from gongkai.proofreading.figures.reading.numerals import PATTERN, number
from gongkai.proofreading.hits import Hit, Level

NEAR = 2
"""Rows by which a count may miss and still be meant to be of them."""
_SAID = re.compile(
    r"(?P<name>[一-龥]{0,10}?)(?:(?P<word>低于|不足|未达到?|不到|高于|超过|达到|大于|小于)|在)?"
    r"(?P<mark>\d{1,4}(?:\.\d{1,2})?)(?P<unit>%|分)(?P<side>(?:及|\（含\）)?以[上下])?的?"
    rf"(?:[一-龥]{{1,6}}(?=有)|单位|镇|乡镇|街道|镇街|部门|村|学校|县直部门)?(?:共?有|共|为|达)?(?P<count>{PATTERN})(?:个|家|所)"
)
_BELOW = frozenset({"低于", "不足", "未达", "未达到", "不到", "小于"})
_ABOVE = frozenset({"高于", "超过", "达到", "大于"})
_POINTS = re.compile(r"总分|总得分|得分|分值|成绩|综合")


class Mark(NamedTuple):
    """What is said: a count of rows whose value lies below or above a mark; the mark itself may count or not."""

    name: str
    value: Decimal
    below: bool
    percent: bool
    told: Decimal


def check(link: Link) -> Iterator[Hit]:
    """A count that is near the rows on that side of the mark, but equal to them neither with nor without the mark."""
    if len(link.grids) != 1:
        return
    grid = link.grids[0]
    if any(each.unit in "个家" and each.value > len(grid.body) for each in link.told if each.unit):
        return  # more are spoken of than the table has
    for match in _SAID.finditer(link.passage.text):
        mark = _mark(match)
        place = _column(grid.columns, mark) if mark else None
        if mark is None or place is None:
            continue
        counts = _counts(grid, place, mark)
        near = min(abs(mark.told - each) for each in counts) <= NEAR
        if mark.told not in counts and near and min(counts):
            said = match["count"] + match[0][-1]
            span = link.passage.span(match.start("count"), match.end())
            found = "或".join(map(str, sorted(set(counts))))
            side = "低于" if mark.below else "高于"
            reason = f"正文为{said}，{grid.called}“{grid.columns.name(place)}”{side}{match['mark']}{match['unit']}的有{found}行"
            header = grid.headers[place].span
            yield hit(Kind.ANNEX, Level.DOUBT, said, reason, span, *([header] if header else []))


def _mark(match: re.Match[str]) -> Mark | None:
    side = (match["side"] or "")[-1:]
    below = match["word"] in _BELOW or (side == "下" and match["word"] is None)
    above = match["word"] in _ABOVE or (side == "上" and match["word"] is None)
    value, count = number(match["mark"]), number(match["count"])
    if below == above or value is None or count is None:
        return None
    return Mark(match["name"], value, below, match["unit"] == "%", count)


def _column(columns: Columns, mark: Mark) -> int | None:
    """The column that the sentence names, else the only one of rates or of points."""
    places = (
        list(columns.rates)
        if mark.percent
        else [place for place in columns.counts if _POINTS.search(columns.name(place))]
    )
    named = [place for place in places if mark.name and columns.name(place).startswith(mark.name[-3:])]
    return named[0] if len(named) == 1 else places[0] if len(places) == 1 and not mark.name else None


def _counts(grid: Grid, place: int, mark: Mark) -> tuple[int, int]:
    """Rows on that side of the mark, without those on it and with them."""
    values = [each.value - mark.value for each in grid.columns.amounts(place)]
    beyond = sum(value < 0 for value in values) if mark.below else sum(value > 0 for value in values)
    return beyond, beyond + sum(value == 0 for value in values)

"""Dates that cannot be: 2月30日, an end before its beginning, a quarter's months."""

import re
from collections.abc import Iterator
from datetime import date

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.days import Day, days
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level
from gongkai.terms import chinese_date

LEAP = 2000
"""A leap year: a day without a year may be the 29th of February."""
_CLOCK = r"(?:(?:上午|下午|中午|晚上?|凌晨)?\d{1,2}(?:[:：]\d\d|[时点](?:\d\d分|半)?))?"
_RANGE = re.compile(rf"(?:（[^（）]{{1,8}}）)?{_CLOCK}起?(?:至|到|—+|-|~|–)(?!次年|翌年|明年)")
_BEGINS = re.compile(
    r"(?:（[^（）]{1,8}）)?(?:正式)?(?:开始|启动|开工|开幕|起)[，、]?(?:预计|计划|拟)?(?:至|到|于)?"
)
_ENDS = re.compile(r"(?:（[^（）]{1,8}）)?(?:结束|截止|止|竣工|完工|闭幕)")
HALF_A_YEAR = 183
"""Days by which an end without a year may lie before its beginning and be of the next year (12月25日至1月5日)."""
_QUARTER = re.compile(r"([一二三四1-4])季度（(\d{1,2})月?(?:至|到|—+|-|~|–)(\d{1,2})月")
_HALF = re.compile(r"([上下])半年（(\d{1,2})月?(?:至|到|—+|-|~|–)(\d{1,2})月")


def check(passage: Passage, notice: date | None) -> Iterator[Hit]:
    """Dates that are not in the calendar or contradict what stands beside them; `notice` is the day of signature."""
    named = list(days(passage.text))
    for place, each in enumerate(named):
        if problem := _impossible(passage, each):
            yield problem
        if place and (problem := _backwards(passage, named[place - 1], each, notice)):
            yield problem
    yield from _months(passage)


def _impossible(passage: Passage, day: Day) -> Hit | None:
    if day.of(LEAP) is not None:  # the year that is written counts before this one
        return None
    if day.code and (day.month > 12 or day.day > 31 or not day.month or not day.day):
        return None  # 2022-13-45 is a number of something, not a day
    said = passage.text[day.start : day.end]
    year = f"{day.year}年" if day.year and (day.month, day.day) == (2, 29) else ""
    what = f"没有{day.month}月" if not 1 <= day.month <= 12 else f"{year}{day.month}月没有{day.day}日"
    return hit(Kind.DATE, Level.ERROR, said, f"日期“{said}”不存在：{what}", passage.span(day.start, day.end))


def _backwards(passage: Passage, first: Day, last: Day, notice: date | None) -> Hit | None:
    """An end before its beginning; days without a year are taken to be of one year, unless half a year apart."""
    year = first.year or (notice.year if notice else LEAP)
    if not is_range(passage.text, first, last):
        return None
    start, end = first.of(year), last.of(last.year or year)
    if not start or not end or start <= end or (not last.year and (start - end).days > HALF_A_YEAR):
        return None
    reason = f"起始日期{_said(start, first)}晚于结束日期{_said(end, last)}"
    level = Level.ERROR if first.year and last.year else Level.DOUBT
    span = passage.span(first.start, last.end)
    return hit(Kind.DATE, level, passage.text[first.start : last.end], reason, span)


def is_range(text: str, first: Day, last: Day) -> bool:
    """Whether two days are the beginning and the end of one thing."""
    if _RANGE.fullmatch(text, first.end, last.start):
        return True
    return bool(_BEGINS.fullmatch(text, first.end, last.start) and _ENDS.match(text, last.end))


def _said(day: date, written: Day) -> str:
    return chinese_date(day) if written.year else f"{day.month}月{day.day}日"


def _months(passage: Passage) -> Iterator[Hit]:
    """二季度（4—6月), 上半年（1—6月)."""
    for pattern, length, order in ((_QUARTER, 3, "一二三四1234"), (_HALF, 6, "上下")):
        for match in pattern.finditer(passage.text):
            first = order.index(match[1]) % (12 // length) * length + 1
            if (int(match[2]), int(match[3])) != (first, first + length - 1):
                reason = f"{match[1]}{'季度' if length == 3 else '半年'}应为{first}—{first + length - 1}月"
                yield hit(Kind.DATE, Level.DOUBT, match[0] + "）", reason, passage.span(*match.span()))

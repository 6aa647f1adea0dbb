"""Deadlines that lie before the notice that sets them, and figures as of a day after it."""

import re
from collections.abc import Iterator
from datetime import date

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.days import Day, days
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level
from gongkai.terms import chinese_date

HALF_A_YEAR = 183
"""Days from which a deadline without a year that seems past is one of the next year (12月发文，1月20日前)."""
FAR = 200
"""Characters behind a deadline in which it may be told what came of it."""
_BEFORE = re.compile(
    r"(?:（[^（）]{1,8}）)?(?:(?:上午|下午|早上|晚上)?\d{0,2}(?:：\d\d|[时点](?:\d\d分)?)?)?(?:之前|以前|前)"
)
_ASKS = re.compile(
    r"请|务必|须|必须|应当|要求|报送|上报|报至|报县|报区|报市|报政府|提交|反馈|书面|整改到位|完成整改|限期|下一步|"
    r"(?<![即就])将(?!近)|[各并]?要(?!求|闻|点|素|件)|力争|确保"
)
_FIRM = re.compile(r"请|务必|须")
_PAST = re.compile(
    r"已|曾|了|未按|未在|原定|此前|截至|仍|未能|未于|没有|逾期(?!不|未|将|仍|者)|超过|办结率|受理|期间"
)
_AS_OF = re.compile(r"(?:截至|截止到|截止至|截止)$")
_STOCK = re.compile(r"共|已|累计|办结|受理|完成|发布|备案|收到")


def check(passage: Passage, notice: date | None) -> Iterator[Hit]:
    """Deadlines before the day of signature `notice`; nothing where no day is signed."""
    for day in days(passage.text) if notice else ():
        if notice and (problem := _late(passage, day, notice) or _ahead(passage, day, notice)):
            yield problem


def _late(passage: Passage, day: Day, notice: date) -> Hit | None:
    match = _BEFORE.match(passage.text, day.end)
    made = day.of(notice.year)
    if not match or made is None or made >= notice:
        return None
    if not day.year and (notice - made).days > HALF_A_YEAR:
        return None
    clause = _clause(passage.text, day.start, match.end())
    if not _ASKS.search(clause) or _PAST.search(clause) or _is_over(passage, day, match.end(), notice):
        return None
    said = passage.text[day.start : match.end()]
    reason = f"要求的时限{chinese_date(made)}早于发文日期{chinese_date(notice)}"
    level = Level.ERROR if _FIRM.search(clause) and day.year is None else Level.DOUBT
    return hit(Kind.DEADLINE, level, said, reason, passage.span(day.start, match.end()))


def _is_over(passage: Passage, day: Day, end: int, notice: date) -> bool:
    """Whether what follows tells how it stood at the deadline or after it: 应于11月10日前报送。截至11月12日，…."""
    made, after = day.of(notice.year), passage.text[end : end + FAR]
    later = [other.of(notice.year) for other in days(after) if _AS_OF.search(after[: other.start])]
    return made is not None and any(each is not None and made <= each <= notice for each in later)


def _ahead(passage: Passage, day: Day, notice: date) -> Hit | None:
    made = day.of(notice.year)
    if made is None or made <= notice or not _AS_OF.search(passage.text, max(0, day.start - 4), day.start):
        return None
    if not _STOCK.search(_clause(passage.text, day.start, day.end)):
        return None
    said = passage.text[day.start : day.end]
    reason = f"数据截至{chinese_date(made)}，晚于发文日期{chinese_date(notice)}"
    return hit(Kind.DEADLINE, Level.DOUBT, said, reason, passage.span(day.start, day.end))


def _clause(text: str, start: int, end: int) -> str:
    """From the sentence's beginning, at most 40 characters, to the end of what is asked."""
    before = re.split("[。；！？]", text[max(0, start - 40) : start])[-1]
    after = re.split("[。；！？]", text[end : end + 40])[0]
    return before + text[start:end] + after

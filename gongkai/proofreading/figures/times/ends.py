"""Ends told before their beginnings: 8月17日5时启动应急响应；…；8月16日20时终止应急响应."""

import re
from collections.abc import Iterator

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.days import Day, days
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.times.dates import HALF_A_YEAR, LEAP
from gongkai.proofreading.hits import Hit, Level

_BEGUN = re.compile(r"启动|发布|发生|接报|接到|开工|开幕|停水|停电|停气|封闭|关闭|立案|受理")
_ENDED = re.compile(r"终止|解除|结束|撤销|取消|恢复|扑灭|完工|竣工|闭幕|办结|结案|复课|销号")
_MARKS = re.compile("[。；]")


def check(passage: Passage) -> Iterator[Hit]:
    """A day on which something ended that lies before the last one told, of the same sentence, on which it began."""
    named = list(days(passage.text)) if _ENDED.search(passage.text) else []
    begun: Day | None = None
    for place, each in enumerate(named):
        told = _said(passage.text, each, named[place + 1 : place + 2])
        if begun and "。" in passage.text[begun.end : each.start]:
            begun = None
        if begun and _ENDED.search(told) and not _BEGUN.search(told) and _is_before(each, begun):
            yield _disagree(passage, begun, each)
        if _BEGUN.search(told) and not _ENDED.search(told):
            begun = each


def _said(text: str, day: Day, following: list[Day]) -> str:
    """What is told of a day: to the end of its clause, or the next day."""
    end = following[0].start if following else len(text)
    return _MARKS.split(text[day.end : end], maxsplit=1)[0]


def _is_before(end: Day, start: Day) -> bool:
    year = start.year or end.year or LEAP
    first, last = start.of(year), end.of(end.year or year)
    return bool(first and last and 0 < (first - last).days < HALF_A_YEAR)


def _disagree(passage: Passage, start: Day, end: Day) -> Hit:
    began, said = (passage.text[each.start : each.end] for each in (start, end))
    reason = f"“{said}”结束，早于开始的“{began}”"
    places = (passage.span(each.start, each.end) for each in (end, start))
    return hit(Kind.DATE, Level.DOUBT, said, reason, *places)

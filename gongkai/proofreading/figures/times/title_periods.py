"""The period of a report's title against that of its opening: 三季度…的通报 over 现将二季度…通报如下."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level, Span

FIRST, NEAR, LONGEST = 3, 10, 80
"""Passages among which the title is; in which the opening is; and characters of a title."""
_TITLE = re.compile(r"(?:通报|情况|报告|总结|小结|公告|公示|简报|说明|公报|快报|月报|季报|年报|分析)$")
_OPENING = re.compile(
    r"现[将就](?P<said>[^。；]{4,100}?)(?:如下|予以(?:通报|公布|公示|公开)|(?:通报|公布|公示|报告|汇报|公开)(?=[。，]))"
)
_BEGIN = re.compile(
    r"(?:(?:第?[一二三四五六七八九十]{1,2}、|（[一二三四五六]）)[^。，；]{2,16}。?)?(?P<said>(?:20\d\d年)?(?:\d{1,2}月?[至到—~-]+\d{1,2}月份?|\d{1,2}月份?|[一二三四]季度|[上下]半年))，"
)
_AHEAD = re.compile(
    r"[^。]{0,40}?(?:将|拟|计划|打算|预计|力争|继续|下一步|要(?![素求点闻])|重点[抓做围]|着力|进一步|争取|安排|部署|工作(?:重点|思路|打算))"
)
"""What is to be done in a later period is no slip of the title's."""
_PERIOD = re.compile(
    r"(?:(?P<year>20\d\d)年(?P<whole>度)?)?(?:(?P<quarters>前?)第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年"
    r"|(?<![\d日])(?P<first>1[0-2]|[1-9])月?[至到—~-]+(?P<last>1[0-2]|[1-9])月|(?<![\d日])(?P<month>1[0-2]|[1-9])月(?!\d))?"
)


class Period(NamedTuple):
    """Months of a year, both included; the year may not be told."""

    year: str
    first: int
    last: int
    said: str
    start: int
    end: int


class TitlePeriods:
    """The title of a document, and its opening when it comes."""

    def __init__(self) -> None:
        self._place = 0
        self._title: tuple[Period, Span] | None = None
        self._begun = False

    def check(self, passage: Passage) -> Iterator[Hit]:
        """An opening of one period under a title of another that is as long; several periods are compared on purpose."""
        self._place += 1
        if self._place > NEAR:
            return
        if self._title is None:
            self._title = _titled(passage) if self._place <= FIRST else None
            return
        told = _OPENING.search(passage.text)
        begins = None if told or self._begun else _BEGIN.match(passage.text)
        self._begun = self._begun or begins is not None
        if begins and _AHEAD.match(passage.text, begins.end()):
            return
        if found := told or begins:
            yield from _judged(passage, *self._title, list(_periods(passage.text, *found.span("said"))))


def _titled(passage: Passage) -> tuple[Period, Span] | None:
    if len(passage.text) > LONGEST or not _TITLE.search(passage.text):
        return None
    told = list(_periods(passage.text, 0, len(passage.text)))
    return (told[0], passage.span(told[0].start, told[0].end)) if len(told) == 1 else None


def _judged(passage: Passage, title: Period, place: Span, told: list[Period]) -> Iterator[Hit]:
    if len(told) != 1:
        return
    one = told[0]
    years = bool(one.year and title.year and one.year != title.year)
    months = (one.first, one.last) != (title.first, title.last)
    if one.last - one.first == title.last - title.first and (years or months):
        reason = f"标题写“{title.said}”，此处写“{one.said}”，时期不一致"
        yield hit(Kind.REPEATED, Level.DOUBT, one.said, reason, passage.span(one.start, one.end), place)


def _periods(text: str, start: int, end: int) -> Iterator[Period]:
    """Every period of whole months in a stretch; days are none."""
    for match in _PERIOD.finditer(text, start, end):
        if months := _months(match):
            yield Period(match["year"] or "", *months, match[0], *match.span())


def _months(match: re.Match[str]) -> tuple[int, int] | None:
    if match["quarter"]:
        last = ("一二三四".find(match["quarter"]) + 1 or int(match["quarter"])) * 3
        return (1 if match["quarters"] else last - 2), last
    if match["half"]:
        return (1, 6) if match["half"] == "上" else (7, 12)
    if match["month"]:
        return int(match["month"]), int(match["month"])
    if match["first"]:
        return int(match["first"]), int(match["last"])
    return (1, 12) if match["year"] else None

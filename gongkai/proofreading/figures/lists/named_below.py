"""Numbers of things named in several lines below: 拟命名12所学校，现予公示： over 高中：甲校、乙校 and 初中：丙校、丁校."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gongkai.proofreading.figures.lists.counting_names import Names, counted, held
from gongkai.proofreading.figures.reading.numerals import ARABIC, CHINESE, number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Span

LEAST, FAR = 2, 120
"""Lines of names there must be; characters before a colon in which the number is."""
_COUNT = re.compile(
    rf"(?<![\d.第每各])(?P<said>(?P<number>{ARABIC}|{CHINESE})(?P<unit>个|家|名|所|处|位|户|项))(?!以|月|工作日|人|次)"
)
_ELSE = re.compile(r"其中|上年|去年|申报|推荐|初评|候选|以上|累计|等\d")
_LABEL = (
    r"(?![^：]{0,12}?(?:时间|地点|电话|地址|邮箱|联系|主持|参加|出席|列席|附件|记录|签发|监督|日期|要求)[^：]{0,12}：)"
    r"(?!第)[^，。；：、“”\d]{2,10}(?:（[^（）]{1,8}）)?："
)
_NEXT = re.compile(_LABEL)
_LINE = re.compile(rf"{_LABEL}(?P<names>[^，。；：]{{2,600}})[。；]?$")


class NamedBelow:
    """The number that heads the lines below it, and the names of each line read since."""

    def __init__(self) -> None:
        self._head: tuple[Decimal, str, Span] | None = None
        self._lines: list[Names] = []

    def check(self, passage: Passage) -> Iterator[Hit]:
        """A number that is not that of the names in all lines below it, one kind a line."""
        names = _names(passage) if self._head else None
        if self._head and names:
            self._lines.append(names)
            if not _NEXT.match(passage.following):
                yield from _judged(*self._head, self._lines)
                self._head, self._lines = None, []
        else:
            self._head, self._lines = _headed(passage), []


def _names(passage: Passage) -> Names | None:
    """The names of a line; one alone is a name as well."""
    match = _LINE.match(passage.text)
    if match is None:
        return None
    least, most = counted(match["names"]) if "、" in match["names"] else (1, 1)
    return Names(match["names"], least, most, passage.span(*match.span("names")))


def _headed(passage: Passage) -> tuple[Decimal, str, Span] | None:
    """The one number of things in the last sentence of a paragraph that ends with a colon."""
    if not passage.text.endswith("："):
        return None
    begin = max(passage.text.rfind("。", 0, -1) + 1, len(passage.text) - FAR)
    told = list(_COUNT.finditer(passage.text, begin))
    count = number(told[0]["number"]) if len(told) == 1 else None
    if count is None or count < LEAST or _ELSE.search(passage.text[begin : told[0].start()][-8:]):
        return None
    return count, told[0]["said"], passage.span(*told[0].span("said"))


def _judged(count: Decimal, said: str, span: Span, lines: Sequence[Names]) -> Iterator[Hit]:
    if len(lines) >= LEAST and all(each.least for each in lines) and any("、" in each.text for each in lines):
        text = "；".join(each.text for each in lines)
        least, most = sum(each.least for each in lines), sum(each.most for each in lines)
        yield from held(count, said, span, Names(text, least, most, lines[0].span))

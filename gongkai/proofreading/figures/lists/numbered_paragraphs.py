"""Numbers of points against the numbered paragraphs that make them: 抓好以下四项工作：一是… · 以上四类问题."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.numerals import number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level, Span

FAR = 3
"""How far a number may be from the points made and still be meant for them."""
NEAR = 3
"""Paragraphs after the last point in which 以上 speaks of them."""
KEPT = 6
"""Lists that are remembered."""
_COUNT = r"(?P<said>(?P<number>[一二两三四五六七八九十]{1,3}|\d{1,2})(?P<unit>个方面|方面|个|项|类|点|条|大|件|种|起))"
_THING = (
    r"(?:的|突出|主要|重点|具体|民生|实事|为民|工作|问题|任务|要求|措施|意见|建议|事项|原则|特点|做法|经验|内容|环节|步骤|"
    r"议题|举措|情形|情况|条件|行动|工程|案例|典型|原因|不足|制度|机制|关系|规定|目标|方面|材料|隐患|短板)"
)
_AHEAD = re.compile(
    rf"(?:以下|下列|如下|下面|抓好|做好|存在|提出|突出|采取|落实|明确|把握|坚持|强调|案例|意见|建议|主要(?:有|是|包括|存在)?)了?{_COUNT}"
    rf"{_THING}*[^，。；：\d]{{0,6}}(?:，[^，。；：\d]{{2,12}})?[：。]$"
)
_BEHIND = re.compile(
    rf"(?:对|针对|就|凡|凡符合|符合|具备|请[^，。；]{{0,10}}对)?(?:以上|上述|前述)的?{_COUNT}(?={_THING})"
)
_STYLES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<order>[一二三四五六七八九十]{1,3})、",
        r"（(?P<order>[一二三四五六七八九十]{1,3})）",
        r"(?P<order>\d{1,2})[.．、](?!\d)",
        r"（(?P<order>\d{1,2})）",
        r"(?:典型)?案例(?P<order>[一二三四五六七八九十]{1,3}|\d{1,2})",
        r"第?(?P<order>[一二三四五六七八九十])(?:[是要]|，)",
    )
)
"""How points are numbered, from the outermost inwards."""
_SECTIONS = 0
_INLINE = len(_STYLES) - 1
_POINT = re.compile(r"[；。，](?P<order>[一二三四五六七八九十])[是要]")


@dataclass
class Points:
    """A list as it grows: the style of its numbers, how many stand in a row, where its last one stands, and what
    announced it."""

    style: int
    count: int
    span: Span
    place: int
    announced: tuple[int, str, Span] | None = None


class NumberedParagraphs:
    """The numbered paragraphs of a document, as they are met."""

    def __init__(self) -> None:
        self._open: dict[int, Points] = {}
        self._recent: list[Points] = []
        self._announced: tuple[int, str, Span] | None = None
        self._place = 0

    def check(self, passage: Passage) -> Iterator[Hit]:
        """Numbers of points that the paragraphs behind or before them do not make."""
        self._place += 1
        style, order = _numbered(passage.text)
        if order:
            yield from self._closed(style + 1)
            yield from self._counted(passage, style, order)
        elif found := self._behind(passage):
            yield found
        self._announced = _announced(passage)
        if not passage.following:
            yield from self._closed(_SECTIONS)

    def _counted(self, passage: Passage, style: int, order: int) -> Iterator[Hit]:
        points, span = self._open.get(style), passage.span(0, min(len(passage.text), 12))
        if order == 1:
            yield from self._closed(style)
            points = Points(style, 0, span, self._place, self._announced)
            self._open[style] = points
            self._recent = [*self._recent[1 - KEPT :], points]
        if points and order == points.count + 1:
            points.count, points.span, points.place = order, span, self._place
            for point in _POINT.finditer(passage.text) if style == _INLINE else ():
                points.count += number(point["order"]) == points.count + 1
        elif points:
            points.announced = None  # numbers that do not follow: what is a point cannot be told
            points.place = 0

    def _closed(self, style: int) -> Iterator[Hit]:
        """The lists of a style and of those within it have ended."""
        for inner in [each for each in self._open if each >= style]:
            points = self._open.pop(inner)
            if points.announced and points.count > 1:
                yield from _judged(*points.announced, points)

    def _behind(self, passage: Passage) -> Hit | None:
        """以上四类问题 at the head of a paragraph behind a list."""
        match = _BEHIND.match(passage.text)
        count = number(match["number"]) if match else None
        lists = [each for each in self._recent if each.count > 1 and self._place - each.place <= NEAR]
        if match is None or count is None or any(each.count == count for each in self._recent):
            return None
        span = passage.span(*match.span("said"))
        inner = [each for each in lists if each.style != _SECTIONS]
        return next(_judged(int(count), match["said"], span, inner[-1]), None) if inner else None


def _numbered(text: str) -> tuple[int, int]:
    """The style and the number with which a paragraph begins; 0 for none."""
    for style, pattern in enumerate(_STYLES):
        if match := pattern.match(text):
            return style, int(number(match["order"]) or 0)
    return 0, 0


def _announced(passage: Passage) -> tuple[int, str, Span] | None:
    """以下四项工作：, where the next paragraph is the first of them."""
    match = _AHEAD.search(passage.text) if _numbered(passage.following)[1] == 1 else None
    count = number(match["number"]) if match else None
    if match is None or count is None:
        return None
    return int(count), match["said"], passage.span(*match.span("said"))


def _judged(count: int, said: str, span: Span, points: Points) -> Iterator[Hit]:
    if 0 < abs(count - points.count) <= FAR:
        reason = f"写明“{said}”，实际列出{points.count}项"
        yield hit(Kind.ENUMERATION, Level.DOUBT, said, reason, span, points.span)

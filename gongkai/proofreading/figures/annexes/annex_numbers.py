"""Annexes that the text refers to against those that are listed below it and attached: 见附件4, where there are three;
and the title of an annex against what the list calls it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.concepts import periods, without_periods
from gongkai.proofreading.figures.reading.numerals import number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level, Span

MOST = 200
"""References that are remembered."""
LONGEST = 60
"""Characters of a title."""
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})"
_REFERENCE = re.compile(rf"附[件表](?P<number>{_NUMBER})(?![\d.%件份条])")
_OF_ANOTHER = re.compile(
    r"(?:》|〕\d{1,4}号|文件|通知|方案|办法|规定|意见|公告|合同|标准|原件|文|上级|[省市]级?)(?:（[^（）]*）)?(?:的|中的?|之|所附|里的?)?$"
)
"""Words before 附件 that make it one of another document."""
_HEAD = re.compile(rf"附[件表](?P<number>{_NUMBER})[：:.、]?(?P<title>[^。；，]*)$")
_LIST = re.compile(r"(?P<mark>附[件表](?:[：:]|$))")
_ITEM = re.compile(r"(?P<number>\d{1,2})[.．、](?!\d)")
_ALONE = frozenset({"附件", "附表"})
_FORM = re.compile(r"(?:表|单|案|法|则|见|目录|模板|指南|说明|标准|通知)$")
"""How an annex ends that is listed without a number, as it may be below another."""
_ENDED = re.compile(r"[。；;]$")


class Named(NamedTuple):
    """An annex as it is listed or headed."""

    name: str
    span: Span


class AnnexNumbers:
    """The annexes of a document: referred to, listed, attached."""

    def __init__(self) -> None:
        self._referred: list[tuple[int, str, Span]] = []
        self._listed: dict[int, Named] = {}
        self._attached: dict[int, Named] = {}
        self._listing = self._unsure = False
        self._untitled: int | None = None

    def read(self, passage: Passage) -> None:
        """Take in what a passage says of annexes."""
        text = passage.text
        if self._untitled and "附" not in text[:1] and 4 <= len(text) <= LONGEST:
            self._attached[self._untitled] = Named(text, passage.span(0, len(text)))
        self._untitled = None
        if head := _HEAD.match(text) if len(text) <= LONGEST else None:
            self._head(passage, head)
        elif text in _ALONE and self._listed:
            self._listing, self._untitled = False, 1
        elif (told := _LIST.match(text)) or (self._listing and _ITEM.match(text)):
            self._list(passage, told.end("mark") if told else 0)
        else:
            self._unsure = self._unsure or (self._listing and _FORM.search(text) is not None)
            self._listing = self._listing and len(text) <= LONGEST and "。" not in text
            self._refer(passage)

    def check(self) -> Iterator[Hit]:
        """References beyond the last annex, and annexes whose title tells another period than the list."""
        known = {*self._listed, *self._attached}
        most = max(known, default=0)
        for asked, said, span in self._referred if most and not self._unsure else ():
            if asked > most:
                reason = f"文中提到“{said}”，所列附件共{most}个，没有“{said}”"
                sides = [named.span for named in (*self._listed.values(), *self._attached.values())]
                yield hit(Kind.ANNEX_NUMBER, Level.DOUBT, said, reason, span, *sides[:3])
        for place, listed in self._listed.items():
            attached = self._attached.get(place)
            if attached and _differ_in_period(listed.name, attached.name):
                reason = f"附件{place}标题为“{attached.name}”，附件说明中为“{listed.name}”，时期不一致"
                yield hit(Kind.REPEATED, Level.DOUBT, attached.name, reason, attached.span, listed.span)

    def _head(self, passage: Passage, head: re.Match[str]) -> None:
        self._listing = False
        place = int(number(head["number"]) or 0)
        title = head["title"]
        self._attached.setdefault(place, Named(title, passage.span(head.start("title"), head.end())))
        self._untitled = None if title else place

    def _list(self, passage: Passage, begin: int) -> None:
        """1.甲表 2.乙表, of which the numbers follow those before; a list without numbers is of one annex."""
        self._listing = True
        found = list(_ITEM.finditer(passage.text, begin))
        if not found and begin < len(passage.text):
            self._listed.setdefault(1, Named(passage.text[begin:], passage.span(begin, len(passage.text))))
        ends = [*(item.start() for item in found[1:]), len(passage.text)]
        for item, end in zip(found, ends, strict=False):
            if int(item["number"]) == len(self._listed) + 1:
                name = _ENDED.sub("", passage.text[item.end() : end])
                self._listed[len(self._listed) + 1] = Named(name, passage.span(item.end(), end))

    def _refer(self, passage: Passage) -> None:
        for match in _REFERENCE.finditer(passage.text):
            before = passage.text[max(0, match.start() - 30) : match.start()]
            if len(self._referred) < MOST and not _OF_ANOTHER.search(before):
                told = int(number(match["number"]) or 0)
                self._referred.append((told, match[0], passage.span(*match.span())))


def _differ_in_period(one: str, other: str) -> bool:
    """Whether two titles that are otherwise alike tell different periods; one may say more than the other."""
    first, second = periods(one), periods(other)
    return not (first <= second or second <= first) and without_periods(one) == without_periods(other)

"""Numbers of teams, stages or batches against those that follow by their ordinals: 共分四个督查组 · 第一组…第三组."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.numerals import number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level, Span

FAR = 3
"""How far a number may be from the groups told and still be meant for them."""
_NUMBER = r"[一二两三四五六七八九十]{1,3}|\d{1,2}"
_KINDS = r"(?:组|阶段|步骤?|批次?|片区|专班|路|片|标段)"
_SAID = re.compile(
    rf"(?:分为|分成|分|成立|组成|组建|下设|共设立?|设立|设|派出|共有|共|按)了?(?:由[^，。；：\d]{{1,16}}的)?(?P<said>(?P<number>{_NUMBER})个?[一-龥]{{0,6}}?(?P<kind>{_KINDS}))(?![织成合长员建])"
)
_ORDINAL = re.compile(rf"第(?P<order>{_NUMBER})[一-龥]{{0,4}}?(?P<kind>{_KINDS})(?![织合员别]|[至到、和及])")
_NUMBERED = re.compile(
    rf"（?(?P<order>{_NUMBER})[）、.．](?P<label>[^，。；：（）]{{2,14}}?)(?P<kind>{_KINDS})(?=[，。；：（]|$)"
)
_LISTED = re.compile(r"[^，。；：（]{0,8}(?:[：（—]|，?(?:由|负责|组长|牵头|带队|\d))")
"""What follows an ordinal in a list of all; a report may tell of two of four."""
_REST = re.compile(r"最后|最终|随后|接着|其余|其他|末[组段批]|第[一二三四五六七八九十\d]{1,3}[、至到]")
"""Words that tell of a group without its ordinal."""


class Said(NamedTuple):
    """A number of groups as it is told, and those met since: how many, whether as a list says them (第一组：…, not 第一组
    来到…), and where the last stands."""

    many: int
    said: str
    kind: str
    span: Span
    met: int = 0
    listed: bool = True
    last: Span | None = None


class OrdinalGroups:
    """The last number of groups that a document told."""

    def __init__(self) -> None:
        self._said: Said | None = None

    def check(self, passage: Passage) -> Iterator[Hit]:
        """A number of groups that is not that of the ordinals behind it; nothing where they do not run from one."""
        if self._said and _REST.search(passage.text):
            self._said = None
        heads = _next(passage, self._said) if self._said else None
        if self._said and heads:
            self._said = heads
        elif self._said:
            yield from _judged(self._said)
            self._said = None
        for match in _SAID.finditer(passage.text):
            self._said = None if _REST.search(passage.text, match.end()) else _told(passage, match)
        if self._said and not passage.following:
            yield from _judged(self._said)
            self._said = None


def _told(passage: Passage, match: re.Match[str]) -> Said | None:
    """The number, with the ordinals behind it in its own paragraph."""
    count = number(match["number"])
    if count is None or count < 2:
        return None
    said = Said(int(count), match["said"], match["kind"][0], passage.span(*match.span("said")))
    return _counted(passage, said, match.end())


def _counted(passage: Passage, said: Said, start: int) -> Said | None:
    for found in _ORDINAL.finditer(passage.text, start):
        order = number(found["order"])
        if found["kind"][0] == said.kind and order is not None and order > said.met:
            if order > said.met + 1:
                return None
            listed = said.listed and _LISTED.match(passage.text, found.end()) is not None
            said = said._replace(met=int(order), listed=listed, last=passage.span(*found.span()))
    return said


def _next(passage: Passage, said: Said) -> Said | None:
    """What is known behind a paragraph that begins with the next group; None for another."""
    head = _ORDINAL.match(passage.text) or _NUMBERED.match(passage.text)
    if head is None or head["kind"][0] != said.kind or number(head["order"]) != said.met + 1:
        return None
    if head.re is _ORDINAL:
        return _counted(passage, said, 0)
    return said._replace(met=said.met + 1, last=passage.span(*head.span()))


def _judged(said: Said) -> Iterator[Hit]:
    told = said.listed or said.met > said.many
    if told and said.met > 1 and said.last and 0 < abs(said.met - said.many) <= FAR:
        reason = f"写明“{said.said}”，实际列出{said.met}个"
        yield hit(Kind.ENUMERATION, Level.DOUBT, said.said, reason, said.span, said.last)

"""One thing told twice with two values: 启动应急响应5次 and later 启动应急响应6次; 共接诊326人次 and 共接诊236人次."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.slips import is_exchange, is_slip
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.concepts import is_elsewhere, pairs, periods
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level

MOST, SHORTEST, LEAST, NEAR = 60, 6, 2, 2
"""Numbers of one unit that are remembered; characters of a name that is hardly of another thing, and that say anything;
and by how much small numbers may differ and be meant for one."""
_WORDS = re.compile(
    r"^(?:其中|同时|另|今年|全年|年内|[上下]半年|以来|我[县区市局]|全[县区市镇]|中心|新|发放|办理|完成|颁发|受理|开展|组织|实现|举办|[：、，])+|[共总累计合均已]"
)
_APART = re.compile(
    r"上年|去年|同期|上季度|上月|较|比|此前|计划|目标|任务|(?<![响相])应(?!急)|每|分别|当日|均|余|以上|第|尚|未|另"
)
_WHOLE = re.compile(r"共|总|累计|合计")
_MARKS = re.compile("[，。；：（）]")


class Told(NamedTuple):
    """A number, what it is of, the periods of its sentence, and whether it is said of all."""

    each: Statement
    name: str
    periods: frozenset[str]
    whole: bool


class ToldAgain:
    """The latest numbers by their unit."""

    def __init__(self) -> None:
        self._seen: dict[str, deque[Told]] = defaultdict(partial(deque[Told], maxlen=MOST))

    def check(self, passage: Passage) -> Iterator[Hit]:
        """A number that is likely the slip of an earlier one, or the other way round, in another sentence."""
        for start, end in passage.sentences if passage.told else ():
            told = list(_told(passage, start, end))
            for one in told:
                earlier = (each for each in self._seen[one.each.unit] if _is_again(each, one))
                if first := next(earlier, None):
                    yield _disagree(first.each, one.each)
            for one in told:
                self._seen[one.each.unit].append(one)


def _told(passage: Passage, start: int, end: int) -> Iterator[Told]:
    named: frozenset[str] | None = None
    for each in passage.statements(start, end):
        if each.rough or each.unit in ("%", "个百分点") or _APART.search(each.gap):
            continue
        name = _WORDS.sub("", each.subject)
        if len(name) >= LEAST:
            named = periods(passage.text[start:end]) if named is None else named
            yield Told(each, name, named, _WHOLE.search(_MARKS.split(each.gap)[-1]) is not None)


def _is_again(one: Told, other: Told) -> bool:
    """Whether two numbers are of one long name and near each other, or of one name, or both of all, with two figures
    exchanged."""
    first, later = one.each, other.each
    if first.value == later.value or not (one.periods <= other.periods or other.periods <= one.periods):
        return False
    if is_elsewhere(first.gap, later.gap):
        return False
    if one.name == other.name and len(one.name) >= SHORTEST:
        return abs(first.value - later.value) <= NEAR or is_slip(later.value, first.value, later.step)
    related = not pairs(one.name).isdisjoint(pairs(other.name)) and one.whole and other.whole
    return (related or one.name == other.name) and is_exchange(first.value, later.value, later.step)


def _disagree(first: Statement, later: Statement) -> Hit:
    reason = f"前文为“{first.said}”，此处为“{later.said}”，同一事项数字不一致"
    return hit(Kind.REPEATED, Level.DOUBT, later.amount, reason, later.span, first.span)

"""The same total told twice with two values."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.concepts import is_elsewhere, periods
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level

MOST = 20
"""Values of one total that later ones are compared with."""
SHORTEST = 4
"""Characters that must be said of a total for two of them to be of one thing."""
_TOTAL = re.compile(r"共|总|累计|合计")
_WHOLE = re.compile(r"(?:目前|截至目前)?(?:全[县区市省镇]|我[县区市省局])")
_WORDS = re.compile(
    r"(?:今年|全年|年内|我?[全本各][县区市省局镇]|共计|共|总计|合计|累计|总|我[县区市局]|均|已|截至目前|目前|各单位|计|各类|的|了)"
)
_APART = re.compile(
    r"其中|上年|去年|同期|上季度|上月|较|比|另|以来|此前|计划|目标|应|每|第|分别|当日|当月|当年|本月|本周|今日|历年|连续"
)


class Told(NamedTuple):
    statement: Statement
    periods: frozenset[str]


class Repeats:
    """The totals of a document told so far."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], list[Told]] = defaultdict(list)

    def check(self, passage: Passage) -> Iterator[Hit]:
        """Totals whose words, unit and period were told before with another value."""
        for start, end in passage.sentences if passage.told else ():
            named: frozenset[str] | None = None
            for each in passage.statements(start, end):
                if words := _key(each):
                    named = periods(passage.text[start:end]) if named is None else named
                    yield from self._told(words, Told(each, named))

    def _told(self, words: str, told: Told) -> Iterator[Hit]:
        earlier = self._seen[words, told.statement.unit]
        if other := next((one for one in earlier if _differ(one, told)), None):
            yield _disagree(other.statement, told.statement)
        if len(earlier) < MOST:
            earlier.append(told)


def _key(each: Statement) -> str:
    """What a total is of, "" for what is no total of the whole."""
    said = re.split("[，。；：（）]", each.gap)[-1]
    if (
        each.rough
        or each.unit in ("%", "个百分点")
        or not (_TOTAL.search(said) or _WHOLE.match(said))
        or _APART.search(each.gap)
    ):
        return ""
    thing = re.match(r"[^的、和及与]{0,6}", each.thing)
    words = _WORDS.sub("", re.sub(r"^.*?(?:[全本][县区市省]|各单位)", "", said))
    words += thing[0] if thing and len(words) < SHORTEST else ""
    return words if len(words) >= SHORTEST else ""


def _differ(one: Told, other: Told) -> bool:
    if one.statement.value == other.statement.value or is_elsewhere(one.statement.gap, other.statement.gap):
        return False
    same = one.periods == other.periods or not one.periods or not other.periods
    wide = max(one.statement.step, other.statement.step)
    return same and abs(one.statement.value - other.statement.value) >= wide


def _disagree(first: Statement, later: Statement) -> Hit:
    reason = f"前文为“{first.said}”，此处为“{later.said}”，相差{abs(first.value - later.value):f}{later.unit}"
    return hit(Kind.REPEATED, Level.DOUBT, later.amount, reason, later.span, first.span)

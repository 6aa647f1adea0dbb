"""How many times one value is another: 由200家发展到600家，增长2倍 · 达450家，是年初150家的3倍 · 翻一番."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from gongkai.proofreading.figures.arithmetic.rounding import rounded
from gongkai.proofreading.figures.arithmetic.spread import Spread, spread
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.numerals import ARABIC, CHINESE, number, step, written
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level

_TIMES = re.compile(
    rf"(?:(?P<grown>增长|增加|扩大|提高|上升|增幅达?)了?|(?:是|为|相当于|达到?|增[至到]|增加[至到])[^，。；、\d]{{0,14}}|的)"
    rf"(?P<times>{ARABIC}|{CHINESE})倍(?![多余以左上])|翻了?(?P<doublings>[一两二三])番(?![多半])"
)
_FROM = re.compile(r"(?:由|从)[^，；。]{0,16}$")
_TO = re.compile(r"^[^，；。]{0,10}，?[^，；。\d]{0,8}(?:到|至|为|达)[^，；。\d]{0,10}$")
_AGAINST = re.compile(r"(?:较|比|是|为|相当于)[^，；。]{0,14}$")
_ROOM = Decimal("0.25")
"""How far from twice as much 翻一番 may be."""
_NEAR = 40
"""Characters between a pair of values and the words that compare them."""


def check(passage: Passage) -> Iterator[Hit]:
    """Multiples that the two values which the words bind to them do not give."""
    for match in _TIMES.finditer(passage.text) if "倍" in passage.text or "番" in passage.text else ():
        start, end = next(each for each in passage.sentences if each[1] >= match.end())
        told = passage.statements(start, end)
        if (pair := _pair(passage, told, match)) and (problem := _judged(passage, match, *pair)):
            yield problem


def _pair(
    passage: Passage, told: Sequence[Statement], match: re.Match[str]
) -> tuple[Statement, Statement] | None:
    """The earlier and the later value: from one to the other, or one and what it is compared with right before."""
    found = []
    for one, other in pairwise(told):
        if one.unit != other.unit or one.rough or other.rough or one.unit in ("%", "‰"):
            continue
        apart = match.start() - other.end if other.end <= match.start() else one.start - match.end()
        if _FROM.search(one.gap) and _TO.search(other.gap) and _is_of(passage.text, one, match):
            found.append((apart, one, other))
        elif _AGAINST.search(other.gap) and _is_next(passage.text, other, match):
            found.append((0, other, one))
    near = [each for each in found if 0 <= each[0] <= _NEAR]
    return min(near, key=lambda each: each[0])[1:] if near else None


def _is_of(text: str, first: Statement, match: re.Match[str]) -> bool:
    """Whether the multiple is of the earlier value: 由年初的…, 是年初的3倍, but not 是2020年的3倍."""
    if match["times"] is None or match["grown"]:
        return True
    said = re.split("[，；。]", text[max(0, match.start("times") - 20) : match.start("times")])[-1]
    base = re.sub(r"^.*(?:是|为|相当于|达到?|增[至到])|的$", "", said)
    return base in ("", "原来", "原先", "过去", "此前", "之前") or base in first.gap or "年初" in base


def _is_next(text: str, value: Statement, match: re.Match[str]) -> bool:
    """Whether the multiple goes on right behind a value: 较年初的200家增长2倍, 是年初150家的3倍."""
    between = text[value.end : match.start("times")] if match["times"] else text[value.end : match.start()]
    return match.end() > value.end and re.fullmatch(r"[^，；。]{0,4}", between) is not None


def _judged(passage: Passage, match: re.Match[str], first: Statement, last: Statement) -> Hit | None:
    ratio = spread(last).over(spread(first))
    if ratio is None or _is_right(match, ratio):
        return None
    times = rounded(last.value / first.value, Decimal("0.01")).rstrip("0").rstrip(".")
    grown = written(Decimal(times) - 1)
    said, place = match[0], passage.span(*match.span())
    reason = f"“{last.said}”是“{first.said}”的{times}倍，即增长{grown}倍，与所写“{said}”不符"
    return hit(Kind.CHANGE, Level.DOUBT, said, reason, place, first.span, last.span)


def _is_right(match: re.Match[str], ratio: Spread) -> bool:
    if match["doublings"]:
        whole = 2 ** (number(match["doublings"]) or Decimal(1))
        return ratio.high > whole * (1 - _ROOM) and ratio.low < whole * (1 + _ROOM)
    times = number(match["times"])
    if times is None:
        return True
    place, base = step(match["times"]), Decimal(1 if match["grown"] else 0)
    return ratio.low - base < times + place and ratio.high - base >= times - place / 2

"""Changes against an earlier value: 由348件增加到391件，增长12.4% · 391件，较上季度的348件增加43件."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.numerals import written
from gongkai.proofreading.figures.passage import Passage
from gongkai.proofreading.figures.rounding import agrees, percent, rounded
from gongkai.proofreading.figures.statements import Statement, as_written
from gongkai.proofreading.hits import Hit, Level

_UP = "增长|增加|上升|提高|提升|上涨|增多|净增|新增|增幅|高出|多"
_DOWN = "下降|减少|降低|下滑|回落|减低|缩减|压减|降幅|少"
_CHANGE = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|为|达)?$")
_AGAINST = re.compile(r"同比|环比|较|比|增幅|降幅")
_EARLIER = re.compile(
    r"(?:由|从|原|较|比|同期|上年|去年|上月|上季度|上期|上半年|前一年|此前)[^，；。]{0,14}$"
)
_REACHED = re.compile(rf"(?:{_UP}|{_DOWN}|扩大|变)?(?:到|至|为)(?:[^，；。\d]{1, 10}的)?$")
_FROM = re.compile(r"(?:由|从)[^，；。]{0,12}$")


class Change(NamedTuple):
    """A change, the value before it and the value it led to. `sure`: the words bind the three together."""

    change: Statement
    earlier: Statement
    later: Statement
    rising: bool
    sure: bool


def check(passage: Passage) -> Iterator[Hit]:
    """Changes that are not the difference of the two values they are told with."""
    for told in passage.clauses:
        for place, each in enumerate(told) if len(told) > 1 else ():
            if (match := _CHANGE.search(each.gap[-6:])) and not each.rough:
                rising = match["up"] is not None
                found = _change(told, place, rising=rising)
                problem = _judged(found) if found else _by_both(told, place, rising=rising)
                if problem:
                    yield problem


def _change(told: Sequence[Statement], place: int, *, rising: bool) -> Change | None:
    change = told[place]
    before = [each for each in told[max(0, place - 4) : place] if not each.rough]
    near = [*before, *told[place + 1 : place + 2]]
    unit = _unit(change, near)
    same = [each for each in before if each.unit == unit]
    earlier = [each for each in near if each.unit == unit and _is_earlier(each)]
    if change.unit not in ("%", "个百分点", unit) or not earlier:
        return None
    first = earlier[-1]
    later = [each for each in same if each is not first and not _CHANGE.search(each.gap)]
    if not later or not (_AGAINST.search(change.gap + first.gap) or _FROM.search(first.gap)):
        return None
    after = [each for each in later if each.start > first.start and _REACHED.search(each.gap)]
    return Change(change, first, (after or later)[-1], rising, _is_bound(first, after, change))


def _by_both(told: Sequence[Statement], place: int, *, rising: bool) -> Hit | None:
    """46件，比去年同期减少4件，下降8%: the earlier value is what the number and its change leave."""
    if place < 2 or told[place].unit != "%":
        return None
    later, moved, change = told[place - 2 : place + 1]
    match = _CHANGE.search(moved.gap)
    if not match or (match["up"] is not None) is not rising or not _AGAINST.search(moved.gap):
        return None
    if later.unit != moved.unit or later.unit == "%" or later.rough or moved.rough or later.step != 1:
        return None
    earlier = later.value - moved.value if rising else later.value + moved.value
    exact = percent(moved.value, earlier) if earlier > 0 else None
    if exact is None or agrees(change.value, change.step, exact):
        return None
    reason = (
        f"“{later.said}”{'增加' if rising else '减少'}{moved.amount}，原为{written(earlier)}{later.unit}，"
        f"变化{rounded(exact, change.step)}%，与所写{change.amount}不符"
    )
    return hit(Kind.CHANGE, Level.DOUBT, change.amount, reason, change.span, later.span, moved.span)


def _is_earlier(each: Statement) -> bool:
    return not each.rough and _EARLIER.search(each.gap) is not None and not _CHANGE.search(each.gap)


def _is_bound(first: Statement, after: list[Statement], change: Statement) -> bool:
    """由…到… with the change behind it, or the earlier value in a bracket or right before the change."""
    return bool(after and _FROM.search(first.gap)) or bool(
        re.search(r"（[^（）]*$", first.gap) or first.end + len(change.gap) == change.start
    )


def _unit(change: Statement, near: list[Statement]) -> str:
    if change.unit == "个百分点":
        return "%"
    if change.unit != "%":
        return change.unit
    counts = [each.unit for each in near if each.unit not in ("%", "个百分点")]
    return counts[-1] if counts else "%"


def _judged(found: Change) -> Hit | None:
    change, earlier, later = found.change, found.earlier, found.later
    moved = later.value - earlier.value if found.rising else earlier.value - later.value
    if _fits(found, moved):
        return None
    unit = "个百分点" if later.unit == "%" else later.unit
    way = ("增加" if later.value >= earlier.value else "减少") if unit != "个百分点" else "变化"
    size = f"{written(abs(moved))}{unit}" if unit == "个百分点" else as_written(abs(moved), earlier, later)
    told = f"由{earlier.amount}到{later.amount}，{way}{size}"
    if change.unit == "%" and (exact := percent(abs(moved), earlier.value)) is not None:
        told += f"（{rounded(exact, change.step)}%）"
    word = "增长" if found.rising else "下降"
    level = Level.ERROR if found.sure else Level.DOUBT
    reason = f"{told}，与所写{word}{change.amount}不符"
    return hit(Kind.CHANGE, level, change.amount, reason, change.span, earlier.span, later.span)


def _fits(found: Change, moved: Decimal) -> bool:
    change, earlier, later = found.change, found.earlier, found.later
    if later.step > 1 or earlier.step > 1:
        return _fits_rounded(found)
    if change.unit != "%":
        return abs(moved - change.value) <= (Decimal(0) if change.step == 1 else change.step)
    share = percent(moved, earlier.value)
    relative = share is not None and agrees(change.value, change.step, share)
    return relative or (later.unit == "%" and moved == change.value)


def _fits_rounded(found: Change) -> bool:
    """Whether the change is possible for what 52万 and 40万 may stand for."""
    change, (before, after) = found.change, (found.earlier, found.later)
    sign = 1 if found.rising else -1
    ends = [
        (sign * (last - first), first)
        for last in (after.value - after.step / 2, after.value + after.step / 2)
        for first in (before.value - before.step / 2, before.value + before.step / 2)
    ]
    moves = [percent(move, first) or Decimal(0) if change.unit == "%" else move for move, first in ends]
    return min(moves) - change.step <= change.value <= max(moves) + change.step

"""Changes against an earlier value: 由348件增加到391件，增长12.4% · 391件，较上季度的348件增加43件."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.rounding import percent, rounded
from gongkai.proofreading.figures.arithmetic.slips import is_likely
from gongkai.proofreading.figures.arithmetic.spread import Spread, in_percent, may_be, spread
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement, as_written
from gongkai.proofreading.figures.relations.directions import is_contrary
from gongkai.proofreading.figures.relations.earlier_values import (
    CHANGE,
    DOWN,
    EARLIER,
    IN_BRACKET,
    RATES,
    UP,
    earlier_of_two,
    is_earlier,
    is_owned,
    moves,
    values_behind,
)
from gongkai.proofreading.figures.relations.rates import before
from gongkai.proofreading.hits import Hit, Level

BACK = 6
"""Statements before a change among which the values that it is told with stand."""
FAR = Decimal("0.5")
"""Share of the right change beyond which the values were likelier read wrongly than told wrongly."""
_AGAINST = re.compile(r"同比|环比|较|比|增幅|降幅|上年|去年|同期|上月|上季度|上期|20\d\d年|季度")
_THEN = re.compile(
    rf"^，?(?:总数|总量|累计|目前)?(?:已?达到?|(?:{UP}|{DOWN})[到至]|[增减升降][到至])(?:了|为)?$"
)
_REACHED = re.compile(rf"(?:{UP}|{DOWN}|扩大|变)?(?:到|至|为)(?:[^，；。\d]{{1,10}}的)?$")
_FROM = re.compile(r"(?:由|从)[^，；。]{0,12}$")
_REAL = re.compile(r"生产总值|增加值|总产值|GDP|不变价|可比|同口径|实际增长")
"""What grows at constant prices or within one compass: its change is not that of the values printed."""


class Change(NamedTuple):
    """A change, the value before it and the value it led to. `sure`: the words bind the three together; `apart`: the
    later one is told in a sentence before."""

    change: Statement
    earlier: Statement
    later: Statement
    rising: bool
    sure: bool
    apart: bool = False


def check(passage: Passage) -> Iterator[Hit]:
    """Changes that no two values, nor a value and its step, of their clause give."""
    for told in passage.clauses:
        for place, each in enumerate(told) if len(told) > 1 else ():
            if (match := CHANGE.search(each.gap[-6:])) and not each.rough:
                rising = match["up"] is not None
                ahead = before(passage, told[0].start)[-BACK:]
                found = _change(told, place, ahead, rising=rising)
                problem = (
                    _judged(found, [*ahead, *told[max(0, place - BACK) : place + BACK]])
                    if found
                    else _by_both(told, place, ahead, rising=rising)
                )
                if problem:
                    yield problem


def _change(
    told: Sequence[Statement], place: int, ahead: Sequence[Statement], *, rising: bool
) -> Change | None:
    change = told[place]
    before_it = [at for at in range(max(0, place - BACK), place) if not told[at].rough]
    behind = values_behind(told, place)
    unit = _unit(change, [told[at] for at in (*before_it, *behind)])
    same = [at for at in (*before_it, *behind) if told[at].unit == unit and not moves(told[at])]
    earlier = [at for at in same if at > place or (is_earlier(told, at) and not is_owned(told, at))]
    earlier = earlier or earlier_of_two(told, same, place)
    if change.unit not in ("%", "个百分点", unit) or not earlier:
        return None
    first = told[earlier[-1]]
    if not (_AGAINST.search(change.gap + first.gap) or _FROM.search(first.gap)):
        return None
    later = [told[at] for at in same if at < place and at not in earlier and not is_owned(told, at)]
    later = [each for each in later if not IN_BRACKET.search(each.gap)]
    apart = [] if later or place > earlier[-1] + 1 else _values(ahead, unit)
    then = told[place + 1 : place + 2] if change.unit == unit and earlier[-1] == place - 1 else ()
    later = [each for each in then if each.unit == unit and _THEN.match(each.gap) and not each.rough] or later
    if not (later or apart):
        return None
    after = [each for each in later if each.start > first.start and _REACHED.search(each.gap)]
    if after and is_contrary(first, after[-1]):
        return None  # told of the values themselves
    last = (after or later or apart)[-1]
    sure = bool(later) and last.end <= change.start and _is_bound(first, after, change)
    return Change(change, first, last, rising, sure, not later)


def _by_both(
    told: Sequence[Statement], place: int, ahead: Sequence[Statement], *, rising: bool
) -> Hit | None:
    """46件，比去年同期减少4件，下降8%: the earlier value is what the number and its step leave. `ahead` is what stands
    before the clause."""
    change, moved = told[place], told[place - 1]
    match = CHANGE.search(moved.gap) if place and change.unit == "%" else None
    if not match or (match["up"] is not None) is not rising or moved.rough or moved.unit in RATES:
        return None
    if not _AGAINST.search(moved.gap) or _REAL.search(moved.gap + change.gap):
        return None
    inside = _values(told[max(0, place - BACK) : place - 1], moved.unit)
    values = inside or _values(ahead[-BACK:], moved.unit)
    if not values or any(may_be(change, _from_step(each, moved, rising=rising)) for each in values):
        return None
    near = FAR if inside and _is_of(moved, inside[-1]) else Decimal(0)
    return _step_disagrees(change, moved, values[-1], near, rising=rising)


def _values(told: Sequence[Statement], unit: str) -> list[Statement]:
    return [each for each in told if each.unit == unit and not each.rough and not moves(each)]


def _is_of(moved: Statement, value: Statement) -> bool:
    """Whether the step names nothing else than the value: 比上年增加, 同比事故起数减少 after 发生事故, not 税收比上年增加."""
    own = re.split("同比|环比|[较比与]", re.split("[，；：（）]", moved.gap)[-1])[0]
    return len(own) < 2 or any(own[at : at + 2] in value.subject for at in range(len(own) - 1))


def _step_disagrees(
    change: Statement, moved: Statement, later: Statement, near: Decimal, *, rising: bool
) -> Hit | None:
    base = later.value - moved.value if rising else later.value + moved.value
    exact = percent(moved.value, base) if base > 0 else None
    if exact is None or not is_likely(change.value, exact, change.step, near) or _REAL.search(later.gap):
        return None
    reason = (
        f"“{later.said}”{'增加' if rising else '减少'}{moved.amount}，"
        f"原为{as_written(base, later, moved)}，{'增幅' if rising else '降幅'}为{rounded(exact, change.step)}%，与所写{change.amount}不符"
    )
    return hit(Kind.CHANGE, Level.DOUBT, change.amount, reason, change.span, later.span, moved.span)


def _from_step(later: Statement, moved: Statement, *, rising: bool) -> Spread | None:
    step, value = spread(moved), spread(later)
    return in_percent(step, value.minus(step) if rising else value.plus(step))


def _is_bound(first: Statement, after: list[Statement], change: Statement) -> bool:
    """由…到… with the change behind it, or the earlier value in a bracket or right before the change."""
    return bool(after and _FROM.search(first.gap)) or bool(
        re.search(r"（[^（）]*$", first.gap)
        or (first.end + len(change.gap) == change.start and re.search("[较比由从原]", first.gap))
    )


def _unit(change: Statement, near: list[Statement]) -> str:
    if change.unit == "个百分点":
        return "%"
    if change.unit != "%":
        return change.unit
    before_it = [each for each in near if each.end <= change.start]
    if before_it and before_it[-1].unit == "%" and EARLIER.search(before_it[-1].gap):
        return "%"  # 产销差率13.2%，比上年同期的15.6%下降15.4%
    counts = [each.unit for each in near if each.unit not in RATES]
    return counts[-1] if counts else "%"


def _judged(found: Change, beside: Sequence[Statement]) -> Hit | None:
    change, earlier, later = found.change, found.earlier, found.later
    near = [each for each in beside if each is not change]
    if _is_of_points(found):
        return _points(found)
    if _fits(found) or _otherwise(found, near) or _REAL.search(later.gap + earlier.gap + change.gap):
        return None
    exact = percent(abs(later.value - earlier.value), earlier.value) if change.unit == "%" else None
    right = abs(later.value - earlier.value) if exact is None else exact
    meant = _is_meant(found, right)
    if not (found.sure or meant):
        return None
    level = Level.ERROR if found.sure and meant else Level.DOUBT
    return hit(
        Kind.CHANGE, level, change.amount, _reason(found, exact), change.span, earlier.span, later.span
    )


def _is_meant(found: Change, right: Decimal) -> bool:
    """Whether the change is likely told of the two values: a slip away, or not far; of points a whole one away."""
    change = found.change
    near = Decimal(0) if found.apart else FAR
    points = change.unit == "个百分点" and not found.apart and abs(change.value - right) <= 1
    return points or is_likely(change.value, right, change.step, near)


def _is_of_points(found: Change) -> bool:
    """Whether a change of per cents, told in per cent, is that of the values in points: 由14.2%到12.6%，下降1.6%."""
    change, first, last = found.change, found.earlier, found.later
    if not (change.unit == first.unit == last.unit == "%") or found.apart or not first.value:
        return False
    moved = abs(last.value - first.value)
    return change.value == moved and abs(moved * 100 / first.value - moved) > change.step / 2


def _points(found: Change) -> Hit:
    change, earlier, later = found.change, found.earlier, found.later
    right = f"{change.amount.removesuffix('%')}个百分点"
    reason = f"由{earlier.amount}到{later.amount}，相差的是{right}，不是{change.amount}"
    return hit(
        Kind.CHANGE,
        Level.DOUBT,
        change.amount,
        reason,
        change.span,
        earlier.span,
        later.span,
        suggestion=right,
    )


def _reason(found: Change, exact: Decimal | None) -> str:
    change, earlier, later = found.change, found.earlier, found.later
    size = abs(later.value - earlier.value)
    way = "增加" if later.value >= earlier.value else "减少"
    told = f"由{earlier.amount}到{later.amount}，{way}{as_written(size, earlier, later)}"
    if later.unit == "%":
        told = f"由{earlier.amount}到{later.amount}，{'上升' if later.value >= earlier.value else '下降'}{written(size)}个百分点"
    if exact is not None:
        told += f"（{rounded(exact, change.step)}%）"
    return f"{told}，与所写{'增长' if found.rising else '下降'}{change.amount}不符"


def _fits(found: Change) -> bool:
    """Whether the change is possible, in its direction, for what the two values may stand for."""
    first, last = spread(found.earlier), spread(found.later)
    moved = last.minus(first) if found.rising else first.minus(last)
    if found.change.unit != "%":
        return _is_difference(found.change, moved)
    absolute = found.later.unit == "%" and _is_difference(found.change, moved)
    return absolute or may_be(found.change, in_percent(moved, first))


def _is_difference(change: Statement, moved: Spread) -> bool:
    said = spread(change)
    return said.low <= moved.high and moved.low <= said.high


def _otherwise(found: Change, near: Sequence[Statement]) -> bool:
    """Whether two other values, or a value and its step, give the change."""
    unit, tied = found.later.unit, {found.earlier, found.later}
    values = [each for each in near if each.unit == unit and not moves(each)]
    pairs = [pair for pair in combinations(values, 2) if set(pair) != tied]
    both = [Change(found.change, *pair, found.rising, False) for pair in (*pairs, *(p[::-1] for p in pairs))]
    steps = [each for each in near if each.unit == unit and moves(each)]
    if found.change.unit != "%" or unit == "%":
        return any(map(_fits, both))
    ways = [_from_step(value, step, rising=found.rising) for value in values for step in steps]
    return any(map(_fits, both)) or any(may_be(found.change, each) for each in ways)

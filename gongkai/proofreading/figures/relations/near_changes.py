"""Changes that no two values near them give, but would give with one of their digits changed; and those that go the
other way than the two values they are told of."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, islice, permutations

from gongkai.proofreading.figures.arithmetic.quotients import Quotient
from gongkai.proofreading.figures.arithmetic.rounding import rounded
from gongkai.proofreading.figures.arithmetic.slips import is_slip
from gongkai.proofreading.figures.arithmetic.spread import HUNDRED
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.statements import Statement, as_written
from gongkai.proofreading.figures.relations.earlier_values import CHANGE
from gongkai.proofreading.figures.relations.surroundings import Around, Surroundings, counted, has_digits
from gongkai.proofreading.hits import Hit, Level

VALUES = 4
"""Numbers of the sentence before a change, and of those before it, that may be its values."""
LIKELY = (Decimal("0.3"), Decimal(3))
"""Shares of the right change between which a wrong one is told."""
_RATE = re.compile("[增降]幅|增速")
_REAL = re.compile(r"生产总值|增加值|GDP|不变价|可比|同口径|实际增长")
_THEN = re.compile(r"同期|上年|去年|上月|上季|上周|上期|[较比由从原]|此前|前[一两三年]")
_NAMED = re.compile(r"年初|[月年]末|20\d\d年|\d月|季度")
"""What may be said of the later value as well."""
Way = tuple[Decimal, Decimal]
RISE: Way = (HUNDRED, -HUNDRED)
FALL: Way = (-HUNDRED, HUNDRED)


def near_changes() -> Surroundings:
    """The check, for one document."""
    return Surroundings(_is_change, judged)


def _is_change(each: Statement) -> bool:
    return not each.rough and (_moves(each) or _RATE.search(each.gap[-8:]) is not None)


def _moves(each: Statement) -> bool:
    return CHANGE.search(each.gap[-8:]) is not None


def judged(around: Around) -> Iterator[Hit]:
    """In per cent of the earlier value, or in the unit of both."""
    change = around.told
    if _REAL.search(change.gap):
        return
    unit = "%" if change.unit == "个百分点" else change.unit
    relative = change.unit == "%"
    near = counted(around.near) if relative else [each for each in around.near if each.unit == unit]
    if not relative and _is_difference_of(change, near):
        return
    inside = [*around.inside[-VALUES:], *around.behind[:1]]
    inside = counted(inside) if relative else [each for each in inside if each.unit == unit]
    ways = (_far_rates, _far_steps) if relative else (_far_differences,)
    found = (hit for way in ways for hit in way(change, inside, near))
    yield from islice(found, 1)


def _far_rates(change: Statement, inside: Sequence[Statement], near: Sequence[Statement]) -> Iterator[Hit]:
    for first, last in _values(inside, near):
        miss = Quotient(change, last, first, *_way(change, first, last)) if first.value else None
        if miss is None:
            continue
        if miss.fits():
            return
        if _is_contrary(miss):
            way = "增加" if last.value > first.value else "减少"
            yield _disagree(change, f"由“{first.said}”到“{last.said}”是{way}", first, last)
        if _is_meant(miss, (first, last), near):
            right = rounded(miss.exact, change.step)
            told = f"由“{first.said}”到“{last.said}”，变化{right}%"
            yield _disagree(change, told, first, last)


def _far_steps(change: Statement, inside: Sequence[Statement], near: Sequence[Statement]) -> Iterator[Hit]:
    """同比增加0.31万吨，增长7.8%: the earlier value is what the number and its step leave."""
    for step in filter(_moves, inside):
        sign = 1 if _rises(step) else -1
        for last in _still([*reversed(inside), *reversed(near[-VALUES:])]):
            base = last.value - sign * step.value
            if last.unit != step.unit or base <= 0:
                continue
            miss = Quotient(change, step, last._replace(value=base))
            if miss.fits():
                return
            of_last = change._replace(value=HUNDRED * change.value / (HUNDRED + sign * change.value))
            close = _is_meant(miss, (step, last), near) or Quotient(of_last, step, last).is_near_miss()
            if close and not _is_rate_of(change, (step, last), near):
                told = (
                    f"{'增加' if sign > 0 else '减少'}{step.amount}，变化{rounded(miss.exact, change.step)}%"
                )
                yield _disagree(change, f"“{last.said}”{told}", last, step)


def _far_differences(
    change: Statement, inside: Sequence[Statement], near: Sequence[Statement]
) -> Iterator[Hit]:
    for first, last in _values(inside, near):
        moved = last.value - first.value
        if not _is_likely(change, abs(moved)) or _rises(change) is not (moved > 0):
            continue
        sign = 1 if moved > 0 else -1
        rights = (
            (change, abs(moved)),
            (last, first.value + sign * change.value),
            (first, last.value - sign * change.value),
        )
        if any(right > 0 and is_slip(each.value, right, each.step) for each, right in rights):
            told = f"由“{first.said}”到“{last.said}”，相差{as_written(abs(moved), first, last)}"
            yield _disagree(change, told, first, last)


def _values(inside: Sequence[Statement], near: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """The earlier value, which is called so, and another of its unit beside it."""
    still = _still(inside)
    for first in still:
        if _THEN.search(first.gap) or _NAMED.search(first.gap):
            alike = [each for each in still if each is not first and each.unit == first.unit]
            ahead = [
                each
                for each in _still(near[-VALUES:])
                if each.unit == first.unit and each.start < first.start
            ]
            yield from ((first, last) for last in alike or ahead)


def _still(told: Sequence[Statement]) -> list[Statement]:
    return [each for each in told if not _moves(each) and not _REAL.search(each.gap)]


def _is_rate_of(change: Statement, sides: Sequence[Statement], near: Sequence[Statement]) -> bool:
    """Whether one of the two sides and any number near them give the change, or a number and a step do."""
    pairs = [pair for pair in permutations(near, 2) if pair[0].unit == pair[1].unit and pair[1].value]
    bound = [pair for pair in pairs if pair[0] in sides or pair[1] in sides]
    if any(Quotient(change, *pair, *way).fits() for pair in bound for way in (RISE, FALL)):
        return True
    steps = [pair for pair in pairs if _moves(pair[0])]
    bases = (
        other._replace(value=other.value + (-one.value if _rises(one) else one.value)) for one, other in steps
    )
    return any(
        Quotient(change, one, base).fits()
        for (one, _), base in zip(steps, bases, strict=True)
        if base.value > 0
    )


def _is_difference_of(change: Statement, near: Sequence[Statement]) -> bool:
    room = change.step if change.step < 1 else 0  # 100% beside 99.1% is exact
    return any(
        abs(abs(one.value - other.value) - change.value) <= room for one, other in combinations(near, 2)
    )


def _is_meant(miss: Quotient, sides: Sequence[Statement], near: Sequence[Statement]) -> bool:
    likely = _is_likely(miss.result, miss.exact) and miss.is_near_miss()
    return likely and not _is_rate_of(miss.result, sides, near)


def _is_contrary(miss: Quotient) -> bool:
    """Whether the change is that of the two values, but for its direction."""
    other = RISE if miss.factor < 0 else FALL
    turned = miss._replace(factor=other[0], offset=other[1])
    next_to_it = miss.under.end + len(miss.result.gap) >= miss.result.start
    earlier = _THEN.search(miss.under.gap) is not None and not _THEN.search(miss.over.gap)
    return miss.exact < 0 and earlier and next_to_it and has_digits(miss.result, 2) and turned.fits()


def _way(change: Statement, first: Statement, last: Statement) -> Way:
    return RISE if (_rises(change) if _moves(change) else last.value > first.value) else FALL


def _rises(change: Statement) -> bool:
    said = CHANGE.search(change.gap[-8:])
    return said is not None and said["up"] is not None


def _is_likely(change: Statement, right: Decimal) -> bool:
    low, high = LIKELY
    return low * right < change.value < high * right


def _disagree(change: Statement, told: str, *sides: Statement) -> Hit:
    reason = f"{told}，与所写“{change.said}”不符"
    spans = (change.span, *(each.span for each in sides))
    return hit(Kind.CHANGE, Level.DOUBT, change.amount, reason, *spans)

"""Rates that no two numbers near them give, but would give with one of their digits changed: few words are asked
for, because by chance that is seldom so."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, permutations

from gongkai.proofreading.figures.arithmetic.quotients import Quotient
from gongkai.proofreading.figures.arithmetic.spread import HUNDRED, ONE
from gongkai.proofreading.figures.reading.statements import Statement, as_written
from gongkai.proofreading.figures.relations.earlier_values import CHANGE
from gongkai.proofreading.figures.relations.rates import Parts, Tie, disagree
from gongkai.proofreading.figures.relations.surroundings import (
    Around,
    Surroundings,
    counted,
    has_digits,
    is_alike,
    shares_a_word,
)
from gongkai.proofreading.hits import Hit, Level

NEAREST = 3
"""Counts of one sort right before a rate that may be its part without a word for it."""
PARTS = 4
"""Counts before it that may be its part where a word is in both."""
WHOLES = 6
"""Counts before it that may be the whole."""
SUMMED = 10
"""Counts of one sort of which neighbours together may be the part or the whole."""
BEYOND = Decimal("1.25")
"""How many times what the rate says, or all, a mistyped part may be of its whole."""
FEW = 10
"""A part below this tells too little of a rate of two figures."""
_HEAD = re.compile(
    r"(?:率|比例|比重|(?:占|完成)[^，。；\d]{0,12}|面|度|的)(?:分别|已|仅|均)?(?:为|是|达到?|约|至)?$|^[、，（]$"
)
_ELSEWHERE = re.compile(
    r"同期|上年|去年|上月|全[国省市]|高于|低于|不[低高少]于|目标|要求|控制|以[上下内]|每|[增降]幅|增速|提高|降低|压缩|"
    r"[由从较]|比[^例重，。；]{1,12}的$|月份?（$|(?:使用|利用|周转)率"
)
_LESS = re.compile(r"(?:去除|降低|削减|减排|节约|节支|节资|优惠|下浮)率")
_FALL = re.compile("去除|降|减|节|优惠|下浮|增|缩")
_THEN = re.compile("同期|上年|去年|上月|上季")
_REST = re.compile("剩余|其余|余下|未")
_MARK = re.compile("[，。；：]")


def near_rates() -> Surroundings:
    """The check, for one document."""
    return Surroundings(_is_rate, judged)


def _is_rate(each: Statement) -> bool:
    if each.unit != "%" or each.rough or not has_digits(each, 2) or each.value == HUNDRED:
        return False
    words = words_of(each)
    said = _HEAD.search(words or each.gap[-1:]) is not None and not re.search(r"\d", words)
    return said and not CHANGE.search(each.gap[-8:]) and not _ELSEWHERE.search(each.gap[-14:])


def judged(around: Around) -> Iterator[Hit]:
    """A rate that is a near miss of what its sentence names, and that nothing else explains."""
    misses: list[Quotient] = []
    most = BEYOND * max(around.told.value / HUNDRED, ONE)
    for part in _parts(around):
        for whole in _wholes(part, around):
            found = _rate(around.told, part, whole)
            if found.fits():
                return
            enough = has_digits(around.told, 3) or part.value >= FEW
            if enough and part.value <= most * whole.value and found.is_near_miss():
                misses.append(found)
    if not misses or _is_explained(misses[0], counted(around.near)):
        return
    others = [each for each in around.near if each.unit == "%" and each is not around.told]
    free = [each for each in misses if not any(each._replace(result=other).fits() for other in others)]
    for miss in free[:1]:
        yield disagree(miss.result, Parts(miss.over, miss.under, Tie.LIKELY), Level.DOUBT)


def words_of(rate: Statement) -> str:
    """The words right before a number."""
    return _MARK.split(rate.gap)[-1]


def _parts(around: Around) -> list[Statement]:
    """Counts that the rate may be of: the nearest, those called by a word of it, and the next behind it."""
    rate, inside = around.told, counted(around.inside)
    words = words_of(rate)
    further = inside[-PARTS:] if inside else counted(around.ahead)[-PARTS:]
    called = [each for each in reversed(further) if shares_a_word(words, each.subject + each.thing)]
    last = [each for each in inside[-NEAREST:] if has_digits(rate, 3) and is_alike(each, inside[-1])]
    behind = [each for each in counted(around.behind[:1]) if "；" not in each.gap]
    return list(dict.fromkeys([*reversed(last), *called, *behind]))


def _wholes(part: Statement, around: Around) -> Iterator[Statement]:
    """Counts of its sort that it may be out of, the nearest before it first."""
    alike = [each for each in counted(around.near) if is_alike(each, part) and each is not part]
    before = [each for each in alike if each not in around.behind and not _THEN.search(each.gap)]
    yield from reversed(before[-WHOLES:])
    for each in alike:
        if each in around.behind:
            yield _with_rest(part, each) if _REST.search(each.gap) else each


def _with_rest(part: Statement, rest: Statement) -> Statement:
    """占应收面积的98.9%，剩余0.2万亩."""
    value = part.value + rest.value
    return rest._replace(value=value, subject="合计", amount=as_written(value, part, rest))


def _rate(rate: Statement, part: Statement, whole: Statement) -> Quotient:
    less = _LESS.search(rate.gap[-10:])
    return Quotient(rate, part, whole, -HUNDRED, HUNDRED) if less else Quotient(rate, part, whole)


def _is_explained(miss: Quotient, near: Sequence[Statement]) -> bool:
    """Whether any two numbers of the sort of its part, or neighbours together, give the rate."""
    rate = miss.result
    told = [each for each in near if is_alike(each, miss.over) and each.value]
    pairs = list(permutations(told, 2))
    if any(Quotient(rate, *pair).fits() for pair in pairs):
        return True
    ways = ((-HUNDRED, HUNDRED), (HUNDRED, -HUNDRED)) if _FALL.search(rate.gap[-14:]) else ()
    if any(Quotient(rate, *pair, *way).fits() for pair in pairs for way in ways):
        return True
    return _is_of_several(rate, told[-SUMMED:])


def _is_of_several(rate: Statement, told: Sequence[Statement]) -> bool:
    """Whether neighbours together are the part or the whole, or what one leaves of the next is the part."""
    for first, one in enumerate(told):
        for value in list(accumulate(each.value for each in told[first : first + PARTS]))[1:]:
            both = one._replace(value=value)
            if any(Quotient(rate, *pair).fits() for each in told for pair in ((each, both), (both, each))):
                return True
        for other in told[first + 1 : first + 2]:
            low, whole = sorted((one, other), key=lambda each: each.value)
            if Quotient(rate, low, whole, -HUNDRED, HUNDRED).fits():
                return True
    return False

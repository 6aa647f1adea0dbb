"""Numbers that lost their 万: 0.25亩 beside 0.86万亩 and 1.20万亩, of which all come out with 0.25万亩."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gongkai.proofreading.figures.arithmetic.rounding import agrees
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level

MYRIAD, HUNDRED = Decimal(10_000), Decimal(100)
MOST = 20
"""Statements of a sentence that are read."""
BEYOND = 100
"""How many times a number the least beside it must be."""


def check(passage: Passage) -> Iterator[Hit]:
    """Numbers without 万 among those with it that would make a sum or a rate of their sentence in 万."""
    for start, end in passage.sentences if "万" in passage.text else ():
        told = [each for each in passage.statements(start, end)[:MOST] if not each.rough]
        for each in told:
            others = [one for one in told if one.unit == each.unit and one is not each]
            if "万" in each.amount or not others or not all("万" in one.amount for one in others):
                continue
            meant, least = each.value * MYRIAD, min(one.value for one in others)
            rates = [one for one in told if one.unit == "%"]
            if 0 < each.value * BEYOND <= least and (_adds(meant, others) or _has_rate(meant, others, rates)):
                yield _doubt(each, others[0])


def _adds(meant: Decimal, others: Sequence[Statement]) -> bool:
    """Whether the greatest of three or more is the sum of all others."""
    whole = max(one.value for one in others)
    return len(others) > 1 and meant + sum(one.value for one in others) == 2 * whole


def _has_rate(meant: Decimal, others: Sequence[Statement], rates: Sequence[Statement]) -> bool:
    """Whether a rate of the sentence is the change from one of them, or its share."""
    shares = [meant * HUNDRED / one.value for one in others]
    return any(
        agrees(rate.value, rate.step, exact)
        for rate in rates
        for share in shares
        for exact in (share, abs(share - HUNDRED))
    )


def _doubt(each: Statement, other: Statement) -> Hit:
    right = each.amount.replace(each.unit, f"万{each.unit}")
    reason = f"“{each.said}”与“{other.said}”等相差悬殊，按“{right}”计算则相符，计量单位可能漏“万”字"
    return hit(Kind.CONVERSION, Level.DOUBT, each.amount, reason, each.span, other.span, suggestion=right)

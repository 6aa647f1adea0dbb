"""A number, a price and an amount told in one breath that would agree with one digit changed: 480套，单价265元，小计12.72万元."""

import re
from collections.abc import Iterator, Sequence

from gongkai.proofreading.figures.arithmetic.quotients import Quotient
from gongkai.proofreading.figures.arithmetic.spread import ONE
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement, as_written
from gongkai.proofreading.figures.relations.surroundings import PARTS_OF_HUNDRED
from gongkai.proofreading.hits import Hit, Level

NEAR = 6
"""Numbers before and behind the three that may explain them."""
FEW = 10
"""Things fewer than these make too many amounts by chance, unless a word says that it is a price."""
_PRICE = re.compile(r"价|每|标准|均|按|/")


def check(passage: Passage) -> Iterator[Hit]:
    """Amounts that no number and price near them make, and that the two before them would with one digit changed."""
    for start, end in passage.sentences if "元" in passage.text else ():
        told = [each for each in passage.statements(start, end) if each.unit not in PARTS_OF_HUNDRED]
        for place in range(len(told) - 2):
            found = _three(told[place : place + 3])
            near = told[max(0, place - NEAR) : place + 3 + NEAR]
            if found and found.is_near_miss() and not _is_explained(found, near):
                yield _disagree(found)


def _three(told: Sequence[Statement]) -> Quotient | None:
    """A price as the amount by the number: the amount stands last."""
    money = [each for each in told if each.unit == "元"]
    counts = [each for each in told if each.unit != "元"]
    if len(money) != 2 or money[1] is not told[2] or money[1].rough or counts[0].rough:
        return None
    price, amount = money
    named = _PRICE.search(price.gap[-8:] + price.thing[:1]) is not None
    plain = amount.value > price.value and (named or counts[0].value >= FEW) and counts[0].value > 1
    return Quotient(price, amount, counts[0], ONE) if plain else None


def _is_explained(miss: Quotient, near: Sequence[Statement]) -> bool:
    """Whether the price or the amount comes of other numbers, or the amount with another added (运费3000元)."""
    money = [each for each in near if each.unit == "元"]
    counts = [each for each in near if each.unit != "元" and each.value]
    pairs = [(one, other) for one in money for other in money if one is not other]
    bound = [pair for pair in pairs if pair[0] == miss.result or pair[1] == miss.over]
    if any(Quotient(*pair, count, ONE).fits() for pair in bound for count in counts):
        return True
    left = (miss.over._replace(value=miss.over.value - each.value) for each in money)
    return any(miss._replace(over=each).fits() for each in left if each.value > 0)


def _disagree(miss: Quotient) -> Hit:
    price, amount, count = miss.result, miss.over, miss.under
    right = as_written(price.value * count.value, amount)
    reason = f"{count.amount}×{price.amount}为{right}，与所写“{amount.said}”不符"
    return hit(Kind.PRODUCT, Level.DOUBT, amount.amount, reason, amount.span, price.span, count.span)

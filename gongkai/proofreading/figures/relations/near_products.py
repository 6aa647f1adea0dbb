"""A number, a price and an amount told in one breath that would agree with one digit changed: 480套，单价265元，小计12.72万元."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.quotients import MOST, slips_into
from gongkai.proofreading.figures.arithmetic.slips import is_slip
from gongkai.proofreading.figures.arithmetic.spread import ONE, Spread
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement, as_written
from gongkai.proofreading.figures.relations.surroundings import PARTS_OF_HUNDRED, is_alike
from gongkai.proofreading.hits import Hit, Level

NEAR = 6
"""Numbers before and behind the three that may explain them."""
FEW = 10
"""Things fewer than these make too many amounts by chance, unless a word says that it is a price."""
CLOSE = Decimal("0.2")
"""Share of what each makes in all within which a total is taken for a slip of reckoning."""
UNMULTIPLIED = frozenset({"天", "分", "个月", "小时"})
"""What is not multiplied by a number of things."""
_EACH = re.compile(r"(?<!平均)(?<!人均)每[^，。；、\d]{1,6}$")
_TOTAL = re.compile("共|合计|总")
_ADDED = re.compile("合计|共计|相加|之和|合并")
"""两项合计 says that amounts are added."""
_PRICE = re.compile(r"价|每|标准|均|按|/")


class Product(NamedTuple):
    """A price, or what each gets, the number of those that get it, and the amount that it makes."""

    price: Statement
    number: Statement
    amount: Statement

    @property
    def exact(self) -> Decimal:
        return self.price.value * self.number.value

    @property
    def room(self) -> Decimal:
        """What rounding may have taken from the amount."""
        return self.amount.step if self.amount.step != ONE else Decimal(0)

    def fits(self) -> bool:
        """Whether the amount may be printed for what the two make."""
        return abs(self.exact - self.amount.value) <= self.room

    def is_near_miss(self) -> bool:
        """Whether one slip in one of the three would make them fit."""
        price, number, amount = self
        low, high = amount.value - self.room, amount.value + self.room
        if not self.exact / MOST <= amount.value <= self.exact * MOST or self.fits():
            return False
        return (
            is_slip(amount.value, self.exact, amount.step)
            or (
                _is_each(price) and _is_total(amount) and abs(self.exact - amount.value) <= CLOSE * self.exact
            )
            or slips_into(price, Spread(low / number.value, high / number.value))
            or slips_into(number, Spread(low / price.value, high / price.value))
        )


def check(passage: Passage) -> Iterator[Hit]:
    """Amounts that no number and price near them make, and that the two before them would with one digit changed."""
    for start, end in passage.sentences if len(passage.told) > 2 else ():
        told = [each for each in passage.statements(start, end) if each.unit not in PARTS_OF_HUNDRED]
        for place in range(len(told) - 2):
            found = _three(told[place : place + 3])
            near = told[max(0, place - NEAR) : place + 3 + NEAR]
            if found and found.is_near_miss() and not _is_explained(found, near):
                yield _disagree(found)


def _three(told: Sequence[Statement]) -> Product | None:
    """480套，单价265元，小计12.72万元 · 16支代表队、192名运动员，每队12人."""
    same = is_alike if any(map(_is_each, told)) else _is_one_unit
    alike = [each for each in told if same(each, told[2])]
    numbers = [each for each in told if each not in alike]
    if len(alike) != 2 or alike[1].unit in UNMULTIPLIED or _ADDED.match(numbers[0].thing):
        return None
    price, amount = sorted(alike, key=lambda each: each.value)
    each = _is_each(price)
    in_order = amount is told[2] if price.unit == "元" else each
    if not in_order or amount.rough or numbers[0].rough or _is_each(amount) or not price.value:
        return None
    named = each or _PRICE.search(price.gap[-8:] + price.thing[:1]) is not None
    enough = numbers[0].value > 1 and (named or numbers[0].value >= FEW)
    return Product(price, numbers[0], amount) if enough else None


def _is_one_unit(one: Statement, other: Statement) -> bool:
    return one.unit == other.unit


def _is_each(told: Statement) -> bool:
    return _EACH.search(told.gap[-8:]) is not None


def _is_total(told: Statement) -> bool:
    return _TOTAL.search(told.gap[-8:]) is not None


def _is_explained(miss: Product, near: Sequence[Statement]) -> bool:
    """Whether the price or the amount comes of other numbers, or the amount with another added (运费3000元)."""
    price, number, amount = miss
    alike = [each for each in near if is_alike(each, amount)]
    numbers = [each for each in near if each not in alike and each.value]
    pairs = [(one, other) for one in alike for other in alike if one is not other]
    bound = [pair for pair in pairs if pair[0] == price or pair[1] == amount]
    if any(Product(pair[0], each, pair[1]).fits() for pair in bound for each in numbers):
        return True
    others = [each for each in near if each not in miss]
    left = (amount._replace(value=amount.value + way * each.value) for each in others for way in (1, -1))
    return any(Product(price, number, each).fits() for each in left)


def _disagree(miss: Product) -> Hit:
    price, number, amount = miss
    right = as_written(miss.exact, amount)
    reason = f"{number.amount}×{price.amount}为{right}，与所写“{amount.said}”不符"
    return hit(Kind.PRODUCT, Level.DOUBT, amount.amount, reason, amount.span, price.span, number.span)

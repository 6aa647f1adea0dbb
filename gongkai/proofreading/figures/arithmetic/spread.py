"""What a printed value may stand for: 1.2万 is anything from 11,500 to 12,500; arithmetic is done with both ends."""

from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.reading.statements import Statement

ONE = Decimal(1)
HUNDRED = Decimal(100)


class Spread(NamedTuple):
    """The least and the greatest value, both above zero wherever one is divided by."""

    low: Decimal
    high: Decimal

    def plus(self, other: "Spread") -> "Spread":
        """The sum."""
        return Spread(self.low + other.low, self.high + other.high)

    def minus(self, other: "Spread") -> "Spread":
        """The difference."""
        return Spread(self.low - other.high, self.high - other.low)

    def times(self, other: "Spread") -> "Spread":
        """The product of two values that are not below zero."""
        return Spread(self.low * other.low, self.high * other.high)

    def over(self, other: "Spread") -> "Spread | None":
        """The quotient; None where the divisor may be nothing."""
        if other.low <= 0:
            return None
        low = self.low / (other.high if self.low >= 0 else other.low)
        return Spread(low, self.high / (other.low if self.high >= 0 else other.high))


def exactly(value: Decimal) -> Spread:
    """A value that was not rounded."""
    return Spread(value, value)


def spread(each: Statement) -> Spread:
    """A count is what it is; what has decimals, or is told in 万, was rounded half up."""
    slack = Decimal(0) if each.step == ONE else each.step / 2
    return Spread(each.value - slack, each.value + slack)


def may_be(printed: Statement, exact: Spread | None) -> bool:
    """Whether a value within `exact` may be printed so, half up or cut off."""
    if exact is None:
        return False
    return exact.low < printed.value + printed.step and exact.high >= printed.value - printed.step / 2


def in_percent(part: Spread, whole: Spread) -> Spread | None:
    """part ÷ whole × 100."""
    share = part.over(whole)
    return share and Spread(share.low * HUNDRED, share.high * HUNDRED)

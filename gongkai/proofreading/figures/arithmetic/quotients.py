"""A value that is one number out of another, and which of the three a slip of the keys would set right."""

from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.slips import is_slip
from gongkai.proofreading.figures.arithmetic.spread import HUNDRED, Spread, exactly, spread
from gongkai.proofreading.figures.reading.statements import Statement

MOST = 2
"""How many times too great or too small a figure may be that one mistyped digit explains."""


class Quotient(NamedTuple):
    """`result` is told for offset + factor × over ÷ under: a share with 0 and 100, a growth with -100 and 100, a fall
    with 100 and -100, an average with 0 and 1."""

    result: Statement
    over: Statement
    under: Statement
    factor: Decimal = HUNDRED
    offset: Decimal = Decimal(0)

    @property
    def exact(self) -> Decimal:
        """What the two numbers give as they are printed; `under` is not nothing."""
        return self.offset + self.factor * self.over.value / self.under.value

    def fits(self) -> bool:
        """Whether the result may be printed for them, half up or cut off."""
        ratio = _spread(self.over).over(_spread(self.under))
        if ratio is None:
            return False
        low, high = sorted(self.offset + self.factor * end for end in ratio)
        value, step = self.result.value, self.result.step
        return low < value + step and high >= value - step / 2

    def is_near_miss(self) -> bool:
        """Whether one slip in one of the three would make them fit."""
        if not self.under.value:
            return False
        exact, printed = self.exact, self.result.value
        if not exact / MOST <= printed <= exact * MOST or not exact:
            return False
        step, over, under = self.result.step, self.over, self.under
        if is_slip(printed, exact, step):
            return True
        low, high = sorted((end - self.offset) / self.factor for end in (printed - step / 2, printed + step))
        return low > 0 and (
            slips_into(over, Spread(low * under.value, high * under.value))
            or slips_into(under, Spread(over.value / high, over.value / low))
        )


def _spread(each: Statement) -> Spread:
    """What has no decimals, as 12亿元 of a plan, is taken as it stands."""
    return spread(each) if "." in each.amount else exactly(each.value)


def slips_into(printed: Statement, right: Spread) -> bool:
    """Whether one digit mistaken, or two exchanged, make the printed number of one within `right`."""
    given, low, high = (int(value / printed.step) for value in (printed.value, *right))
    least = low + (low * printed.step < right.low)
    digits = str(given)
    for place, digit in enumerate(digits):
        size = 10 ** (len(digits) - place - 1)
        others = (given + (other - int(digit)) * size for other in range(10))
        if any(least <= other <= high for other in others):
            return True
    exchanged = (
        digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :] for at in range(len(digits) - 1)
    )
    return any(least <= int(other) <= high for other in exchanged)

"""A total with the numbers that may be its parts: whether they come to it, come near it, and what is said if not."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.rounding import slack
from gongkai.proofreading.figures.arithmetic.slips import is_slip
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.items import Item
from gongkai.proofreading.figures.reading.statements import as_written
from gongkai.proofreading.hits import Hit, Level

LITTLE = Decimal("0.03")
"""Share of a total within which a slip of reckoning is likely."""
TEN = 10
"""Least number, in steps, of which a mistaken digit can be told from another number."""
FEW = 3
"""Number, in steps, above which one more or less is likely a slip of counting."""
MANY = 4
"""Parts of which the rounding may add up to two places."""


class Sum(NamedTuple):
    """A total and numbers that may be its parts; `between` stand between them; `goes_on`: more of the kind follow."""

    whole: Item
    parts: Sequence[Item]
    between: Sequence[Item] = ()
    goes_on: bool = False

    @property
    def told(self) -> tuple[Item, ...]:
        return (self.whole, *self.parts)

    @property
    def labels(self) -> list[str]:
        return [part.label for part in self.parts]

    @property
    def made(self) -> Decimal:
        """What the parts come to."""
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def apart(self) -> Decimal:
        """What the total says more than its parts."""
        return self.whole.value - self.made

    @property
    def agrees(self) -> bool:
        """Whether rounding explains what is amiss; a part told in coarser steps than its total (2万元 of 3.3万元) is
        what it says."""
        steps = [each.told.step for each in self.told]
        coarse = max(steps) > steps[0] > 1
        room = steps[0] * (1 if len(self.parts) <= MANY else 2) if coarse else slack(steps)
        return abs(self.apart) <= room

    @property
    def is_near(self) -> bool:
        """Whether one mistaken figure, or a slip of reckoning, explains what is amiss."""
        whole, apart, step = self.whole, self.apart, min(each.told.step for each in self.told)
        if any(part.value > whole.value for part in self.parts):
            return False
        if whole.value < TEN * step:
            return abs(apart) == step and whole.value > FEW * step
        if 2 * abs(apart) > whole.value or any(each.told.rough for each in self.told):
            return False
        if abs(apart) <= LITTLE * whole.value or is_slip(whole.value, self.made, step):
            return True
        long = (part for part in self.parts if part.value >= TEN * part.told.step and part.value + apart > 0)
        return any(is_slip(part.value, part.value + apart, step) for part in long)


def disagreement(each: Sum) -> Hit:
    """The finding that a total and its parts do not agree: a doubt."""
    told = [one.told for one in each.told]
    whole, parts = told[0], told[1:]
    added = "＋".join(one.amount.removesuffix(one.unit) for one in parts)
    quoted = "".join(f"“{one.said}”" for one in parts)
    reason = (
        f"{quoted}相加为{as_written(each.made, *told)}（{added}），"
        f"与“{whole.said}”相差{as_written(abs(each.apart), *told)}"
    )
    return hit(Kind.PARTS, Level.DOUBT, whole.amount, reason, *(one.span for one in told))

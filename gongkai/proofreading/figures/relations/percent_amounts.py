"""Amounts told as a percentage of a whole: 开工预付30%，计25.92万元；主体完工后付40%，计34.56万元."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.slips import is_likely
from gongkai.proofreading.figures.arithmetic.spread import HUNDRED, Spread, exactly, spread
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement, as_written
from gongkai.proofreading.figures.relations.rates import before, may_be_part
from gongkai.proofreading.hits import Hit, Level

KEPT = 12
"""Statements of earlier paragraphs that are remembered."""
_SHARED = re.compile(r"付|拨|留|扣|缴|补|奖|其余|剩余|余款|质保金|保证金|承担|自筹|配套|提取|计提")
_IS = re.compile(r"^(?:的[^，。；\d]{0,8})?[，、（]?(?:即|计|共计?|合计?|合|为|金额为?|约合|款|人民币)*$")
_WHOLE = re.compile(r"合同|总价|总额|总投资|中标|成交|审定|金额|概算|预算|造价|工程款|价款|成本")


class Portion(NamedTuple):
    """A percentage and the amount that it is said to be."""

    share: Statement
    amount: Statement

    def of(self, whole: Statement) -> Spread:
        """What the percentage of a whole is."""
        return exactly(self.share.value / HUNDRED).times(spread(whole))

    def fits(self, whole: Statement) -> bool:
        """Whether the amount may be printed for it."""
        made, step = self.of(whole), self.amount.step
        slack = step if step != 1 else step / 2
        return made.low - slack < self.amount.value < made.high + slack or made.low == self.amount.value


class PercentAmounts:
    """What the paragraphs before have named, of which an amount may be a percentage."""

    def __init__(self) -> None:
        self._earlier: deque[Statement] = deque(maxlen=KEPT)

    def check(self, passage: Passage) -> Iterator[Hit]:
        """Amounts that are the percentage of no whole before them, where others beside them, or a price, show the whole."""
        portions = [Portion(*pair) for pair in pairwise(passage.told) if _is_portion(*pair)]
        for place, each in enumerate(portions):
            near = [*self._earlier, *before(passage, each.share.start)]
            wholes = [
                one
                for one in near
                if may_be_part(one) and one.unit == each.amount.unit and one is not each.amount
            ]
            yield from _judged(each, wholes, portions[max(0, place - 6) : place + 6])
        self._earlier.extend(passage.told[-KEPT:])


def _is_portion(share: Statement, amount: Statement) -> bool:
    return (
        share.unit == "%"
        and amount.unit == "元"
        and not share.rough
        and not amount.rough
        and _SHARED.search(share.subject + amount.gap) is not None
        and _IS.match(amount.gap) is not None
    )


def _judged(portion: Portion, wholes: Sequence[Statement], beside: Sequence[Portion]) -> Iterator[Hit]:
    if any(portion.fits(each) for each in wholes):
        return
    shown = [each for each in wholes if any(other.fits(each) for other in beside if other is not portion)]
    named = [each for each in wholes if _WHOLE.search(each.subject)]
    for whole in (*reversed(shown), *reversed(named)):
        exact = portion.share.value * whole.value / HUNDRED
        if is_likely(portion.amount.value, exact, portion.amount.step):
            yield _disagree(portion, whole)
            return


def _disagree(portion: Portion, whole: Statement) -> Hit:
    share, amount = portion
    right = as_written(share.value * whole.value / HUNDRED, amount)
    reason = f"“{whole.said}”的{share.amount}为{right}，与所写{amount.amount}不符"
    return hit(Kind.PRODUCT, Level.DOUBT, amount.amount, reason, amount.span, share.span, whole.span)

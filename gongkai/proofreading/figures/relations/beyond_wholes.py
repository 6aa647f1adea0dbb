"""A share of less than all of something that is smaller than its part: 1729人，占第一剂接种人数的37.6% of 1693人."""

import re
from collections import deque
from collections.abc import Iterator, Sequence

from gongkai.proofreading.figures.arithmetic.spread import HUNDRED
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.figures.relations.rates import before, makes, may_be_part
from gongkai.proofreading.hits import Hit, Level

KEPT = 16
"""Statements of earlier paragraphs that are remembered."""
SHORTEST = 3
"""Characters of a name that is hardly said of another thing."""
_SHARE = re.compile(
    r"^[，（]?(?:约|仅)?占(?:全部|所有|已)?(?P<of>[^，。；、（）\d]{2,14}?)(?:总?人数|总数|总量|总额|数量|数|量|额)?的?(?:比例为?)?$"
)
_ELSEWHERE = re.compile(r"全[国省市]|同期|上年|去年|上月|往年")


class BeyondWholes:
    """What the paragraphs before have counted, of which a part may be told."""

    def __init__(self) -> None:
        self._earlier: deque[Statement] = deque(maxlen=KEPT)

    def check(self, passage: Passage) -> Iterator[Hit]:
        """Parts of less than all of a whole that are more than each number called as the whole."""
        for share in passage.told:
            match = _SHARE.match(share.gap) if share.unit == "%" and share.value < HUNDRED else None
            if match and not share.rough and not _ELSEWHERE.search(match["of"]):
                yield from _judged(share, match["of"], [*self._earlier, *before(passage, share.start)])
        self._earlier.extend(passage.told[-KEPT:])


def _judged(share: Statement, of: str, near: Sequence[Statement]) -> Iterator[Hit]:
    counts = [each for each in near if may_be_part(each)]
    part = counts[-1] if counts and counts[-1] is near[-1] else None
    if part is None or len(of) < SHORTEST:
        return
    alike = [each for each in counts[:-1] if each.unit == part.unit]
    wholes = [each for each in alike if each.subject.endswith(of)]
    if not wholes or any(each.value >= part.value for each in wholes):
        return
    if not any(makes(share, part, each) for each in alike):
        reason = f"“{part.said}”占“{wholes[-1].said}”的{share.amount}，部分却大于整体"
        spans = (part.span, wholes[-1].span, share.span)
        yield hit(Kind.SHARE, Level.DOUBT, part.amount, reason, *spans)

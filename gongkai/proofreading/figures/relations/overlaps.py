"""Two groups, those who are in both, and all of them: 生活补贴120人、护理补贴90人，其中同时享受30人，实际受益180人."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gongkai.proofreading.figures.arithmetic.slips import is_likely
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.items import Item, items
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level

_BOTH = re.compile(r"同时|重复|重叠|交叉|兼")
_ALL = re.compile(r"^(?:实际|去重|剔除|扣除|共|合计)")
MOST = 4
"""Groups that may share members."""


def check(passage: Passage) -> Iterator[Hit]:
    """All that the groups before, less those in both, do not make."""
    for told in items(passage).values() if _BOTH.search(passage.text) else ():
        for place in range(2, len(told) - 1):
            both, whole = told[place], told[place + 1]
            groups = [each for each in told[max(0, place - MOST) : place] if each.sentence == both.sentence]
            if _BOTH.search(both.label) and _ALL.search(whole.label) and whole.sentence == both.sentence:
                yield from _judged(whole, both, groups)


def _judged(whole: Item, both: Item, groups: Sequence[Item]) -> Iterator[Hit]:
    plain = all(each.told.step == 1 and not each.told.rough for each in (whole, both, *groups))
    if not plain or len(groups) < 2:
        return
    sums = [sum((each.value for each in groups[at:]), Decimal(0)) for at in range(len(groups) - 1)]
    if whole.value in sums or any(total - both.value == whole.value for total in sums):
        return
    exact = sums[-1] - both.value
    if is_likely(whole.value, exact, whole.told.step):
        added = "＋".join(each.told.amount for each in groups[-2:])
        reason = f"{added}－{both.told.amount}＝{exact}{whole.told.unit}，与“{whole.told.said}”不符"
        spans = (each.told.span for each in (whole, both, *groups[-2:]))
        yield hit(Kind.PARTS, Level.DOUBT, whole.told.amount, reason, *spans)

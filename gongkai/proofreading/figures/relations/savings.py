"""What was saved, cut or left owing between two amounts: 预算586万元，成交552万元，节约34万元 · 应收、实收、欠缴."""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from gongkai.proofreading.figures.arithmetic.slips import is_likely
from gongkai.proofreading.figures.arithmetic.spread import spread
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement, as_written
from gongkai.proofreading.hits import Hit, Level

BACK = 6
"""Statements before a saving among which the two amounts stand."""
_SAVED = re.compile(
    r"(?:节约|节省|节支|审减|核减|压减|让利|欠缴|欠收|欠费|尚欠|欠拨|欠发)(?:财政)?(?:资金|金额|经费|投资|额)?(?:共|计|为|达|了)*$"
)
_BEFORE = re.compile(r"预算|送审|申报|控制价|概算|报审|拦标|计划|应[收缴付拨发还]")
_AFTER = re.compile(r"审定|成交|中标|核定|实际|合同|采购金额|决算|支出|实[收缴付拨发]|已[收缴付拨发还]")


def check(passage: Passage) -> Iterator[Hit]:
    """Savings that are not the difference of what was planned and what was paid, nor of any two amounts beside."""
    for told in passage.clauses:
        for place, saved in enumerate(told):
            if place > 1 and not saved.rough and _SAVED.search(saved.gap):
                near = [each for each in told[max(0, place - BACK) : place] if each.unit == saved.unit]
                yield from _judged(saved, [each for each in near if not each.rough])


def _judged(saved: Statement, near: Sequence[Statement]) -> Iterator[Hit]:
    first = next((each for each in reversed(near) if _BEFORE.search(each.subject)), None)
    last = next((each for each in reversed(near) if _AFTER.search(each.subject) and each is not first), None)
    if first is None or last is None or any(_is_left(saved, *pair) for pair in permutations(near, 2)):
        return
    left = first.value - last.value
    if left > 0 and is_likely(saved.value, left, saved.step):
        right = as_written(left, first, last)
        reason = f"“{first.said}”减去“{last.said}”为{right}，与所写“{saved.said}”不符"
        yield hit(Kind.CHANGE, Level.DOUBT, saved.amount, reason, saved.span, first.span, last.span)


def _is_left(saved: Statement, first: Statement, last: Statement) -> bool:
    left, said = spread(first).minus(spread(last)), spread(saved)
    return said.low <= left.high and left.low <= said.high

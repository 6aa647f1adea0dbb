"""A way that the two values beside it do not go: 较年初的1320户增加至1286户."""

import re
from collections.abc import Iterator
from itertools import pairwise

from gongkai.proofreading.figures.arithmetic.spread import spread
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level

_FROM = re.compile(r"(?:由|从|较|比)[^，；。、]{0,16}$")
_TO = re.compile(
    r"^[^；。：]{0,6}?(?:(?P<up>增长|增加|上升|提高|提升|上涨|增多|扩大|升高|回升|增|升|涨)|"
    r"(?P<down>下降|减少|降低|下滑|回落|压减|缩减|缩小|压缩|减|降|跌))(?:了)?(?:到|至|为)(?:[^，；。\d]{1,10}的)?$"
)
_RANKED = re.compile(r"排名|名次|位次|位列|等级|时间|时限|时长|周期")
"""What is better the smaller it is, so that 提升 may lead downwards."""
_BETTER_SMALL = frozenset({"位", "类", "天", "小时", "级"})


def check(passage: Passage) -> Iterator[Hit]:
    """A rise to a smaller value, or a fall to a greater one."""
    for told in passage.clauses:
        for first, last in pairwise(told):
            if not (first.rough or last.rough) and is_contrary(first, last):
                way = "大于" if last.value > first.value else "小于"
                verb = _way(last)
                reason = f"由{first.amount}到{last.amount}写作“{verb}”，而{last.amount}{way}{first.amount}"
                yield hit(Kind.CHANGE, Level.DOUBT, last.amount, reason, last.span, first.span)


def is_contrary(first: Statement, last: Statement) -> bool:
    """Whether the words from `first` to `last`, which follow each other, say the other way than the values."""
    to = _TO.search(last.gap) if _FROM.search(first.gap) and first.unit == last.unit else None
    if to is None or first.unit in _BETTER_SMALL or _RANKED.search(first.subject):
        return False
    low, high = (first, last) if to["down"] else (last, first)
    return spread(low).high < spread(high).low


def _way(last: Statement) -> str:
    match = _TO.search(last.gap)
    return (match["up"] or match["down"]) if match else ""

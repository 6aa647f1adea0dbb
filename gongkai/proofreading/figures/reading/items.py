"""The numbers of a paragraph by their unit, each with the words that say what it counts and its sentence."""

import re
from bisect import bisect_right
from collections import defaultdict
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement

APART = frozenset({"%", "‰", "个百分点"})
"""Units that are never added to a whole."""
_COMPARED = re.compile(
    r"增加|减少|增长|上升|下降|增幅|同比|环比|上年|去年|同期|上月|上季|上周|往年|[比较][^，、]{2,}|相差|连续|日均|人均|户均|平均|"
    r"每[^，、]{0,4}$|最[高低大多小少长短]|另"
)
_THERE_IS = re.compile(r"(?:尚|仍|还|另|已|现)?有")
"""What says nothing of what is counted: 尚有3条未开工."""
_BESIDE = re.compile(r"[、，（]?(?:共|计|共计|涉及|金额|资金|补助)?")


class Item(NamedTuple):
    """A number that may be a part or a whole: `label` is its subject, that of the number it is told in one breath with
    (企业18期826人次), or what follows it (3个未达标)."""

    label: str
    sentence: int
    told: Statement

    @property
    def value(self) -> Decimal:
        return self.told.value


def labelled(passage: Passage) -> dict[str, list[Item]]:
    """Unit → its numbers in order."""
    starts = [start for start, _ in passage.sentences]
    found: dict[str, list[Item]] = defaultdict(list)
    subject = ""
    for each in passage.told:
        if each.subject or not _BESIDE.fullmatch(each.gap) or (each.gap and each.thing):
            subject = each.subject
        if each.unit not in APART:
            label = subject + each.thing if _THERE_IS.fullmatch(subject) else subject or each.thing
            found[each.unit].append(Item(label, bisect_right(starts, each.start), each))
    return found


def items(passage: Passage) -> dict[str, list[Item]]:
    """Unit → its numbers in order, without those that only compare (同比减少3件)."""
    return {
        unit: [each for each in told if not _COMPARED.search(each.told.subject)]
        for unit, told in labelled(passage).items()
    }

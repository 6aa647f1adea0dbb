"""How much binds numbers to a total: words, marks and sizes that each say a little, counted together."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from gongkai.proofreading.figures.reading.concepts import pairs
from gongkai.proofreading.figures.reading.items import Item
from gongkai.proofreading.figures.reading.labels import (
    complements,
    core,
    exclusive,
    in_family,
    is_act,
    is_closed,
    overlapping,
)
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.progress import is_progress
from gongkai.proofreading.figures.sums.additions import TEN, Sum

LITTLE = Decimal("0.02")
MUCH = (Decimal("0.1"), Decimal("0.2"), Decimal("0.3"))
"""Shares of a total: what is amiss is little, or more and more unlikely."""
_MARKS = ((2, "；"), (1, "，："))
FULL_STOP = 3
"""The heaviest mark."""
LONG = 100
"""Steps from which a total is long enough to be no chance."""
_TOTAL = re.compile(
    r"(?<!公)共(?![同享青])|总|累计|合计|发现|收到|接到|接收|受理|排查|检查|抽查|抽检|计划|安排|任务|现有|应|实施|申报|报名|"
    r"反馈|涉及|登记|核查|承办|交办|监测|征集|考核|评议|评定|对象|概算|预算|投资|全[县市区镇乡村校院年]|我[县市区镇院校]|本[次月年周季县]"
)
_REST = re.compile(
    r"^(?:，|其中|而|及|和)?(?:其余|其它|其他|剩余|余下|剩下|尚|仍|还有|还剩|还余|未|暂|正在|待)|请假|缺席|缺考|缺勤|不合格$|不达标$"
)
_OF_THEM = re.compile(r"^[^，。；：]{1,6}中(?=..)")
_TARGET = re.compile(r"完成[^，。；]{0,8}(?:任务|目标|计划)$")
"""What was to be done is the total of what was done and what is left, of no other numbers."""
_LED = re.compile(r"其中|：|分别|（|包括|包含|——")
_ADDED = re.compile(r"(?:合计|总计|共计|一共|总共|共|累计)[^，。；：、\d]{0,4}$")
_OPEN = re.compile(r"、|[^，。；]{0,6}等")
_COMPARED = re.compile(r"较|比|每|不超过|以上|以下|不少于|不低于|超过|标准|限额|满分")
_CARRIED = re.compile(r"结转|新收|旧存|[期年月]初|转入|遗留|往年|历年")
"""What was carried over is closed with what came in: a balance, and no sum."""


def weight(before: Item, each: Item) -> int:
    """The heaviest mark between two numbers, from 0 for 、 to FULL_STOP."""
    if before.sentence != each.sentence:
        return FULL_STOP
    return next((heavy for heavy, marks in _MARKS if any(map(each.told.gap.count, marks))), 0)


def is_total(each: Item) -> bool:
    """Whether the words before a number are such as totals have."""
    return _TOTAL.search(re.split("[。；]", each.told.gap)[-1]) is not None


def is_rest(each: Item) -> bool:
    """Whether a number is said to be of what is left: 其余, 尚未, 正在."""
    return _REST.search(each.label) is not None


def is_target(each: Item) -> bool:
    """Whether a number is what was to be done: 完成年度任务6000人的88.0%."""
    return _TARGET.search(each.told.gap) is not None


def is_added(each: Item) -> bool:
    """Whether a number is said to be what those before it come to: 两项合计."""
    return _ADDED.search(each.told.gap) is not None or _ADDED.search(each.label) is not None


def bonds(each: Sum, passage: Passage) -> int:
    """Points for and against the numbers being parts of the total."""
    return _of_words(each, passage) + _of_marks(each, passage) + _of_size(each)


def _of_words(each: Sum, passage: Passage) -> int:
    labels, whole = each.labels, each.whole
    found = is_total(whole) + is_added(whole) + is_rest(each.parts[-1])
    found -= 2 * (is_target(whole) and not is_rest(each.parts[-1]))
    found -= 3 * ((is_rest(whole) and whole.sentence > 0) or any(_ADDED.search(label) for label in labels))
    kinds = _of_kinds(each)
    if any(_COMPARED.search(one.told.subject) or _CARRIED.search(one.told.gap) for one in each.told):
        found -= 3
    if _OPEN.match(passage.text, each.parts[-1].told.end):
        found -= 3
    if sum(map(is_act, labels)) > 1 and kinds < 2 and not is_rest(each.parts[-1]):
        found -= 1  # 收到、办结、公开: one thing under several
    return found + kinds


def _of_kinds(each: Sum) -> int:
    words = [core(_OF_THEM.sub("", label)) for label in each.labels]
    if in_family(each.labels, each.whole.label):
        return -2  # one more of the same kinds
    if len(set(words)) < len(words):
        return 0 if _are_parallel(each.parts) else -3
    if not all(words):
        return -1
    if complements(words) or is_closed(each.labels) or is_progress(each.labels):
        return 2
    if exclusive(each.labels, each.whole.label) or _are_twins(words):
        return 1
    return -(overlapping(each.labels) and not is_rest(each.parts[-1]))


def _are_parallel(parts: Sequence[Item]) -> bool:
    """Whether each part has a clause of its own, so that one verb may be said of all: 城市…发放42.1万元；农村…发放125.3万元."""
    return all(weight(*pair) > 1 for pair in pairwise(parts))


def _are_twins(words: Sequence[str]) -> bool:
    """左岸、右岸: short names of one length that share a character in its place."""
    return len({len(word) for word in words}) == 1 < len(words[0]) < 4 and any(
        len(set(column)) == 1 for column in zip(*words, strict=True)
    )


def _of_marks(each: Sum, passage: Passage) -> int:
    if not each.whole.sentence:
        return _of_earlier(each, passage)
    first = each.parts[0].told
    if each.whole.told.start > first.start:
        return 1 + (len(each.parts) > 2) - (_of_kinds(each) < 1)  # 共89人 behind its parts is said of them
    gap = "".join(one.told.gap for one in (*each.between, each.parts[0]))
    lead = max(weight(each.whole, one) for one in (*each.between, each.parts[0]))
    styles = {weight(*pair) for pair in pairwise(each.parts) if not is_rest(pair[1])} or {0}
    style = max(styles)
    found = -len(each.between) - (len(styles) > 1) - 3 * (len({part.sentence for part in each.parts}) > 1)
    found -= each.goes_on
    if _LED.search(gap):
        return found + 1
    found -= len(each.parts) == 2
    found -= _of_kinds(each) < 1 and not is_rest(each.parts[-1])
    if lead > style:
        return found + 1
    if not lead:
        return found - 3
    return found - (not is_total(each.whole))


def _of_earlier(each: Sum, passage: Passage) -> int:
    """Parts of a number in a paragraph before speak of what it speaks of."""
    first = each.parts[0]
    start, _ = passage.sentences[first.sentence - 1]
    said = passage.text[start : first.told.start]
    found = bool(_LED.search(said)) - len(each.between) - (not is_total(each.whole))
    return found - (not pairs(said) & pairs(each.whole.label))


def _of_size(each: Sum) -> int:
    whole, apart = each.whole, abs(each.apart)
    if whole.value < TEN * whole.told.step:
        return 0
    found = int(whole.value >= LONG * whole.told.step)
    for share in MUCH:
        found -= apart > share * whole.value
    return found + (apart <= LITTLE * whole.value)

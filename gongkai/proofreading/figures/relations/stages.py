"""A later step than which the one before it cannot have had fewer: 报名320人，参加考试345人 · 发放问卷300份，收回312份."""

import re
from collections.abc import Iterator, Sequence

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.items import Item, items
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level

BACK = 3
"""Numbers of a unit before a step among which the step before it is looked for."""
_STEPS = tuple(
    (re.compile(first), re.compile(rf"(?:{later})(?:的|了|人数|人员|问卷|总数|共计?|有|为)*$"))
    for first, later in (
        ("报名|报考|网上报名", "参加(?:考试|笔试)|实际参考|参考|到考|实考|考试合格|进入面试|拟录用"),
        ("参加(?:考试|笔试)|实际参考|参考|参加面试", "考试合格|成绩合格|及格|进入面试|拟录用|拟聘用"),
        (
            "应到(?:会|岗|课)?|应出席|应参加|应参会|应考|应检",
            "实到(?:会|岗|课)?|实际到会|出席|到会|实际参加|实考|实检",
        ),
        ("发放|发出|下发", "收回|回收|有效"),
        ("收回|回收", "有效"),
        ("筛查", "异常|阳性|可疑|确诊"),
        ("第一剂(?:次)?接种", "第二剂(?:次)?接种|第三剂(?:次)?接种"),
        ("申请|申报", "审核通过|通过审核|初审通过|符合条件|批准"),
        ("审核通过|通过审核|符合条件", "拟发放|实际发放|入围"),
        ("已开工|已动工", "完工|竣工"),
        ("签约|引进", "投产|竣工投产"),
        ("上级下达|下达|争取到位", "已支付|已支出|支付|支出"),
    )
)
_APART = re.compile(
    r"累计|上年|去年|同期|往年|另|此前|结转|历年|[一二三四五六七八九]批|其他|预算|计划|续建|直接|含|每|；"
)


def check(passage: Passage) -> Iterator[Hit]:
    """Later steps with more than the one right before them."""
    for told in items(passage).values() if len(passage.told) > 1 else ():
        for place in range(1, len(told)):
            if (found := _before(told[max(0, place - BACK) : place], told[place])) is not None:
                yield _disagree(found, told[place])


def _before(ahead: Sequence[Item], later: Item) -> Item | None:
    """The step before, of the same sentence or the one before it, where it had fewer."""
    if later.told.rough or _APART.search(later.told.gap):
        return None
    for first, then in _STEPS:
        if not then.search(later.label):
            continue
        named = [each for each in ahead if first.search(each.label)]
        together = sum(each.value for each in named)  # 省级下达1200万元，市级下达300万元，已支付1386万元
        if named and together < later.value and all(_is_before(each, later) for each in named):
            return named[-1]
    return None


def _is_before(first: Item, later: Item) -> bool:
    plain = not first.told.rough and not _APART.search(first.label)
    return plain and later.sentence - first.sentence <= 1


def _disagree(first: Item, later: Item) -> Hit:
    reason = f"“{later.told.said}”多于前一环节的“{first.told.said}”"
    return hit(Kind.PARTS, Level.DOUBT, later.told.amount, reason, later.told.span, first.told.span)

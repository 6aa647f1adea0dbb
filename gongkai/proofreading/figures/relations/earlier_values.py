"""Which of the values beside a change is the earlier one: 由348件, 较上季度的348件, （上年97.8%）, 去年同期83天."""

import re
from collections.abc import Sequence

from gongkai.proofreading.figures.reading.statements import Statement

RATES = ("%", "‰", "个百分点")
EARLIER = re.compile(
    r"(?:由|从|原|较|(?<![同环])比|同期|上年|去年|上月|上季度|上期|上半年|前一年|此前)[^，；。]{0,14}$"
)
_WITH = re.compile(r"(?:与|同|和|跟)[^，；。]{0,10}(?:月份?|季度|年|期|上周)[^，；。]{0,4}$")
_YEAR = re.compile(r"上年|去年|同期|20\d\d年")
_BEHIND = re.compile(r"^，?(?:而|其中)?(?:去年|上年|上月|上季度|上期)(?:同期)?[^，；。\d]{0,6}(?:为|是)$")
_MARK = re.compile("[，；。：（）]")
IN_BRACKET = re.compile(r"（[^（）]{0,12}(?:月份?|季度|年|期|半年)(?:同期)?(?:为|是)?$")
_PERIOD = re.compile(r"(?P<year>20\d\d)年(?!\d)|(?P<quarter>[一二三四])季度|(?<!\d)(?P<month>1[0-2]|[1-9])月")
ORDER = "一二三四"
UP = "增长|增加|上升|提高|提升|上涨|增多|增收|增产|增支|净增|新增|增幅|高出|上调|调增|调高|多"
DOWN = "下降|减少|降低|下滑|回落|减低|缩减|压减|减收|减产|减支|降幅|下调|调减|调低|少"
CHANGE = re.compile(rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了|达|(?<!调[增减高低])(?<![上下]调)为)?$")


def values_behind(told: Sequence[Statement], place: int) -> list[int]:
    """The earlier value where it follows the change, in a bracket or as 上年为97.8%; of a bracket behind two changes
    the one that is told of the same time: 环比增长7.5%，同比下降3.2%（8月1734件，去年9月1926件）."""
    at = place + 1
    while at < len(told) and told[at].unit in RATES and moves(told[at]) and "（" not in told[at].gap:
        at += 1
    if at >= len(told):
        return []
    if not told[at].gap.startswith("（"):
        return [at] if at == place + 1 and _BEHIND.search(told[at].gap) else []
    end = at + 1
    while end < len(told) and "）" not in told[end].gap:
        end += 1
    values = [each for each in range(at, end) if not told[each].rough]
    if len(values) == 1 and at == place + 1:
        return values
    yearly = [each for each in values if _YEAR.search(told[each].gap)]
    if "同比" in told[place].gap:
        return yearly
    return [each for each in values if each not in yearly] if "环比" in told[place].gap else []


def earlier_of_two(told: Sequence[Statement], same: Sequence[int], place: int) -> list[int]:
    """Of the two values before a change the one of the earlier period: 二季度1240件，一季度1085件."""
    two = [at for at in same if at < place][-2:]
    periods = [match for at in two if (match := _PERIOD.search(told[at].gap))]
    if len(periods) != 2 or periods[0].lastgroup != periods[1].lastgroup:
        return []
    if "同比" in told[place].gap and periods[0].lastgroup != "year":
        return []  # against the year before, not the month before
    first, second = (match[match.lastgroup or 0] for match in periods)
    order = [ORDER.find(each) if each in ORDER else int(each) for each in (first, second)]
    return [two[order[0] > order[1]]] if order[0] != order[1] else []


def is_earlier(told: Sequence[Statement], at: int) -> bool:
    """Whether a value is called one of an earlier time, or stands in a row that is: 去年同期优良83天、优良率90.2%."""
    gap = told[at].gap
    if at and gap.startswith("、") and not _MARK.search(gap) and not moves(told[at - 1]):
        return is_earlier(told, at - 1)
    patterns = (EARLIER, _WITH, IN_BRACKET)
    return not told[at].rough and any(pattern.search(gap) for pattern in patterns)


def is_owned(told: Sequence[Statement], at: int) -> bool:
    """Whether a value in a bracket belongs to the change before the bracket: 下降4.0%（9月份900件）."""
    while at > 0 and not re.search("[（）]", told[at].gap):
        at -= 1
    return at > 0 and told[at].gap.startswith("（") and moves(told[at - 1])


def moves(each: Statement) -> bool:
    return CHANGE.search(each.gap[-6:]) is not None

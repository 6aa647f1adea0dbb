"""What has come together since the year began against one quarter or month of it: 三季度收到218件 · 1月至9月累计收到207件."""

import re
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.concepts import is_elsewhere
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level

KEPT = 24
"""Numbers of one quarter, month or week that are remembered."""
LEAST = 2
"""Characters that a name must have to say what is counted."""
_LONG = re.compile(
    r"(?:1|一)月?份?(?:至|到|—+|-|~)(?:[2-9]|1[0-2])月份?|今年以来|年初以来|全年|年内|本年|截至(?:目前|\d{1,2}月)|[上下]半年|前三季度"
)
_TO_MONTH = re.compile(r"(?:1|一)月?份?(?:至|到|—+|-|~)(?P<last>[2-9]|1[0-2])月")
_SHORT = re.compile(
    r"(?P<half>上半年)|(?P<three>前三季度)|(?<!\d)1月?(?:至|到|—+|-|~)(?P<until>[2-9]|1[0-2])月份?|"
    r"本(?:月|季度?|周|期|旬)|当[月日季]|(?P<quarter>[一二三四])季度|"
    r"(?<![\d至到—~月-])(?P<month>1[0-2]|[1-9])月份?(?![\d底末前至到—~-])"
)
_OTHER = re.compile(r"净|余额|存款|贷款|上年|去年|同期|上月|上季度|20\d\d年|较|比|目标|计划|任务|预计|拟")
_DRESS = re.compile(
    r"今年|前三季度|上半年|1月?份?(?:至|到|—+|-|~)|[一二三四]季度|\d{1,2}月份?|全[县区市镇乡院校局站]|我[县区市镇局院]|累计|共计?|合计|总计|已|本[月季周期]度?|当[月日]|年|以来|为|达|了|新"
)


class Told(NamedTuple):
    """A number of a short time, with the month in which that ends; 0 where it is not named."""

    each: Statement
    name: str
    month: int


class Cumulative:
    """The numbers of quarters and months told so far."""

    def __init__(self) -> None:
        self._short: deque[Told] = deque(maxlen=KEPT)

    def check(self, passage: Passage) -> Iterator[Hit]:
        """What is said to have come together that is less than one part of the time."""
        for start, end in passage.sentences if passage.told else ():
            for each in passage.statements(start, end)[:KEPT]:
                ahead = passage.text[start : each.start]
                if each.rough or each.unit in ("%", "‰", "个百分点") or _OTHER.search(each.gap):
                    continue
                name = _DRESS.sub("", each.subject)
                if len(name) < LEAST:
                    continue
                if _LONG.search(ahead) and ahead.count("累计") == 1:
                    yield from self._judged(each, name, ahead)
                elif (short := list(_SHORT.finditer(ahead))) and "累计" not in ahead:
                    self._short.append(Told(each, name, _month(short[-1])))

    def _judged(self, each: Statement, name: str, ahead: str) -> Iterator[Hit]:
        until = _TO_MONTH.search(ahead)
        last = int(until["last"]) if until else 12
        more = [one for one in self._short if one.each.unit == each.unit and one.each.value > each.value]
        alike = [one for one in more if one.month <= last and _is_one(one.name, name)]
        for part in [one for one in alike if not is_elsewhere(one.each.gap, each.gap)][:1]:
            reason = f"累计数“{each.said}”小于其中一个时段的“{part.each.said}”"
            yield hit(Kind.REPEATED, Level.DOUBT, each.amount, reason, each.span, part.each.span)


def _month(match: re.Match[str]) -> int:
    """The month in which a stretch of the year ends; 0 for one that is not named."""
    if match["half"] or match["three"]:
        return 6 if match["half"] else 9
    if match["quarter"]:
        return 3 * ("一二三四".index(match["quarter"]) + 1)
    return int(match["until"] or match["month"] or 0)


def _is_one(part: str, whole: str) -> bool:
    """Whether a part is of what is told together, with more words or none: 收到群众来信 of 收到来信, 接报交通事故警情 of 接报,
    not the other way."""
    rest = iter(part)
    ends = part[-LEAST:] == whole[-LEAST:] or part.startswith(whole)
    return ends and all(character in rest for character in whole)

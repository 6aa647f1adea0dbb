"""Addresses to the house number. A town, a village or a group of a village is no hit."""

import re
from collections.abc import Iterator

from gongkai.proofreading.hits import Found, Level
from gongkai.proofreading.personal.characters import DIGIT
from gongkai.proofreading.personal.context import Context
from gongkai.proofreading.personal.cues import Cue
from gongkai.proofreading.personal.kinds import Kind, found

_N = f"[{DIGIT}一二三四五六七八九十百零〇两]"
_NUMBER = rf"(?:[A-Za-zＡ-Ｚ甲乙丙丁东西南北]?{_N}{{1,5}}(?:[-－—之]{_N}{{1,4}}){{0,3}})"
_HOUSE = re.compile(
    rf"{_NUMBER}(?:号院|号楼|号|栋|幢|座|单元(?:[{DIGIT}]{{3,4}}(?![{DIGIT}])[室号户]?)?|室|弄|户(?!籍|口|主))"
)
_DASHED = re.compile(rf"[{DIGIT}]{{1,3}}[-－—][{DIGIT}]{{1,3}}[-－—][{DIGIT}]{{2,4}}(?![{DIGIT}])")
_TERMINATOR = re.compile(
    r"[，,。；;、！!？?\n\t|:：]|[ \u3000]{2}|（|\(|电话|联系|手机|邮编|邮政|身份证|的(?!卢)|发生|反映|居民|，"
)
BETWEEN = re.compile(r"(?:（[^（）\n]{0,8}）)?[ \u3000]?(?:[:：]|为|是|于|在|\t|\|)?[ \u3000]*+")
LONGEST = 60

ANCHOR = re.compile(
    rf"[{DIGIT}](?:(?<=[路街巷道弄村组社队庄屯寨坊里区苑园庭府城寓栋幢楼号院元－-][{DIGIT}])[{DIGIT}]{{0,4}}+"
    r"(?:号院?|室|单元|栋|幢)|(?<=[路街巷道弄村组社队庄屯寨坊里区苑园庭府城寓栋幢楼号院元][0-9])(?=[0-9]?-[0-9]{1,2}-[0-9]{2,4}))"
)
"""A digit right after a road, a village, a building or a house number, and what is numbered."""

_HOME = re.compile(
    rf"{_NUMBER}(?:单元|室)|{_NUMBER}号院?.{{0,6}}{_NUMBER}(?:栋|幢|号楼|座)|(?:村|组|社|队|庄|屯|寨){_NUMBER}号"
)
_PUBLIC = re.compile(
    "政府|大楼|大厦|政务|中心|办公|大厅|委员会|公司|商场|广场|医院|学校|小学|中学|大学|幼儿园|酒店|宾馆|超市|银行"
    "|法院|检察院|派出所|公安|局[^部]|[委厅局处]$|服务站|工业园|产业园|园区|厂区|窗口|会议室|教室|办事处|门市|药店|餐厅|饭店|经营部|商行|养殖场|合作社|厂"
)
_BREAK = re.compile(
    r"[，,。；;、！!？?\n\t|:：（(\"“”‘’《》]|[ \u3000]|位于|住在|家住|居住在|居住于|居住|租住|坐落于|坐落|现住|户籍|地址|住址|住|在|到|至|从|向|于"
)
_REASON = "精确到门牌的住址，公开时只写到镇街或者村、路"


def after_cue(context: Context, end: int, cue: Cue) -> Found | None:
    """The address after a cue that ends at `end`: up to its last house number, or None if it has none."""
    text = context.text
    between = BETWEEN.match(text, end)
    start = between.end() if between else end
    stop = _TERMINATOR.search(text, start, start + LONGEST)
    written = text[start : stop.start() if stop else start + LONGEST]
    last = _last_house(written)
    if last is None or _PUBLIC.search(written):
        return None
    if cue is Cue.PLACE and not (_HOME.search(written) or context.person_before(start, LONGEST)):
        return None
    level = Level.ERROR if cue is Cue.HOME else Level.DOUBT
    return found(start, start + last, Kind.ADDRESS, level, _REASON)


def _last_house(written: str) -> int | None:
    last = 0
    for house in _HOUSE.finditer(written):
        last = house.end()
    dashed = _DASHED.search(written)
    return max(last, dashed.end() if dashed else 0) or None


def around(context: Context, anchor: re.Match[str]) -> Found | None:
    """The address in the middle of which a house number stands, if it looks like a home or a person is spoken of."""
    text, at = context.text, anchor.start()
    least = max(0, at - 40)
    start = least
    for stop in _BREAK.finditer(text, least, at):
        start = stop.end()
    stop_after = _TERMINATOR.search(text, anchor.end(), anchor.end() + 30)
    written = text[start : stop_after.start() if stop_after else anchor.end() + 30]
    last = _last_house(written)
    if last is None or at - start < 3 or _PUBLIC.search(written):
        return None
    if not _HOME.search(written) and not context.person_before(start, LONGEST):
        return None
    if context.office_before(start):
        return None
    return found(start, start + last, Kind.ADDRESS, Level.DOUBT, _REASON)


def find(context: Context) -> Iterator[Found]:
    """Addresses that no cue announces."""
    done = 0
    for anchor in ANCHOR.finditer(context.text):
        if anchor.start() >= done:
            hit = around(context, anchor)
            if hit is not None:
                done = hit.end
                yield hit

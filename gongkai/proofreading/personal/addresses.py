"""Addresses to the house number. A town, a village or a group of a village is no hit."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from gongkai.proofreading.hits import Found, Level
from gongkai.proofreading.personal.characters import DIGIT
from gongkai.proofreading.personal.context import Context
from gongkai.proofreading.personal.cues import FIGURES, MEANINGS, Cue
from gongkai.proofreading.personal.kinds import Kind, found, said
from gongkai.proofreading.personal.names import is_organisation

_N = f"[{DIGIT}一二三四五六七八九十百零〇两]"
_NUMBER = rf"(?:[A-Za-zＡ-Ｚ甲乙丙丁东西南北]?{_N}{{1,5}}(?:[-－—之]{_N}{{1,4}}){{0,3}})"
_HOUSE = re.compile(
    rf"{_NUMBER}(?:号院|(?:号楼|栋|幢|座|单元)(?:[{DIGIT}]{{3,4}}(?![{DIGIT}])[室号户]?)?|号|室|弄|户(?!籍|口|主))"
)
_IS_HOUSE = tuple(cue is Cue.HOUSE for cue in MEANINGS)
_ROADS = "路街段巷道弄村组社队庄屯寨坊里区苑园庭府城寓栋幢楼号院元"
_BEFORE_A_HOUSE = frozenset(_ROADS + FIGURES)
_FIGURES_OF_A_HOUSE = re.compile(rf"(?<=[{_ROADS}])[{DIGIT}]{{1,5}}$")
_MARKED = re.compile(
    rf"[{DIGIT}]{{1,5}}+(?:号院?|室|单元|栋|幢)|[{DIGIT}](?=[{DIGIT}]?-[{DIGIT}]{{1,2}}-[{DIGIT}]{{2,4}})"
)
"""A house number after a road, a village or a building."""
_BUILDING = re.compile(rf"(?<!单元)[{DIGIT}一二三四五六七八九十](?:号楼|栋|幢|座)$")
"""No more than a building: none of its homes."""
_DASHED = re.compile(rf"[{DIGIT}]{{1,3}}[-－—][{DIGIT}]{{1,3}}[-－—][{DIGIT}]{{2,4}}(?![{DIGIT}])")
_TERMINATOR = re.compile(
    r"[，,。；;、！!？?\n\t|:：]|[ \u3000]{2}|（|\(|电话|联系|手机|邮编|邮政|身份证|的(?!卢)|发生|反映|居民|，"
)
BETWEEN = re.compile(r"(?:（[^（）\n]{0,8}）)?[ \u3000]?(?:[:：]|为|是|于|在|\t|\|)?[ \u3000]*+")
LONGEST, _BACK, _SHORTEST, _BEFORE, _CUE_OF_A_LINE = 60, 40, 3, 12, 6

_HOME = re.compile(
    rf"{_NUMBER}室|(?:号楼|栋|幢|座).{{0,4}}单元.{{0,4}}{_NUMBER}[号室户]|(?:号楼|栋|幢|座|单元)[{DIGIT}]{{3,4}}(?![{DIGIT}])|[{DIGIT}]-[{DIGIT}]{{1,2}}-[{DIGIT}]{{2,4}}(?![{DIGIT}])"
    rf"|(?:村|组|社|队|庄|屯|寨){_NUMBER}号"
)
"""Down to a room, or to a house of a village."""

_PUBLIC = re.compile(
    "政府|大队|支队|车管所|营业厅|供电所|大楼|综合楼|写字楼|大厦|政务|中心|办公|大厅|委员会|公司|商场|广场|医院|学校|小学|中学|大学|幼儿园|酒店|宾馆|超市|银行"
    "|法院|检察院|派出所|公安|局[^部]|[委厅局处]$|服务站|工业园|产业园|园区|厂区|窗口|会议室|教室|办事处|馆|故居|旧址|福利院|敬老院|党校|门市|药店|餐厅|饭店|经营部|商行|养殖场|合作社|厂"
)
_OFFICE_PHONE = re.compile(r"电话[:：]?0\d{2,3}[-—－]?\d{7,8}[；;，,][^\n]*$")
_DWELLING = re.compile("家属|小区|公寓|宿舍|花园|家园|新村|单元")
_BREAK = re.compile(
    r"[，,。；;、！!？?\n\t|:：（(\"“”‘’《》]|[ \u3000]|位于|住在|家住|居住在|居住于|居住|租住|坐落于|坐落|现住|户籍|地址|住址|住|在|到|至|从|向|于"
)
_REASON = "精确到门牌的住址，公开时只写到镇街、村或者道路"
_HOME_FOUND = said(Kind.ADDRESS, Level.ERROR, _REASON)
_LIKELY = said(Kind.ADDRESS, Level.DOUBT, _REASON)


def after_cue(context: Context, end: int, cue: Cue) -> Found | None:
    """The address after a cue that ends at `end`: up to its last house number, or None if it has none."""
    text = context.text
    between = BETWEEN.match(text, end)
    start = between.end() if between else end
    written = _to_its_end(text, start, start)
    last = _last_house(written)
    if last is None or _BUILDING.fullmatch(written[:last]):
        return None
    if cue is Cue.HOME and not _is_of_an_organisation(context, start):
        return found(start, start + last, _HOME_FOUND)
    if _is_public(context, start, written):
        return None
    if _HOME.search(written) or context.person_before(start, LONGEST):
        return found(start, start + last, _LIKELY)
    return None


def _to_its_end(text: str, start: int, certain: int) -> str:
    """What stands from `start` to the first mark after `certain` that ends an address."""
    stop = _TERMINATOR.search(text, certain, start + LONGEST)
    return text[start : stop.start() if stop else start + LONGEST]


def _last_house(written: str) -> int | None:
    last = 0
    for house in _HOUSE.finditer(written):
        last = house.end()
    if "-" in written:
        dashed = _DASHED.search(written)
        last = max(last, dashed.end() if dashed else 0)
    return last or None


def _houses(context: Context) -> Iterator[re.Match[str]]:
    """House numbers in order: figures between a road, a village or a building and the word that ends them."""
    text = context.text
    for _, start, _ in context.those(_IS_HOUSE):
        if text[start - 1 : start] in _BEFORE_A_HOUSE:
            last = start if text[start] == "-" else start + 1
            figures = _FIGURES_OF_A_HOUSE.search(text, max(0, last - 5), last)
            house = _MARKED.match(text, figures.start()) if figures else None
            if house is not None:
                yield house


def find(context: Context, cued: Iterable[Found], listed: Iterable[Found] = ()) -> Iterator[Found]:
    """Addresses around house numbers that lie in none of those after a cue. `listed`: names that open entries of
    lists."""
    opened = sorted(hit.end for hit in listed)
    ends = [(hit.start, hit.end) for hit in cued if hit[3] == Kind.ADDRESS]
    at = done = 0
    for house in _houses(context):
        start = house.start()
        while at < len(ends) and ends[at][1] <= start:
            done = max(done, ends[at][1])
            at += 1
        if start >= done and (at == len(ends) or start < ends[at][0]):
            hit = _around(context, house, done, opened)
            if hit is not None:
                done = hit.end
                yield hit


def _is_public(context: Context, start: int, written: str) -> bool:
    """Whether an office, a shop or a school is there. 中学家属院 is none: a dwelling named after it."""
    before = _said_before(context.text, start)
    dwelling = _DWELLING.search(written)
    rest = written[dwelling.end() :] if dwelling else written
    if _OFFICE_PHONE.search(context.text, max(0, start - _BACK), start) and not context.person_before(
        start, _BACK
    ):
        return True
    public = _PUBLIC.search(rest) or _PUBLIC.search(before.rstrip("（(：:，, "))
    return public is not None or context.office_before(start)


def _is_of_an_organisation(context: Context, start: int) -> bool:
    spoken_of = context.spoken_of(start, LONGEST)
    return spoken_of is not None and is_organisation(context.text, spoken_of[0])


def _said_before(text: str, start: int) -> str:
    """The clause before an address; where it begins a line with its cue (地址：), the line above as well."""
    line = text[max(0, start - _BEFORE) : start].rpartition("\n")
    if line[1] and len(line[2]) <= _CUE_OF_A_LINE:
        return text[max(0, start - _BACK) : start].rpartition("\n")[0].rpartition("\n")[2]
    return line[2].rpartition("。")[2]


def _around(context: Context, house: re.Match[str], done: int, opened: Sequence[int]) -> Found | None:
    """The address in the middle of which a house number stands, if it looks like a home or a person is spoken of. The
    one before it ends at `done`; names that open entries end at `opened`."""
    text, at = context.text, house.start()
    start = max(done, at - _BACK)
    for stop in _BREAK.finditer(text, start, at):
        start = stop.end()
    written = _to_its_end(text, start, house.end())
    last = _last_house(written)
    if (
        last is None
        or at - start < _SHORTEST
        or _BUILDING.search(written, 0, last)
        or _is_public(context, start, written)
    ):
        return None
    if _HOME.search(written) or context.person_before(start, LONGEST) or _in_entry(text, start, opened):
        return found(start, start + last, _LIKELY)
    return None


def _in_entry(text: str, start: int, opened: Sequence[int]) -> bool:
    place = bisect_right(opened, start) - 1
    return place >= 0 and start - opened[place] <= LONGEST and "\n" not in text[opened[place] : start]

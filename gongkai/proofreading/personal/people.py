"""Names told as people's by what stands beside them: a gender, a courtesy; and who is known to the public."""

import re
from collections.abc import Iterator

from gongkai.proofreading.hits import Found, Level
from gongkai.proofreading.lexicon.shipped import ordinary_words
from gongkai.proofreading.personal.kinds import Kind, found, said
from gongkai.proofreading.personal.names import HAN, is_name
from gongkai.proofreading.personal.surnames import COMPOUND, GIVEN

_IN_OFFICE = re.compile("现任|拟任|历任|任命|中共党员|公务员|干部|任职|试用期|执法证")
_PRIVATE = re.compile(
    "(?:申请|提出|反映|来信|来访|信访|投诉|申诉|诉求|工伤|工亡|职业病|伤残|病退|低保|救助|补助|抚恤)"
)
"""What is dealt with for one citizen."""
_OPENING = re.compile(r"(?:^|\n|关于|尊敬的|亲爱的|[ \u3000])$")
_ROSTER = re.compile(r"[（(]女(?:[，,][^（）()]{1,6})?[）)]、")
"""Of a list of delegates and the like each woman's gender is told; it is public."""
_SENTENCE = 80
"""Characters after a gender or a birth date in which it is said that somebody holds an office."""
_HONOURED = re.compile(
    "表彰|授予|烈士|英烈|称号|见义勇为|先进事迹|光荣榜|先进个人|优秀[^，。\n]{0,6}名单|道德模范|劳动模范"
)
_YOU = re.compile("[你您]")
_DEPUTY = re.compile("建议(?:收悉|已收|及时|的答复)|提案|人大代表|政协")
_SALUTED = re.compile(r"[ \u3000]*([\u4e00-\u9fa5]{3,4})[ \u3000]*")
_LINE = 12
HEADING = 300
"""Characters before a list in which it is said that its people are honoured."""

_ADDRESSED = said(Kind.NAME, Level.DOUBT, "与个人事项有关的姓名，公开前应当隐去")
_WITH_GENDER = said(Kind.NAME, Level.DOUBT, "写明性别的个人姓名，公开前应当隐去")


def before(text: str, end: int) -> Found | None:
    """A name that ends at `end`, before a gender: 张三，男，. Of those in office and those honoured it is public."""
    if is_public(text, end):
        return None
    for length in (3, 2, 4):
        start = end - length
        if start < 0 or (start > 0 and HAN.match(text, start - 1)):
            continue
        if is_name(text[start:end]):
            listed = text[start - 1 : start] == "、" and _ROSTER.match(text, end)
            return None if listed else found(start, end, _WITH_GENDER)
    return None


def addressed(text: str, start: int, end: int) -> Found | None:
    """A citizen written to (张三先生：) or whose case is dealt with (关于张三同志工伤认定); 先生 or 同志 stands from
    `start` to `end`."""
    letter = text[end : end + 1] in ("：", ":") and text[end + 1 : end + 2] in ("\n", "")
    if not letter and not _PRIVATE.match(text, end):
        return None
    for length in (3, 2, 4):
        name = start - length
        if name >= 0 and is_name(text[name:start]) and _OPENING.search(text, max(0, name - 3), name):
            return found(name, start, _ADDRESSED)
    return None


def saluted(text: str) -> Iterator[Found]:
    """Names that a letter or a decision opens with, alone in their line: 张三：, and below it what is said to him."""
    end = text.find("：\n") if "您" in text or "你" in text else -1
    while end >= 0:
        line = text.rfind("\n", max(0, end - _LINE), end) + 1
        name = _SALUTED.fullmatch(text, line, end)
        if name and _is_sure(name[1]) and _is_private(text, end):
            yield found(*name.span(1), _ADDRESSED)
        end = text.find("：\n", end + 1)


def _is_sure(name: str) -> bool:
    if not is_name(name) or name in ordinary_words():
        return False
    return name[:2] in COMPOUND or (len(name) == 3 and not GIVEN.isdisjoint(name[1:]))


def _is_private(text: str, end: int) -> bool:
    said_to_him = text[end : end + _SENTENCE * 2]
    return bool(_YOU.search(said_to_him)) and not (
        _DEPUTY.search(said_to_him) or _IN_OFFICE.search(said_to_him) or _HONOURED.search(said_to_him)
    )


def is_public(text: str, end: int) -> bool:
    """Whether a name that ends at `end` is of somebody in office, or honoured."""
    heading, sentence = max(0, end - HEADING), end + _SENTENCE
    return bool(_IN_OFFICE.search(text, end, sentence) or is_honoured(text, heading, sentence))


def is_honoured(text: str, start: int, end: int) -> bool:
    """Whether a stretch of the text says that people are honoured."""
    return _HONOURED.search(text, start, end) is not None

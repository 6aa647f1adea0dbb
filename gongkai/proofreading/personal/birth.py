"""Birth dates: after 出生日期 and the like, before 出生, or beside a name."""

import re
from datetime import date

from gongkai.proofreading.hits import Found, Level
from gongkai.proofreading.personal.characters import narrow
from gongkai.proofreading.personal.identity import LATEST
from gongkai.proofreading.personal.kinds import Kind, Said, found, said

_D = "[0-9０-９]"
DATE = re.compile(
    rf"(?:{_D}{{4}} ?(?:年|[-－./．/]) ?{_D}{{1,2}} ?(?:月|[-－./．/]) ?{_D}{{1,2}} ?日?|{_D}{{8}}(?!{_D}))"
)
_MONTH = re.compile(rf"{_D}{{4}} ?(?:年|[-－./．]) ?{_D}{{1,2}} ?月?")
_BEFORE_WORD = re.compile(rf"{_D}{{4}} ?年 ?{_D}{{1,2}} ?月(?: ?{_D}{{1,2}} ?)?$")
BETWEEN = re.compile(r"(?:（[^（）\n]{0,8}）)?[ \u3000]?(?:[:：]|为|是|于|在|\t|\|)?[ \u3000]*+")
_DOTTED = re.compile(rf"{_D}{{4}}[-－./．／]{_D}{{1,2}}[-－./．／]{_D}{{1,2}}$")
_RULE = re.compile(
    r" ?[(（]?(?:含|不含|以前|之前|前|以后|之后|后|至|到|起|期间|之间|[-—~～])|[）)]?的(?:适龄|儿童|幼儿|学生|人员|公民|居民|孩子|婴|老人)"
)
OLDEST = date(1915, 1, 1)
"""Who was born before is history."""
_BRACKETS = frozenset("（(，,、")
_BESIDE = re.compile(r"[（(](?:[男女][，,、])?|[，,、][男女][，,、](?:[\u4e00-\u9fa5]{1,4}族[，,、])?")
_SPAN = re.compile(r"(?:至|到|[-—~～])[ \u3000]?$")

_DAY = said(Kind.BIRTH, Level.ERROR, "出生日期，公开前应当隐去")
_LIKELY = said(Kind.BIRTH, Level.DOUBT, "出生日期，公开前应当隐去")


def after(text: str, end: int, today: date | None) -> Found | None:
    """A day of birth after a cue that ends at `end`; a month alone is a doubt."""
    between = BETWEEN.match(text, end)
    start = between.end() if between else end
    day = DATE.match(text, start)
    if day is not None:
        return _birth(text, day.start(), day.end(), today, _DAY)
    month = _MONTH.match(text, start)
    if month is None or text[month.end() : month.end() + 1].isdigit():
        return None
    return _birth(text, month.start(), month.end(), today, _LIKELY)


def before(text: str, start: int, end: int, today: date | None) -> Found | None:
    """A date that ends with the 日, 月 or figure at `start`, with 出生 or 生 to `end`: 1980年5月6日出生, 1980.5.6生. Only
    whole days: years and months of birth are published of officials before they take office."""
    line = text[max(0, start - 16) : start]
    if text[start] == "月" or text[end : end + 1] in ("产", "活", "效", "长", "成", "育"):
        return None
    day = _BEFORE_WORD.search(line) if text[start] == "日" else _DOTTED.search(line + text[start])
    if day is None or _SPAN.search(line[: day.start()]) or _RULE.match(text, end):
        return None
    return _birth(text, max(0, start - 16) + day.start(), start + 1, today, _DAY)


def beside_name(text: str, end: int, today: date | None) -> Found | None:
    """A whole day in brackets or after a gender, next to a name that ends at `end`."""
    if text[end : end + 1] not in _BRACKETS:
        return None
    opening = _BESIDE.match(text, end)
    day = DATE.match(text, opening.end()) if opening else None
    return _birth(text, day.start(), day.end(), today, _LIKELY) if day else None


def _birth(text: str, start: int, end: int, today: date | None, what: Said) -> Found | None:
    parts = re.findall(r"\d+", narrow(text[start:end]))
    if len(parts) == 1:
        parts = [parts[0][:4], parts[0][4:6], parts[0][6:]]
    try:
        day = date(int(parts[0]), int(parts[1]), int(parts[2]) if len(parts) > 2 else 1)
    except ValueError:
        return None
    if not OLDEST <= day <= (today or LATEST) or _RULE.match(text, end):
        return None
    return found(start, end, what)

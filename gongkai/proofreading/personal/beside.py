"""What belongs to a person because it stands beside something that was found: names, birth dates, amounts."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from gongkai.proofreading.hits import Found, Level
from gongkai.proofreading.lexicon.shipped import ordinary_words
from gongkai.proofreading.personal import amounts, birth
from gongkai.proofreading.personal import names as names_of_people
from gongkai.proofreading.personal.context import Context
from gongkai.proofreading.personal.cues import MEANINGS, Cue
from gongkai.proofreading.personal.kinds import Kind, found, said
from gongkai.proofreading.personal.people import is_public
from gongkai.proofreading.personal.surnames import COMPOUND, GIVEN

_OWNED = frozenset((Kind.IDENTITY, Kind.MOBILE, Kind.CARD, Kind.LANDLINE, Kind.BIRTH))
_BESIDE_NUMBER = said(
    Kind.NAME, Level.DOUBT, "与身份证号、电话、银行卡号或者出生日期并列的姓名，公开前应当隐去"
)
_PERSONS = frozenset((Kind.NAME, Kind.IDENTITY))
_DRIVER = re.compile(
    r"([\u4e00-\u9fa5]{2,12}?)(?:（[^（）\n]{0,30}）)?(?:酒后|醉酒|饮酒后|无证)?(?:驾驶|驾|骑行|骑)[^，。；\n]{0,14}$"
)
_BEFORE_DRIVER = re.compile(r"(?:^|[分时]许?|[与和由系是被同])(?:其中|查获|发现)?$")
_DRIVING = said(Kind.NAME, Level.DOUBT, "与车牌号码并列的姓名，公开前应当隐去")
_CLAUSE = 40
_REACH = 12
_IS_PROPERTY = tuple(cue is Cue.PROPERTY for cue in MEANINGS)


def names(context: Context, owned: Iterable[Found]) -> Iterator[Found]:
    """Names right before a birth date, an identity, mobile or card number: 张三（身份证号：…）; of drivers before a plate."""
    for hit in owned:
        if hit[3] in _OWNED and not (hit[3] == Kind.BIRTH and is_public(context.text, hit[0])):
            name = _before(context, hit[0])
            if name is not None:
                yield name
        elif hit[3] == Kind.PLATE:
            yield from _driver(context.text, hit[0])


def _driver(text: str, plate: int) -> Iterator[Found]:
    driver = _DRIVER.search(text, max(0, plate - _CLAUSE), plate)
    if driver is None:
        return
    for length in (3, 2, 4):
        start = driver.end(1) - length
        if start >= driver.start(1) and _drives(text[driver.start(1) : start], text[start : driver.end(1)]):
            yield found(start, driver.end(1), _DRIVING)
            return


def _drives(before: str, name: str) -> bool:
    if not names_of_people.is_name(name) or name in ordinary_words():
        return False
    if len(name) == 4:
        return name[:2] in COMPOUND
    likely = len(name) == 3 and GIVEN.issuperset(name[1:])
    return likely or _BEFORE_DRIVER.search(before) is not None


def _before(context: Context, start: int) -> Found | None:
    text = context.text
    match = context.match_of(start, _REACH)
    if match is not None and (match[2] == start or not text[match[2] : start].strip(" \u3000:：为是")):
        start = match[1]
    if text[start - 1 : start] not in names_of_people.DIVIDING:
        return None
    name = names_of_people.ending(text, start)
    return found(*name, _BESIDE_NUMBER) if name else None


def facts(context: Context, people: Iterable[Found], listed: Iterable[Found]) -> Iterator[Found]:
    """Birth dates beside the names, amounts beside the names and identity numbers among the hits; in entries of a list
    that a name opens (`listed`) all amounts."""
    people = list(people)
    for end in [hit[1] for hit in people if hit[3] == Kind.NAME]:
        day = birth.beside_name(context.text, end, context.today)
        if day is not None:
            yield day
    ends = sorted(hit[1] for hit in people if hit[3] in _PERSONS)
    if ends:
        yield from _amounts(context.text, ends, sorted(hit[1] for hit in listed))
    for _, start, end in context.those(_IS_PROPERTY) if ends else ():
        if _near(context.text, ends, start):
            money = amounts.amount(context.text, end)
            if money is not None:
                yield money


def _amounts(text: str, ends: list[int], opened: list[int]) -> Iterator[Found]:
    """Amounts in a sentence with somebody whose name or number ends at one of `ends`: those said to be somebody's own,
    and all in an entry of a list that somebody `opened`."""
    for yuan in amounts.places(text, ends[0]):
        if _in_sentence(text, ends, yuan):
            money = amounts.ending(text, yuan)
            if money and (amounts.is_own(text, money.start) or _in_sentence(text, opened, yuan)):
                yield money


def _in_sentence(text: str, ends: list[int], start: int) -> bool:
    place = bisect_right(ends, start) - 1
    end = ends[place] if place >= 0 else start - amounts.NEAR - 1
    if start - end > amounts.NEAR or text.find("。", end, start) >= 0:
        return False
    return text.find("；", end, start) < 0 and text.find("\n", end, start) < 0


def _near(text: str, ends: list[int], start: int) -> bool:
    place = bisect_right(ends, start) - 1
    return place >= 0 and start - ends[place] <= amounts.NEAR and "\n" not in text[ends[place] : start]

"""Which personal number a run of digits is."""

import re
from collections.abc import Iterator
from re import Match

from gongkai.proofreading.hits import Found
from gongkai.proofreading.personal import divided
from gongkai.proofreading.personal.cards import card
from gongkai.proofreading.personal.carried import carried
from gongkai.proofreading.personal.characters import DASH, INVISIBLE, SPACE, bare, narrow
from gongkai.proofreading.personal.context import Context
from gongkai.proofreading.personal.cues import Cue
from gongkai.proofreading.personal.identity import eighteen, fifteen
from gongkai.proofreading.personal.phones import has_area, landline, mobile
from gongkai.proofreading.personal.runs import LONG, stretches
from gongkai.proofreading.personal.wholes import is_whole

LONGEST = 19
_OF_CARDS = "34569"
_BEGINNINGS = {
    **dict.fromkeys((13, 14, 16, 17, 19), _OF_CARDS),
    **dict.fromkeys((15, 18, 20, 27), "0123456789"),
    **{11: "01", 12: "0", 13: "8" + _OF_CARDS},
}
"""With which digit a number can begin, by its length; of most others that is all there is to ask."""
REACH_OF_A_NAME = 60
_REACH_OF_A_CARD = 6
"""Characters between the word for a card and its number: 银行卡号：."""
_REACH_OF_A_COMPANY = 44
"""Characters of one sentence between the beginning of a company's word and its account."""
_COMPANY = re.compile("公司|集团|收款单位|对公账户|单位名称|财政局|财政专户")
SEVENTEEN = 17
_LATE_X = re.compile(f"[{INVISIBLE}{SPACE}{DASH}]{{1,3}}+[XxＸｘ](?![A-Za-z0-9])")
"""The last place of an identity number, written apart from the seventeen before it."""


def find(context: Context) -> list[Found]:
    """Identity, phone and card numbers in order."""
    hits: list[Found] = []
    for number in stretches(context.text):
        judge = _JUDGES.get(number.lastgroup or "")
        hit = judge(number[0], *number.span(), context) if judge else None
        if hit is not None:
            hits.append(hit)
        elif judge is None or judge is _divided:
            hits += _closely(number, context)
    return hits


def _mobile(digits: str, start: int, end: int, context: Context) -> Found | None:
    cue = context.cue_of(start)
    if cue is Cue.NUMBERING or digits in context.allowed:
        return None
    return mobile(digits, start, end, cue)


def _identity(digits: str, start: int, end: int, context: Context) -> Found | None:
    cue = context.cue_of(start)
    if cue is Cue.NUMBERING or digits in context.allowed:
        return None
    hit = eighteen(digits, start, end, context.today, cue is Cue.IDENTITY)
    return hit or _card(digits, start, end, cue, context)


def _account(digits: str, start: int, end: int, context: Context) -> Found | None:
    cue = context.cue_of(start)
    if cue is Cue.NUMBERING or digits in context.allowed:
        return None
    return _card(digits, start, end, cue, context)


def _landline(written: str, start: int, end: int, context: Context) -> Found | None:
    cue = context.cue_of(start)
    if cue is Cue.PHONE_OF_AN_OFFICE or cue is Cue.NUMBERING:
        return None
    if context.allowed and written.replace("-", "") in context.allowed:
        return None
    return landline(start, end, cue, True, context)


def _divided(written: str, start: int, end: int, context: Context) -> Found | None:
    digits = divided.one(written, start, context)
    return _DIVIDED[len(digits)](digits, start, end, context) if digits else None


def _other(digits: str, start: int, end: int, context: Context) -> Found | None:
    return _classify(narrow(digits).upper(), start, end, context, False)


_DIVIDED = {11: _mobile, 18: _identity, 19: _account}
"""By the number of digits."""

_JUDGES = {
    "mobile": _mobile,
    "identity": _identity,
    "account": _account,
    "landline": _landline,
    "divided": _divided,
    "other": _other,
}


def _closely(stretch: Match[str], context: Context) -> Iterator[Found]:
    for long in LONG.finditer(context.text, *stretch.span()):
        late = _late(long, context)
        if late is not None:
            yield late
        else:
            yield from divided.find(long[0], long.start(), context, _classify)


def _late(long: Match[str], context: Context) -> Found | None:
    """An identity number whose X stands apart."""
    late = _LATE_X.match(context.text, long.end()) if len(long[0]) >= SEVENTEEN else None
    digits = bare(long[0]) if late else ""
    if late is None or len(digits) != SEVENTEEN:
        return None
    return _classify(digits + "X", long.start(), late.end(), context, True)


def _classify(digits: str, start: int, end: int, context: Context, is_divided: bool) -> Found | None:
    length = len(digits)
    if digits[0] not in _BEGINNINGS.get(length, "") or digits in context.allowed:
        return None
    if length > LONGEST or not is_whole(context.text, start, end):
        return carried(digits, start, end, context)
    cue = context.cue_of(start)
    if cue is Cue.NUMBERING:
        return None
    if length == 11 or digits[0] == "0" or (length == 13 and digits[:2] == "86"):
        return _phone(digits, start, end, cue, context, is_divided)
    return _long(digits, start, end, cue, context)


def _phone(
    digits: str, start: int, end: int, cue: Cue | None, context: Context, is_divided: bool
) -> Found | None:
    if digits[0] != "0":
        return mobile(digits, start, end, cue)
    is_phone = (is_divided or cue is not None) and digits[-1] not in "Xx" and has_area(digits)
    return landline(start, end, cue, is_divided, context) if is_phone else None


def _long(digits: str, start: int, end: int, cue: Cue | None, context: Context) -> Found | None:
    hit = None
    if len(digits) == 18:
        hit = eighteen(digits, start, end, context.today, cue is Cue.IDENTITY)
    elif len(digits) == 15 and digits[-1] not in "Xx":
        hit = fifteen(digits, start, end, context.today, cue is Cue.IDENTITY)
    return hit or _card(digits, start, end, cue, context)


def _card(digits: str, start: int, end: int, cue: Cue | None, context: Context) -> Found | None:
    if digits[-1] in "Xx":
        return None
    hit = card(digits, start, end, cue is Cue.CARD)
    return None if hit and _is_of_a_company(digits, start, context) else hit


def _is_of_a_company(digits: str, start: int, context: Context) -> bool:
    """Whether an account is a company's, which has no card: its name or its bank stands before, and nobody's name."""
    text, least = context.text, max(0, start - REACH_OF_A_NAME)
    if text.find("卡", max(0, start - _REACH_OF_A_CARD), start) >= 0:
        return False
    line = text.rfind("\n", least, start) + 1 or least
    clause = max(text.rfind("。", line, start) + 1, line, start - _REACH_OF_A_COMPANY)
    if not _COMPANY.search(text, clause, start) and (
        digits[:2] == "62" or text.find("开户行", line, start) < 0
    ):
        return False
    return not context.person_before(start, REACH_OF_A_NAME)

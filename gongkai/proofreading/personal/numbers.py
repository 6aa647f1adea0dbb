"""Which personal number a run of digits is."""

import re
from collections.abc import Iterator
from datetime import date
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
_COMPANY = re.compile(r"(?:公司|集团|收款单位|对公账户|单位名称|财政局|财政专户)[^。]{0,40}$")
SEVENTEEN = 17
_TRAILING = " ()（）"
_LATE_X = re.compile(f"[{INVISIBLE}{SPACE}{DASH}]{{1,3}}+[XxＸｘ](?![A-Za-z0-9])")
"""The last place of an identity number, written apart from the seventeen before it."""


def find(context: Context) -> list[Found]:
    """Identity, phone and card numbers in order."""
    hits: list[Found] = []
    for stretch in stretches(context.text):
        written, start = stretch[0].rstrip(_TRAILING), stretch.start()
        hit, is_read = _at_once(written, start, context)
        if hit is not None:
            hits.append(hit)
        elif not is_read:
            hits += _closely(stretch, context)
    return hits


def _at_once(written: str, start: int, context: Context) -> tuple[Found | None, bool]:
    """The number that a stretch is in one piece or divided as most divide it, and whether there can be no other."""
    if written.isalnum():
        digits = written if written.isascii() else narrow(written).upper()
        return _classify(digits, start, start + len(written), context, False), True
    digits = divided.usual(written, start, context)
    if not digits:
        return None, False
    return _classify(digits, start, start + len(written), context, True), digits[0] == "0"


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
    if length == 11 and digits[0] == "1":
        return mobile(digits, start, end, cue)
    if length == 18 or length == 15:
        hit = _identity(digits, start, end, context.today, cue is Cue.IDENTITY)
        if hit is not None:
            return hit
    if digits[-1] in "Xx":
        return None
    return _phone_or_card(digits, start, end, cue, context, is_divided)


def _identity(digits: str, start: int, end: int, today: date | None, cued: bool) -> Found | None:
    if len(digits) == 18:
        return eighteen(digits, start, end, today, cued)
    return None if digits[-1] in "Xx" else fifteen(digits, start, end, today, cued)


def _phone_or_card(
    digits: str, start: int, end: int, cue: Cue | None, context: Context, is_divided: bool
) -> Found | None:
    if digits[:2] == "86" and len(digits) == 13:
        return mobile(digits, start, end, cue)
    if digits[0] == "0" and has_area(digits):
        return landline(start, end, cue, is_divided, context) if is_divided or cue is not None else None
    hit = card(digits, start, end, cue is Cue.CARD) if len(digits) > 12 else None
    return None if hit and _is_of_a_company(digits, start, context) else hit


def _is_of_a_company(digits: str, start: int, context: Context) -> bool:
    """Whether an account is a company's, which has no card: its name or its bank stands before, and nobody's name."""
    spoken_of = context.spoken_of(start, REACH_OF_A_NAME)
    line = context.text[max(0, start - REACH_OF_A_NAME) : start].rpartition("\n")[2]
    of_a_company = _COMPANY.search(line) if digits[:2] == "62" else _COMPANY.search(line) or "开户行" in line
    return bool(of_a_company) and not (spoken_of and spoken_of[1])

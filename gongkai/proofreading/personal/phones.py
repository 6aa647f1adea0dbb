"""Mobile numbers and landlines with an area code."""

import re

from gongkai.proofreading.hits import Found, Level
from gongkai.proofreading.personal import names
from gongkai.proofreading.personal.allotted import ALLOTTED
from gongkai.proofreading.personal.context import Context
from gongkai.proofreading.personal.cues import Cue
from gongkai.proofreading.personal.kinds import Kind, Said, found, said

_LIST_OF_TWO_DIGIT_AREAS = "010 020 021 022 023 024 025 027 028 029"
TWO_DIGIT_AREAS = frozenset(_LIST_OF_TWO_DIGIT_AREAS.split())
_ANY_PHONE = (Cue.PHONE, Cue.PHONE_OF_A_PERSON, Cue.WECHAT)
_PERSONAL_REACH, _CALLING = 60, 8
_LOCAL = re.compile(r"(?:号码)?[ \u3000]?[:：]?[ \u3000]?([2-8][0-9]{6,7})(?![0-9-])")
_CALL = re.compile("拨打|致电|来电|请打|咨询|热线|查询")
"""Whoever is told to call does not own the phone."""

_MOBILE = said(Kind.MOBILE, Level.ERROR, "手机号码，公开前应当隐去")
_PERHAPS_MOBILE = said(Kind.MOBILE, Level.DOUBT, "疑为手机号码，请核对")
_OWN = said(Kind.LANDLINE, Level.ERROR, "个人固定电话，公开前应当隐去")
_BESIDE = said(Kind.LANDLINE, Level.ERROR, "与个人并列的固定电话，公开前应当隐去")
_BESIDE_NAME = said(Kind.LANDLINE, Level.DOUBT, "姓名后的固定电话，如属个人，应当隐去")


def mobile(number: str, start: int, end: int, cue: Cue | None) -> Found | None:
    """`number`: 11 digits, or 13 with the country's 86."""
    own = number[-11:]
    if own[:1] != "1" or own[1] in "012":
        return None
    if cue in _ANY_PHONE or own[:3] in ALLOTTED:
        # tens of thousands of millions are an amount rather than a phone, where nobody says phone
        return found(start, end, _PERHAPS_MOBILE if cue is None and own.endswith("0000") else _MOBILE)
    return None


def local(context: Context, start: int, end: int) -> Found | None:
    """A number without area code after 座机 and the like, which stand from `start` to `end`, beside a person."""
    number = _LOCAL.match(context.text, end)
    spoken_of = context.spoken_of(start, _PERSONAL_REACH) if number else None
    if number is None or not (spoken_of and spoken_of[1] and names.follows(context.text, spoken_of[0])):
        return None
    return found(*number.span(1), _BESIDE)


def has_area(number: str) -> bool:
    """An area code and seven or eight digits that begin like a local number."""
    if number[:3] in TWO_DIGIT_AREAS:
        return len(number) == 11 and number[3] not in "01"
    return (
        number[:1] == "0" and number[1:2] in "3456789" and len(number) in (11, 12) and number[4] not in "01"
    )


def landline(start: int, end: int, cue: Cue | None, divided: bool, context: Context) -> Found | None:
    """A number that `has_area`. An office's phone is public: only a person's is found, in doubt where only a name
    stands before it. `divided`: written with a mark after the area code."""
    if cue is Cue.PHONE_OF_AN_OFFICE:
        return None
    whose = _whose(start, cue, divided, context)
    if whose is None or _CALL.search(context.text, max(0, start - _CALLING), start):
        return None
    return found(start, end, whose)


def _whose(start: int, cue: Cue | None, divided: bool, context: Context) -> Said | None:
    spoken_of = context.spoken_of(start, _PERSONAL_REACH)
    if cue is Cue.PHONE_OF_A_PERSON and not (spoken_of and names.is_organisation(context.text, spoken_of[0])):
        return _OWN
    if spoken_of is not None:
        return _BESIDE if spoken_of[1] and names.follows(context.text, spoken_of[0]) else None
    match = context.match_of(start) if cue else None
    if (divided or match) and names.ending(context.text, match[1] if match else start):
        return _BESIDE_NAME
    return None

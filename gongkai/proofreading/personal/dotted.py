"""Numbers of persons that are parted by dots and the like: 138.1234.5678, 610328.19800506.1236."""

import re

from gongkai.proofreading.hits import Found
from gongkai.proofreading.personal.cards import UNIONPAY, card
from gongkai.proofreading.personal.context import Context
from gongkai.proofreading.personal.cues import MARKS, Cue
from gongkai.proofreading.personal.identity import eighteen
from gongkai.proofreading.personal.phones import mobile

_M = f"[{MARKS}]"
_NUMBER = re.compile(
    rf"(?:1[0-9]{{2}}(?P<m>{_M})[0-9]{{4}}(?P=m)[0-9]{{4}}"
    rf"|[0-9]{{6}}(?P<i>{_M})[0-9]{{8}}(?P=i)[0-9]{{3}}[0-9Xx]"
    rf"|6[0-9]{{3}}(?P<c>{_M})[0-9]{{4}}(?:(?P=c)[0-9]{{4}}){{2}}(?:(?P=c)[0-9]{{1,3}})?)"
    rf"(?!{_M}?[0-9A-Za-z])"
)
_MARK = re.compile(_M)
_JOINED = re.compile(rf"(?:[0-9A-Za-z]{_M}?|[=%/])$")
_BEFORE_A_YEAR = 6


def find(context: Context, start: int, end: int) -> Found | None:
    """The number whose beginning, up to a mark, stands from `start` to `end`; of an identity number the year."""
    text = context.text
    if _MARK.match(text, start):
        start = max(0, start - _BEFORE_A_YEAR)
    number = _NUMBER.match(text, start)
    if number is None or _JOINED.search(text, max(0, start - 2), start):
        return None
    digits, cue = _MARK.sub("", number[0]).upper(), context.cue_of(start)
    if digits in context.allowed or cue is Cue.NUMBERING:
        return None
    return _judged(digits, number, cue, context)


def _judged(digits: str, number: re.Match[str], cue: Cue | None, context: Context) -> Found | None:
    if number["m"]:
        return mobile(digits, *number.span(), cue)
    if number["i"]:
        return eighteen(digits, *number.span(), context.today, cue is Cue.IDENTITY)
    return card(digits, *number.span(), cue is Cue.CARD) if digits[:4] in UNIONPAY else None

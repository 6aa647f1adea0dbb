"""Numbers of persons inside other numbers, names of files and addresses of pages."""

import re

from gongkai.proofreading.hits import Found
from gongkai.proofreading.personal.context import Context
from gongkai.proofreading.personal.identity import eighteen
from gongkai.proofreading.personal.phones import mobile

OFFSETS = {18: 0, 20: 0, 27: 9}
"""Length of a number → where the identity number begins in it. A pupil's number is G, L or J and the identity number;
that of a disability card the identity number and two digits for kind and degree (and B1 for a card
issued again); that of a physician's certificate nine digits and the identity number."""
MOBILE, DISABLED = 11, 20
_PUPIL = re.compile("(?<![A-Za-z0-9])[GLJ]$")
_REISSUED = re.compile("[A-Z][0-9]{1,2}(?![0-9A-Za-z])")
_DEGREE = re.compile("[0-9]{2}(?:[A-Z][0-9]{1,2})?(?![0-9A-Za-z])")
_NAMED = re.compile("(?:_|(?:phone|tel|mobile|sjhm?)=)$", re.IGNORECASE)
"""What stands before a phone in a file's name or a page's address."""


def carried(digits: str, start: int, end: int, context: Context) -> Found | None:
    """The identity number, whose check character must be right, or the phone that a longer whole carries; `digits`
    are no number of their own."""
    if end - start != len(digits):
        return None
    if len(digits) == MOBILE:
        named = _NAMED.search(context.text, max(0, start - 8), start)
        return (
            mobile(digits, start, end, None) if named and not _joined_behind(digits, end, context) else None
        )
    offset = OFFSETS.get(len(digits))
    if offset is None or _joined_before(start, context) or _joined_behind(digits, end, context):
        return None
    begin = start + offset
    return eighteen(digits[offset : offset + 18], begin, begin + 18, context.today, False)


def _joined_before(start: int, context: Context) -> bool:
    before = context.text[start - 1 : start]
    if _PUPIL.search(context.text, max(0, start - 2), start):
        return False
    return before == "." or (before.isascii() and before.isalnum())


def _joined_behind(digits: str, end: int, context: Context) -> bool:
    after = context.text[end : end + 1]
    behind = _DEGREE if digits[-1] in "Xx" else _REISSUED if len(digits) == DISABLED else None
    if behind and behind.match(context.text, end):
        return False
    return after.isascii() and after.isalnum()

"""Resident identity numbers of 18 and 15 digits (GB 11643—1999)."""

from datetime import date

from gongkai.proofreading.hits import Found, Level
from gongkai.proofreading.personal.kinds import Kind, found, said

_LIST_OF_PROVINCES = (
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83"
)
PROVINCES = frozenset(_LIST_OF_PROVINCES.split())
_CHECKS = "10X98765432"
_BASE = 13
"""Each place weighs twice the next, modulo 11; so do the places of a number read in base 13."""
EARLIEST, LATEST = date(1880, 1, 1), date(2100, 12, 31)
YOUNGEST_OF_OLD_FORM = 30
"""A number of 15 digits without a word beside it counts only for who was born before 2000 and after 1929."""

_RIGHT = said(Kind.IDENTITY, Level.ERROR, "公民身份号码，校验码相符，公开前应当隐去")
_WRONG = said(Kind.IDENTITY, Level.DOUBT, "标为身份证号，但校验码不符，请核对并隐去")
_OLD = said(Kind.IDENTITY, Level.ERROR, "15位公民身份号码，公开前应当隐去")
_PERHAPS_OLD = said(Kind.IDENTITY, Level.DOUBT, "疑为15位公民身份号码，请核对")


def check(seventeen: str) -> str:
    """The check character of the first seventeen digits (ISO 7064, MOD 11-2)."""
    return _CHECKS[2 * int(seventeen, _BASE) % 11]


def born(digits: str, today: date | None) -> bool:
    """Whether eight digits are a day on which a living person can have been born."""
    try:
        day = date.fromisoformat(digits)
    except ValueError:
        return False
    return EARLIEST <= day <= (today or LATEST)


def eighteen(number: str, start: int, end: int, today: date | None, cued: bool) -> Found | None:
    """`number`: 17 digits and a digit or X. With a wrong check character it counts only after 身份证号 and the like."""
    if number[:2] not in PROVINCES or not born(number[6:14], today):
        return None
    if check(number[:17]) == number[17].upper():
        return found(start, end, _RIGHT)
    if cued:
        return found(start, end, _WRONG)
    return None


def fifteen(number: str, start: int, end: int, today: date | None, cued: bool) -> Found | None:
    """Numbers of before 1999: two digits of the year, no check character."""
    if number[:2] not in PROVINCES or not born("19" + number[6:12], today):
        return None
    if cued:
        return found(start, end, _OLD)
    if int(number[6:8]) >= YOUNGEST_OF_OLD_FORM:
        return found(start, end, _PERHAPS_OLD)
    return None

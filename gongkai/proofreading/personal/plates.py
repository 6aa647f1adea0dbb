"""Number plates: the province's short name, a letter, five or six characters (GA 36)."""

import re

from gongkai.proofreading.hits import Found, Level
from gongkai.proofreading.personal.characters import narrow
from gongkai.proofreading.personal.kinds import Kind, found, said

PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼川渝贵云藏陕甘青宁新"
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_WIDE = str.maketrans(_LETTERS, "".join(chr(ord(letter) + 0xFEE0) for letter in _LETTERS))
BEGINNINGS = [
    province + letter
    for province in PROVINCES
    for letter in _LETTERS + _LETTERS.translate(_WIDE) + _LETTERS.lower()
]
"""How a plate begins: what is searched for."""

_REST = re.compile(
    r"[·•・‧∙⋅－—．\-. ]?([A-HJ-NP-Za-hj-np-z0-9Ａ-Ｚａ-ｚ０-９]{4,6})([挂学警领]?)(?![A-Za-z0-9Ａ-Ｚａ-ｚ０-９])"
)
_LONGEST = 12
_OF_AN_OFFICE = re.compile(
    "公务用?车|公车|执法(?:执勤)?用?车|机要通信|单位车辆|(?:处置|报废|闲置)车辆|车辆(?:处置|拍卖|转让)"
)
_HEADING = 400
"""Characters before a plate in which it is said that the cars are an office's."""
_PLATE = said(Kind.PLATE, Level.ERROR, "机动车号牌号码，公开前应当隐去")


def plate(text: str, start: int, end: int) -> Found | None:
    """A plate that begins at `start` with a province and a letter, which end at `end`."""
    rest = _REST.match(text, end, end + _LONGEST)
    before = text[start - 1 : start]
    if rest is None or (before.isascii() and before.isalnum()):
        return None
    number, mark = narrow(rest[1]), rest[2]
    if len(number) + bool(mark) < 5 or sum(each.isdigit() for each in number) < 2:
        return None
    if is_of_an_office(text, start):
        return None
    return found(start, rest.end(), _PLATE)


def is_of_an_office(text: str, end: int) -> bool:
    """Whether what stands before `end` says that the cars of an office are spoken of: their plates are public."""
    return _OF_AN_OFFICE.search(text, max(0, end - _HEADING), end) is not None

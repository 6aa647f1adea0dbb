"""Runs of digits, however they are divided, and which personal number each of them is."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongkai.proofreading.hits import Found
from gongkai.proofreading.personal.cards import card
from gongkai.proofreading.personal.characters import DASH, DIGIT, INVISIBLE, SPACE, narrow
from gongkai.proofreading.personal.context import Context
from gongkai.proofreading.personal.cues import Cue
from gongkai.proofreading.personal.identity import eighteen, fifteen
from gongkai.proofreading.personal.phones import has_area, landline, mobile

# Each quantifier is possessive and each part begins with another character: the search never goes back.
RUN = re.compile(
    f"[{DIGIT}](?:[{INVISIBLE}]*+(?:[{SPACE}{DASH}()（）]{{1,3}}+[{INVISIBLE}]*+)?+[{DIGIT}]){{9,}}+"
    f"(?:[{INVISIBLE}]*+[XxＸｘ])?+"
)
_GROUP = re.compile(f"[{DIGIT}](?:[{INVISIBLE}]*+[{DIGIT}])*+(?:[{INVISIBLE}]*+[XxＸｘ])?+")
_ADDRESS_OF_A_PAGE = re.compile(r"(?:://|www\.)[!-~]*$")
_PAGE_REACH = 200
_JOINING = frozenset("_=%&#?\\")
_LIST_OF_UNITS = "元 万 亿 人次 吨 千克 公斤 公里 平方 立方 亩 米 ％ % 股 ℃"
_UNITS = tuple(_LIST_OF_UNITS.split())
LONGEST = 19
MOST_GROUPS = 19
"""A number whose every digit stands alone."""


class Number(NamedTuple):
    """Digits (and a last X) as they count, and where they stand."""

    digits: str
    start: int
    end: int


SHAPES: dict[int, tuple[tuple[int, ...], ...]] = {
    3: ((3, 4, 4), (3, 8), (3, 3, 5)),
    4: (
        (4, 4, 4, 4, 3),
        (4, 4, 4, 4, 2),
        (4, 4, 4, 4, 1),
        (4, 4, 4, 4),
        (4, 7),
        (4, 8),
        (4, 3, 4),
        (4, 4, 4),
    ),
    6: ((6, 8, 4), (6, 4, 4, 4), (6, 12), (6, 13), (6, 6, 3), (6, 2, 2, 2, 3)),
    7: ((7, 4),),
    14: ((14, 4),),
    17: ((17, 1),),
}
"""How a divided number is divided, by the length of its first group."""


def find(context: Context) -> Iterator[Found]:
    """Identity, phone and card numbers, in order."""
    text = context.text
    for run in RUN.finditer(text):
        written = run[0]
        if written.isascii() and written.isalnum():
            hit = _classify(Number(written.upper(), run.start(), run.end()), context, False)
            if hit is not None:
                yield hit
        else:
            yield from _divided(written, run.start(), context)


def _divided(written: str, offset: int, context: Context) -> Iterator[Found]:
    """Each group alone if it is a number, else the groups that together have a known shape, else all."""
    groups = [
        Number(narrow(group[0]).upper(), group.start() + offset, group.end() + offset)
        for group in _GROUP.finditer(written)
    ]
    lengths = tuple(len(group.digits) for group in groups)
    at, any_found = 0, False
    while at < len(groups):
        hit, taken = _here(groups, lengths, at, context)
        at += taken
        if hit is not None:
            any_found = True
            yield hit
    if not any_found and 1 < len(groups) <= MOST_GROUPS and sum(lengths) <= LONGEST:
        hit = _classify(_joined(groups), context, True)
        if hit is not None:
            yield hit


def _here(
    groups: list[Number], lengths: tuple[int, ...], at: int, context: Context
) -> tuple[Found | None, int]:
    if lengths[at] >= 11:
        hit = _classify(groups[at], context, False)
        if hit is not None:
            return hit, 1
    for shape in SHAPES.get(lengths[at], ()):
        end = at + len(shape)
        if lengths[at:end] == shape and _stands_alone(groups, lengths, at, end, context):
            hit = _classify(_joined(groups[at:end]), context, True)
            if hit is not None:
                return hit, len(shape)
    return None, 1


def _stands_alone(
    groups: list[Number], lengths: tuple[int, ...], at: int, end: int, context: Context
) -> bool:
    """Figures in a row can look like a divided phone: there it counts only with a cue or among whole numbers."""
    if lengths[at] == 6 or lengths[at] >= 14 or groups[at].digits[0] == "0":
        return True
    others = lengths[:at] + lengths[end:]
    return all(each <= 2 or each >= 11 for each in others) or context.cue_of(groups[at].start) is not None


def _joined(groups: list[Number]) -> Number:
    return Number("".join(group.digits for group in groups), groups[0].start, groups[-1].end)


def _classify(number: Number, context: Context, divided: bool) -> Found | None:
    digits, start, end = number
    length = len(digits)
    if not 11 <= length <= LONGEST or not _is_whole(context.text, start, end):
        return None
    cue = context.cue_of(start)
    if cue is Cue.NUMBERING or digits in context.allowed:
        return None
    if digits[-1] == "X":
        return eighteen(digits, start, end, context.today, cue is Cue.IDENTITY) if length == 18 else None
    return _by_length(number, context, cue, divided)


def _by_length(number: Number, context: Context, cue: Cue | None, divided: bool) -> Found | None:
    digits, start, end = number
    length = len(digits)
    if length == 11 or (length == 13 and digits.startswith("86")):
        hit = mobile(digits, start, end, cue)
        if hit is not None:
            return hit
    if length <= 12:
        if has_area(digits) and (divided or cue is not None):
            return landline(start, end, cue, divided, context)
        return None
    if length == 18 or length == 15:
        recognise = eighteen if length == 18 else fifteen
        hit = recognise(digits, start, end, context.today, cue is Cue.IDENTITY)
        if hit is not None:
            return hit
    return card(digits, start, end, cue is Cue.CARD)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Not a part of a longer word, a decimal, an amount or a page's address."""
    after = text[end : end + 2]
    if after and (
        (after[0].isascii() and (after[0].isalnum() or after[0] == "_")) or after.startswith(_UNITS)
    ):
        return False
    if after[:1] == "." and after[1:2].isdigit():
        return False
    before = text[start - 1 : start]
    if not before or not before.isascii() or before == " ":
        return True
    if before.isalnum() or before in _JOINING or (before == "." and not _item(text, start)):
        return False
    if before == "-" and text[start - 2 : start - 1].isascii() and text[start - 2 : start - 1].isalpha():
        return False
    return before not in "/-:" or not _ADDRESS_OF_A_PAGE.search(text, max(0, start - _PAGE_REACH), start)


def _item(text: str, start: int) -> bool:
    """A number after the dot of a list: 1.138…; nothing but a short figure stands before the dot."""
    head = text[max(0, start - 4) : start - 1].rpartition("\n")[2].strip()
    return head.isdigit() and len(head) <= 2 and not head.startswith("0")

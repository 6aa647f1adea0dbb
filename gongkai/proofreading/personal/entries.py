"""Lists of persons without columns: a name opens an entry, behind it an identity, card or mobile number."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from gongkai.proofreading.hits import Found, Level
from gongkai.proofreading.lexicon.shipped import ordinary_words
from gongkai.proofreading.personal.context import Context
from gongkai.proofreading.personal.kinds import Kind, found, said
from gongkai.proofreading.personal.names import BEGINNINGS, is_name
from gongkai.proofreading.personal.people import is_public
from gongkai.proofreading.personal.surnames import GIVEN

_OPENING = re.compile(
    r"[ \u3000]*(?:[-*+•·] |\d{1,3}[.．、)）] ?|[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}[、是]|其[一二三四五]，)?"
    r"[ \u3000]*([\u4e00-\u9fa5]{2,4})([，,、：:（( \u3000\t])"
)
"""The mark of a list, a name and what divides it from the rest."""
_ENTRY_ENDS = re.compile("[；;\n]+[ \u3000]*")
_FIRST = BEGINNINGS | frozenset("-*+•·（(0123456789一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳其 \u3000")
"""With what an entry can begin."""
_IN_POST = re.compile(
    "主任|[局科股处所站校院队厅县镇乡区市部社班组]长|书记|委员|督学|干部|专干|专员|网格员|联络员|值班|带班|包联|负责|科员|医师|律师|教师"
)
"""Whoever is reached on a mobile in office."""
_PLACES = frozenset("村组镇乡湾沟寨庄营铺店坪坡塬社县市区路街")
LONGEST = 400
"""Characters of an entry."""
_LISTED = said(Kind.NAME, Level.DOUBT, "名单中与身份证号、电话或者银行卡号同列的姓名，公开前应当隐去")


class Entry:
    """A name that opens an entry, and what divides it from the rest."""

    def __init__(self, opening: re.Match[str]) -> None:
        self.start, self.end = opening.span(1)
        self.divider = opening[2]


def names(context: Context, numbers: list[Found]) -> list[Found]:
    """Names that open entries in which one of the numbers stands, and those of the entries after such a one. Entries
    stand in lines of their own, between semicolons or after what announces them; the numbers are in order."""
    text = context.text
    told: dict[int, Found] = {}
    end = 0
    for hit in numbers:
        line = text.rfind("\n", end, hit[0])
        if line >= 0 or not end:
            _tell(text, line + 1, hit, told)
        end = hit[1]
    for start in context.announced if numbers else ():
        place = bisect_left(numbers, (start,))
        number = numbers[place] if place < len(numbers) else None
        if number and number.start - start <= LONGEST and "\n" not in text[start : number.start]:
            _tell(text, start, number, told)
    return list(told.values())


def _tell(text: str, start: int, number: Found, told: dict[int, Found]) -> None:
    if text[start] not in _FIRST or start in told:
        return
    if number[3] == Kind.MOBILE and _IN_POST.search(text, start, number[0]):
        return
    opened = _entry(text, start)
    if opened is not None and opened.start not in told and not is_public(text, opened.end):
        for entry in (opened, *_following(text, opened)):
            told[entry.start] = found(entry.start, entry.end, _LISTED)


def _entry(text: str, start: int) -> Entry | None:
    opening = _OPENING.match(text, start)
    if opening is None or not _is_likely(opening[1]):
        return None
    return Entry(opening)


def _is_likely(name: str) -> bool:
    return (
        is_name(name)
        and name not in ordinary_words()
        and name[-1] not in _PLACES
        and not GIVEN.isdisjoint(name[1:])
    )


def _following(text: str, first: Entry) -> Iterator[Entry]:
    """Entries after the first, divided in the same way."""
    place = first.end
    while True:
        mark = _ENTRY_ENDS.search(text, place, place + LONGEST)
        entry = _entry(text, mark.end()) if mark else None
        if entry is None or entry.divider != first.divider:
            return
        yield entry
        place = entry.end

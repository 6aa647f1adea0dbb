"""Lists of persons without columns: a name opens an entry, behind it an identity, card or mobile number."""

import re
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
_ANNOUNCING = ("如下", "名单", "名册", "明细", "人员", "对象", "情况")
"""What a list is announced by in its first line: 明细如下：."""
_IN_POST = re.compile(
    "主任|[局科股处所站校院队厅县镇乡区市部社班组]长|书记|委员|督学|干部|专干|专员|网格员|联络员|值班|带班|包联|负责|科员|医师|律师|教师"
)
"""Whoever is reached on a mobile in office."""
_PLACES = frozenset("村组镇乡湾沟寨庄营铺店坪坡塬社县市区路街")
MOST, LONGEST = 500, 400
"""Entries of one list, characters of one."""
_LISTED = said(Kind.NAME, Level.DOUBT, "名单中与身份证号、电话或者银行卡号同列的姓名，公开前应当隐去")


class Entry:
    """A name that opens an entry, and what divides it from the rest."""

    def __init__(self, opening: re.Match[str]) -> None:
        self.start, self.end = opening.span(1)
        self.divider = opening[2]


def names(context: Context, numbers: list[Found]) -> list[Found]:
    """Names that open entries in which one of the numbers stands, and those of the entries after such a one. Entries
    stand in lines of their own, between semicolons or after a colon; the numbers are in order."""
    text = context.text
    told: dict[int, Found] = {}
    end = -1
    for hit in numbers:
        start = text.rfind("\n", max(end, 0), hit[0]) + 1
        if start or end < 0:
            if text[start] not in _FIRST:
                start = _after_announcement(text, start, hit[0])
            if text[start] in _FIRST and not (hit[3] == Kind.MOBILE and _IN_POST.search(text, start, hit[0])):
                _tell(text, start, told)
        end = hit[1]
    return list(told.values())


def _after_announcement(text: str, start: int, end: int) -> int:
    colon = text.find("：", start, end)
    return colon + 1 if text.endswith(_ANNOUNCING, start, max(colon, start)) else start


def _tell(text: str, start: int, told: dict[int, Found]) -> None:
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
    for _ in range(MOST):
        mark = _ENTRY_ENDS.search(text, place, place + LONGEST)
        entry = _entry(text, mark.end()) if mark else None
        if entry is None or entry.divider != first.divider:
            return
        yield entry
        place = entry.end

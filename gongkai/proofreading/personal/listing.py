"""Tables in plain text: a line of column heads, and below it lines with as many fields."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongkai.proofreading.personal.context import Context
from gongkai.proofreading.personal.cues import MEANINGS, Cue
from gongkai.proofreading.personal.grids import Cell, Told, header, told

_DIVIDERS = tuple(
    re.compile(divider)
    for divider in (r"[ ]*\t[ ]*", r"[ ]*\|[ ]*", r"[ ]*[,，][ ]*", r"[ \u3000]{2,}", r"[ \u3000]+")
)
_HEADS = (Cue.PERSON, Cue.CONTACT, Cue.IDENTITY, Cue.NUMBERING, Cue.GENERAL_PERSON, Cue.ANYBODY)
_IS_HEAD = tuple(cue in _HEADS for cue in MEANINGS)
_AROUND = frozenset("\t|,， \u3000\n")
_RULE = re.compile(r"[\s|:\-—－]*")
LONGEST_HEAD, LONGEST_ROW = 200, 1000


class Listing(NamedTuple):
    """A list between `start` and `end` of the text, head and rows; the rows told by their heads."""

    start: int
    end: int
    told: Told


def find(context: Context) -> Iterator[Listing]:
    """Lists in the text, in order."""
    text, done = context.text, 0
    for _, start, end in context.those(_IS_HEAD):
        if start >= done and text[end : end + 1] in _AROUND:
            line = _line(text, start)
            listing = _under(text, *line) if line else None
            done = listing.end if listing else line[1] if line else end
            if listing is not None:
                yield listing


def _line(text: str, place: int) -> Cell | None:
    """The line around `place`, if it is no longer than a head can be, no sentence, and another follows."""
    least = max(0, place - LONGEST_HEAD)
    start, end = text.rfind("\n", least, place) + 1, text.find("\n", place, place + LONGEST_HEAD)
    return None if end < 0 or (start == 0 and least > 0) or text.find("。", start, end) >= 0 else (start, end)


def _under(text: str, start: int, end: int) -> Listing | None:
    for divider in _DIVIDERS:
        head = fields(text, start, end, divider)
        if len(head) > 1 and header(text, [head]) == 0:
            rows = list(_rows(text, end + 1, len(head), divider))
            if rows:
                return Listing(start, rows[-1][-1][1], told(text, rows, head))
    return None


def _rows(text: str, start: int, count: int, divider: re.Pattern[str]) -> Iterator[list[Cell]]:
    while start < len(text):
        end = text.find("\n", start, start + LONGEST_ROW)
        end = end if end >= 0 else min(len(text), start + LONGEST_ROW)
        row = fields(text, start, end, divider)
        if len(row) == count:
            yield row
        elif not _RULE.fullmatch(text, start, end):
            return
        start = end + 1


def fields(text: str, start: int, end: int, divider: re.Pattern[str]) -> list[Cell]:
    """The places of a line's fields; a mark at the very beginning or end divides nothing."""
    cells, at = [], start
    for mark in divider.finditer(text, start, end):
        if mark.start() > start:
            cells.append((at, mark.start()))
        at = mark.end()
    return [*cells, (at, end)] if at < end else cells

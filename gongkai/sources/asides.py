"""Rows of a table that are no data: totals, notes under it, headings between groups, the header again."""

import re
from enum import StrEnum

from gongkai.sources.cells import plain
from gongkai.sources.headers import Block, Header
from gongkai.sources.workbook import Row

_TOTAL = re.compile(r".{0,8}(?:合计|总计|小计|共计|总数)[:(]?.{0,6}")
_SUBTOTAL = re.compile(r".*小计.*")
_NOTE = re.compile(r"(?:备注|附注|注|说明|要求|填表说明|填报说明)(?:\d*[:.、]|$).*")
_FOOT = re.compile(
    r"(?:填报人|填表人|制表人|制表|审核人|审核|负责人|主要负责人|联系人|联系电话|填报单位|制表单位|填报日期|填表日期|制表日期|报送日期|统计时间|截至|截止)"
    r"(?:\([^()]*\))?(?:[:].*|\d.*|$)"
)
_HEADING = re.compile(r"(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\)).{1,20}")


class Aside(StrEnum):
    TOTAL = "total"
    SUBTOTAL = "subtotal"
    NOTE = "note"
    SKIP = "skip"


def of(row: Row, block: Block, header: Header, groups: frozenset[str], wide: bool = False) -> Aside | None:
    """What kind of aside the block's part of the row is, None for data.

    A lone cell is a heading only when it is merged over the table (`wide`), names a group of the office or
    is numbered as a heading.
    """
    known = set(block.columns.values())
    words = [(index, plain(row[index])) for index in range(block.first, min(block.last + 1, len(row)))]
    written = [(index, word) for index, word in words if word]
    if not written:
        return Aside.SKIP
    for _, word in written[:3]:
        if _TOTAL.fullmatch(word):
            return Aside.SUBTOTAL if _SUBTOTAL.fullmatch(word) else Aside.TOTAL
    first = written[0][1]
    if _NOTE.fullmatch(first):
        return Aside.NOTE
    if not any(index in known for index, _ in written):  # numbered in advance, never filled in
        return Aside.SKIP
    lone = len(written) == 1
    if _FOOT.fullmatch(first) or (lone and (wide or first in groups or _HEADING.fullmatch(first))):
        return Aside.SKIP
    if all(index < len(header.paths) and word in header.paths[index] for index, word in written):
        return Aside.SKIP
    return None


def is_note_line(row: Row, block: Block) -> bool:
    """Below a note, a row of one cell goes on with the note."""
    return sum(1 for index in range(block.first, min(block.last + 1, len(row))) if plain(row[index])) <= 1

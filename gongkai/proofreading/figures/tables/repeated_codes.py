"""A number that each row has for itself and two rows share: one flat, HM2302, given to two households."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Columns, Grid
from gongkai.proofreading.hits import Hit, Level

LEAST, ROWS = 5, 500
"""Rows of a list that says anything, and of one that is looked at."""
_OWN = re.compile(r"房源|房号|门牌|车位|编号|证号|车牌|号牌|准考证|学号|工号|证书号|桩号")
_SHARED = re.compile(r"合同|文号|项目|标[段包]|批次|电话|手机|招标|采购|案号|公告|类|单位|父|上级")
_CODE = re.compile(r"(?=.*\d)[A-Za-z0-9一-龥—#-]{4,20}")


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """The one code that two rows have, where all other rows have each their own; no person is named."""
    for grid in grids:
        if grid.whole and LEAST <= len(grid.body) <= ROWS:
            for place, header in enumerate(grid.headers):
                if _OWN.search(header.name) and not _SHARED.search(header.name):
                    yield from _of_column(grid.columns, place)


def _of_column(columns: Columns, place: int) -> Iterator[Hit]:
    rows = columns.grid.body
    codes = Counter(row.cells[place].text for row in rows)
    (code, times), *_ = codes.most_common(1)
    if times != 2 or len(codes) != len(rows) - 1 or not all(map(_CODE.fullmatch, codes)):
        return
    first, second = (at for at, row in enumerate(rows) if row.cells[place].text == code)
    if [cell.text for cell in rows[first].cells[1:]] == [cell.text for cell in rows[second].cells[1:]]:
        return  # a row that is there twice
    reason = (
        f"{columns.grid.called}第{first + 1}行与第{second + 1}行的“{columns.name(place)}”同为{code}，"
        "其余各行互不相同"
    )
    spans = rows[second].cells[place].span, rows[first].cells[place].span
    yield hit(Kind.DUPLICATE, Level.DOUBT, code, reason, *spans)

"""Rows of a table that are there twice, or name the same thing twice with different numbers."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Columns, Grid, Row
from gongkai.proofreading.hits import Hit, Level

_PERSON = re.compile(r"姓名|户主|申请人|负责人|联系人|对象|人员|受助")
_DAY = re.compile(r"日期|时间")
"""Of these a header of single payments, of which one may follow another on one day."""
_REMARK = re.compile(r"备注|说明|是否|等次|结果|状态")
_CODE = re.compile(r"[证编考单账标]号|编码|代码|号码")
_OWN = re.compile(r"证号|身份证|证件|卡号|户号|学号|工号")
"""Of these a header of what no two persons share."""
_MASKED = re.compile(r"^[一-龥]{1,2}某{1,2}$")
"""A name of which so much is left out that two may have it."""
_DIGIT = re.compile(r"\d")
"""What tells two of one such name apart."""
MOST = 20
"""Of how many rows one may be there twice with other numbers; of more each thing has several rows."""


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """Rows that agree in every word; persons may share a name and are left out unless they are told apart, and so are
    rows each with a number of its own (准考证号)."""
    for grid in grids:
        columns = grid.columns
        key = _key(columns)
        if not key or _is_coded(columns):
            continue
        seen: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        for row in grid.body:
            told = tuple(row.cells[place].text for place in key)
            if all(told) and (_DIGIT.search("".join(told)) or not any(map(_MASKED.search, told))):
                seen[told].append(row)
        pairs = [pair for rows in seen.values() for pair in _pairs(columns, key, rows)]
        dated = any(_DAY.search(columns.name(place)) for place in key)
        pairs = [pair for pair in pairs if pair[2] or not dated]
        apart = sum(not same for _, _, same in pairs)
        for first, row, same in pairs:
            if same or apart <= max(1, len(grid.body) // MOST):
                yield _repeated([*key, *columns.numeric], first, row, same)


def _key(columns: Columns) -> list[int]:
    """The columns that say what a row is of; persons are known by a number of their own, not by a masked one."""
    key = [place for place in columns.texts if not _REMARK.search(columns.name(place))]
    if not any(_PERSON.search(columns.name(place)) for place in key):
        return key
    headers = enumerate(columns.grid.headers)
    own = [place for place, header in headers if _OWN.search(header.name)]
    masked = any("*" in row.cells[place].text for row in columns.grid.body for place in own)
    return [*key, *own] if own and not masked else []


def _is_coded(columns: Columns) -> bool:
    """Whether a column of codes has another in each row; 1, 2, 3 only count the rows."""
    for place, header in enumerate(columns.grid.headers):
        if _CODE.search(header.name):
            told = [row.cells[place].text for row in columns.grid.body]
            counted = told == [str(number) for number in range(1, len(told) + 1)]
            if len(set(told)) == len(told) and not counted:
                return True
    return False


def _pairs(columns: Columns, key: list[int], rows: list[Row]) -> Iterator[tuple[Row, Row, bool]]:
    """The first row and each that is called the same, and whether their numbers are the same."""
    first = rows[0]
    for row in rows[1:]:
        if row.cells[key[0]].span == first.cells[key[0]].span:
            continue  # one merged cell beside several rows
        same = all(row.cells[place].text == first.cells[place].text for place in columns.numeric)
        if same or columns.numeric:
            yield first, row, same


def _repeated(key: list[int], first: Row, row: Row, same: bool) -> Hit:
    said = "、".join(dict.fromkeys(cell.text for place in key if not (cell := first.cells[place]).amount))
    reason = f"“{said}”重复列了两行，" + ("各项数字相同" if same else "数字不一致")
    spans = [line.cells[place].span for line in (row, first) for place in key]
    return hit(Kind.DUPLICATE, Level.DOUBT, row.cells[key[0]].text, reason, *spans)

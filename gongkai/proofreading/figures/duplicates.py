"""Rows of a table that are there twice, or name the same thing twice with different numbers."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from gongkai.proofreading.figures.grid import Columns, Grid, Row
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.hits import Hit, Level

_PERSON = re.compile(r"姓名|户主|申请人|负责人|联系人|对象|人员|受助")
_REMARK = re.compile(r"备注|说明|是否|等次|结果|状态")


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """Rows that agree in every word; persons may share a name and are left out unless they are told apart."""
    for grid in grids:
        columns = grid.columns
        key = [place for place in columns.texts if not _REMARK.search(columns.name(place))]
        if not key or any(_PERSON.search(columns.name(place)) for place in key):
            continue
        seen: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        for row in grid.body:
            cells = [row.cells[place] for place in key]
            if all(each.text for each in cells):
                seen[tuple(each.text for each in cells)].append(row)
        for rows in seen.values():
            yield from _judged(columns, key, rows)


def _judged(columns: Columns, key: list[int], rows: list[Row]) -> Iterator[Hit]:
    first = rows[0]
    for row in rows[1:]:
        if row.cells[key[0]].span == first.cells[key[0]].span:
            continue  # one merged cell beside several rows
        same = all(row.cells[place].text == first.cells[place].text for place in columns.numeric)
        if not same and len(columns.numeric) == 0:
            continue
        yield _repeated([*key, *columns.numeric], first, row, same)


def _repeated(key: list[int], first: Row, row: Row, same: bool) -> Hit:
    said = "、".join(dict.fromkeys(cell.text for place in key if not (cell := first.cells[place]).amount))
    reason = f"“{said}”重复列了两行，" + ("各项数字相同" if same else "数字不一致")
    spans = [line.cells[place].span for line in (row, first) for place in key]
    return hit(Kind.DUPLICATE, Level.DOUBT, row.cells[key[0]].text, reason, *spans)

"""Columns of a table that nobody reads: told, so that no figure is lost or changed in silence."""

import re
from collections.abc import Iterator
from itertools import islice

from gongkai.sources import outcomes
from gongkai.sources.faults import Code
from gongkai.sources.headers import EXAMPLES, Layout, Path
from gongkai.sources.report import Report, shown
from gongkai.sources.workbook import Sheet

_EXPECTED = frozenset(
    ["序号", "编号", "备注", "说明", "附注", "名次", "排名", "联系人", "联系电话", "电话", "签字", "分管领导"]
)
_TELLING = re.compile("状态|结果|情况|撤|退|返工|逾期|超期|超时")
"""A header of a list that may say how a thing ended."""


def in_counts(layout: Layout, _: Sheet, report: Report) -> None:
    """A warning for each column with a header that the form does not know, save those that are never figures."""
    for index, path in _unused(layout):
        if path[-1] not in _EXPECTED and not path[-1].endswith(("率", "比", "占比")):
            _tell(index, path, "", layout, report)


def in_list(layout: Layout, sheet: Sheet, report: Report) -> None:
    """A list has many columns that no figure needs; a warning only for one that may say how a thing ended,
    by its header or by what stands in it: read past, a withdrawn order would count as closed."""
    unused = dict(_unused(layout))
    found = {index for index, path in unused.items() if _TELLING.search("".join(path))}
    told = dict.fromkeys(found, "") | _told(layout, sheet, set(unused) - found)
    for index in sorted(told):
        _tell(index, unused[index], told[index], layout, report)


def _unused(layout: Layout) -> Iterator[tuple[int, Path]]:
    used = {index for block in layout.blocks for index in block.columns.values()}
    return ((index, path) for index, path in enumerate(layout.header.paths) if path and index not in used)


def _told(layout: Layout, sheet: Sheet, columns: set[int]) -> dict[int, str]:
    """Column → the first word in it that names an outcome, where the form asks for one."""
    if not any(field.name == "state" for field in layout.form.fields):
        return {}
    found: dict[int, str] = {}
    for row in islice(sheet.rows(), layout.header.bottom + 1, None):
        for index in columns:
            value = row[index]
            if isinstance(value, str) and value.strip() in outcomes.TOLD:
                found.setdefault(index, shown(value))
    return found


def _tell(index: int, path: Path, word: str, layout: Layout, report: Report) -> None:
    report.row, report.columns, report.cells = report.header, {"unused": index}, []
    holds = f"，其中有“{word}”" if word else ""
    advice = f"如果这一列应当导入，请对照{EXAMPLES}修改列名"
    if layout.form.events:
        state = next((field.label for field in layout.form.fields if field.name == "state"), "")
        advice = f"如果这一列写的是{state}，请把列名改为“{state}”" if state else advice
    report.warning("unused", Code.COLUMN_IGNORED, f"没有用到“{''.join(path)}”列{holds}", advice)

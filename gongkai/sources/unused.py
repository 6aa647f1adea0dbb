"""Columns of a table that nobody reads: told, so that no figure is lost or changed in silence."""

import re
from collections.abc import Iterator
from operator import itemgetter

from gongkai.sources import outcomes
from gongkai.sources.faults import Code
from gongkai.sources.headers import EXAMPLES, Layout, Path
from gongkai.sources.report import Report, shown
from gongkai.sources.workbook import Numbered

_EXPECTED = frozenset(
    ["序号", "编号", "备注", "说明", "附注", "名次", "排名", "联系人", "联系电话", "电话", "签字", "分管领导"]
)
_TELLING = re.compile("状态|结果|情况|撤|退|返工|逾期|超期|超时")
"""A header of a list that may say how a thing ended."""
_SPOKEN = frozenset(form for word in outcomes.TOLD for form in (word, f"{word} ", f" {word}"))
"""The words that name an outcome, as cells hold them."""


def in_counts(layout: Layout, report: Report) -> None:
    """A warning for each column with a header that the form does not know, save those that are never figures."""
    for index, path in _unused(layout):
        if path[-1] not in _EXPECTED and not path[-1].endswith(("率", "比", "占比")):
            _tell(index, path, "", layout, report)


class InList:
    """The unread columns of a list. It has many that no figure needs; told are those that may say how a thing
    ended, by their header or by what stands in them: read past, a withdrawn order would count as closed."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._unused = dict(_unused(layout))
        self._told = {index: "" for index, path in self._unused.items() if _TELLING.search("".join(path))}

    def listened(self, rows: Numbered) -> Numbered:
        """The rows as they pass, with an ear for a word that names an outcome, where the form asks for one."""
        columns = [index for index in self._unused if index not in self._told]
        if columns and any(field.name == "state" for field in self._layout.form.fields):
            return self._heard(rows, columns)
        return rows

    def _heard(self, rows: Numbered, columns: list[int]) -> Numbered:
        pick = itemgetter(*columns, columns[0])  # two at least, so that it gives a tuple
        for number, cells in rows:
            if not _SPOKEN.isdisjoint(pick(cells)):
                for index in columns:
                    if cells[index] in _SPOKEN:
                        self._told.setdefault(index, shown(cells[index]))
            yield number, cells

    def tell(self, report: Report) -> None:
        """A warning for each column found."""
        for index in sorted(self._told):
            _tell(index, self._unused[index], self._told[index], self._layout, report)


def _unused(layout: Layout) -> Iterator[tuple[int, Path]]:
    used = {index for block in layout.blocks for index in block.columns.values()}
    return ((index, path) for index, path in enumerate(layout.header.paths) if path and index not in used)


def _tell(index: int, path: Path, word: str, layout: Layout, report: Report) -> None:
    report.row, report.columns, report.cells = report.header, {"unused": index}, []
    holds = f"，其中有“{word}”" if word else ""
    advice = f"如果这一列应当导入，请对照{EXAMPLES}修改列名"
    if layout.form.events:
        state = next((field.label for field in layout.form.fields if field.name == "state"), "")
        advice = f"如果这一列写的是{state}，请把列名改为“{state}”" if state else advice
    report.warning("unused", Code.COLUMN_IGNORED, f"没有用到“{''.join(path)}”列{holds}", advice)

"""A value named once for several rows: merged over them, or blank below."""

from collections import defaultdict

from gongkai.sources.cells import plain
from gongkai.sources.faults import Code
from gongkai.sources.fields import Blank, Takes
from gongkai.sources.forms import Form
from gongkai.sources.headers import Block, Header
from gongkai.sources.report import Report
from gongkai.sources.workbook import Merge, Row, Sheet, Value


class Filling:
    """Fills a row's blanks from above where the form or a merge says so."""

    def __init__(self, form: Form, header: Header, block: Block, sheet: Sheet) -> None:
        self._above = {
            block.columns[field.name]
            for field in form.fields
            if field.blank is Blank.ABOVE and field.name in block.columns
        }
        self._merged: defaultdict[int, set[int]] = defaultdict(set)
        for merge in _down(sheet, header, block):
            for row in range(merge.top + 1, merge.bottom + 1):
                self._merged[row + 1].add(merge.left)
        self._last: dict[int, Value] = {}
        self._watched = self._above | set().union(*self._merged.values())

    def __bool__(self) -> bool:
        return bool(self._watched)

    def __call__(self, number: int, cells: Row) -> Row:
        """The row itself, or a filled copy; `number` counts from 1."""
        filled = cells
        merged = self._merged.get(number, ())
        for index in self._watched:
            if plain(cells[index]):
                self._last[index] = cells[index]
            elif index in self._last and (index in merged or index in self._above):
                filled = list(cells) if filled is cells else filled
                filled[index] = self._last[index]
        return filled


def refuse_merged_counts(form: Form, header: Header, block: Block, sheet: Sheet, report: Report) -> None:
    """A number merged over several rows cannot be shared out: an error for each."""
    counts = {field.name for field in form.fields if field.takes in (Takes.COUNT, Takes.POINTS)}
    counted = {block.columns[key]: key for key in block.columns if key in counts or key in block.series}
    for merge in _down(sheet, header, block):
        if merge.left in counted:
            report.row, report.cells, report.columns = merge.top + 1, [], block.columns
            report.error(
                counted[merge.left],
                Code.MERGED_COUNT,
                f"“{form.label(counted[merge.left])}”合并了第 {merge.top + 1} 至 {merge.bottom + 1} 行，"
                "无法判断各行是多少",
                "请取消合并，逐行填写",
            )


def _down(sheet: Sheet, header: Header, block: Block) -> list[Merge]:
    """Merges within one column of the block's data."""
    return [
        merge
        for merge in sheet.merges
        if merge.top > header.bottom
        and merge.left == merge.right
        and merge.bottom > merge.top
        and block.first <= merge.left <= block.last
    ]

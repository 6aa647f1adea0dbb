"""Totals rows: what the table says its rows add up to, against what they do."""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import Any, NamedTuple

from gongkai.sources.asides import Aside
from gongkai.sources.faults import CellFault, Code, Unsure
from gongkai.sources.fields import Takes
from gongkai.sources.forms import Form
from gongkai.sources.headers import Block
from gongkai.sources.report import Report
from gongkai.sources.workbook import Row

Sums = Counter[Hashable]


class Stated(NamedTuple):
    """A totals row, with the sums of its section and of everything above it."""

    row: int
    cells: Row
    columns: Mapping[Hashable, int]
    values: dict[Hashable, int]
    section: Sums
    so_far: Sums
    aside: Aside


class Totals:
    """Adds up a sheet's counts as written, rows that stand twice included, for so its clerk added them."""

    def __init__(self, form: Form, report: Report) -> None:
        self._form = form
        self._report = report
        self._fields = [field for field in form.fields if field.takes is Takes.COUNT]
        self._series = form.series if form.series and form.series.values.takes is Takes.COUNT else None
        self._all: Sums = Counter()
        self._section: Sums = Counter()
        self._stated: list[Stated] = []

    def add(self, row: Any) -> None:
        for sums in (self._all, self._section):
            for field in self._fields:
                sums[field.name] += getattr(row, field.name) or 0
            if self._series:
                sums.update(getattr(row, self._series.name))

    def state(self, block: Block, aside: Aside) -> None:
        """Note the totals row that the report stands at."""
        cells = self._report.cells
        values: dict[Hashable, int] = {}
        for key, index in block.columns.items():
            field = next((field for field in self._fields if field.name == key), None)
            if field is None and self._series and key in block.series:
                field = self._series.values
            if field is None:
                continue
            try:
                value = self._report.desk.reader(field)[cells[index]] if str(cells[index]).strip() else None
            except (CellFault, Unsure) as fault:
                if isinstance(fault, CellFault):
                    self._report.refuse(key, fault)
                continue
            if value is not None:
                values[key] = value
        self._stated.append(
            Stated(self._report.row, cells, block.columns, values, self._section, self._all.copy(), aside)
        )
        self._section = Counter()

    def check(self) -> None:
        """Compare each totals row, once all rows are read; one above its rows is compared with them all.

        A sheet with other errors is not compared: rows are missing from the sums.
        """
        if self._report.errors:
            return
        for stated in self._stated:
            for key, value in stated.values.items():
                expected = (stated.section if stated.aside is Aside.SUBTOTAL else self._all)[key]
                if value not in (stated.section[key], stated.so_far[key], self._all[key]):
                    self._mismatch(stated, key, value, expected)

    def _mismatch(self, stated: Stated, key: Hashable, value: int, expected: int) -> None:
        self._report.row, self._report.cells = stated.row, stated.cells
        self._report.columns = stated.columns
        self._report.error(
            key,
            Code.TOTAL_MISMATCH,
            f"“{self._form.label(key)}”的合计为 {value}，各行相加为 {expected}，两者不符",
            "请核对各行和合计，改正后重新导入",
        )

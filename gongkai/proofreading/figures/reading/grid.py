"""A table as the checks read it: rows told apart, and what its columns hold."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from gongkai.proofreading.figures.reading.cells import Amount, Cell
from gongkai.proofreading.hits import Span

MOSTLY = 0.8
"""Share of a column's cells that must be numbers, blanks left out."""
_SERIAL = re.compile(r"^(?:序号|编号|序|No\.?|NO\.?|行次|代码|编码)$")
_RANK = re.compile(r"名次|排名|位次|排序|排位|次序")
_RATE = re.compile(r"率$|[^对之]比$|率（|占比|比例|比重|百分比|%|增幅|同比|环比")
_NOT_ADDED = re.compile(
    r"均|单价|标准|年度|年份|年限|年龄|频次|电话|号码|邮编|编号|代码|基准|上限|下限|指数|系数|星级|等级|第几"
)
_UNIT = re.compile(r"(?<!计量)(?<!计分)单位|部门|镇街|乡镇|街道|责任主体|主体|机构|^[镇乡村]名?$|^社区$")


class RowKind(Enum):
    BODY = "body"
    TOTAL = "total"
    SUBTOTAL = "subtotal"
    OTHER = "other"


class Row(NamedTuple):
    kind: RowKind
    cells: tuple[Cell, ...]


class Header(NamedTuple):
    """A column's name, what stands above it, and its place. 加减分 over 新闻动态 is a group."""

    name: str
    group: str
    span: Span | None


@dataclass(frozen=True)
class Grid:
    """A table with as many cells in every row as it has headers; `unit` is told above it (单位：万元). Where it is not
    `whole`, rows may be missing or were left out because their cells could not be told apart: a row may be held
    against itself, a column not."""

    title: str
    title_span: Span | None
    annex: int | None
    headers: tuple[Header, ...]
    rows: tuple[Row, ...]
    whole: bool = True
    unit: str = ""

    @cached_property
    def body(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.kind is RowKind.BODY)

    @cached_property
    def columns(self) -> "Columns":
        return Columns(self)

    @property
    def called(self) -> str:
        """How a reason names the table."""
        return f"附件{self.annex}" if self.annex else f"《{self.title}》" if self.title else "表格"


@dataclass(frozen=True)
class Columns:
    """The columns of a grid by what they hold, as places in its rows."""

    grid: Grid

    def name(self, place: int) -> str:
        return self.grid.headers[place].name

    @cached_property
    def numeric(self) -> tuple[int, ...]:
        """Columns of numbers, serial numbers left out."""
        return tuple(
            place
            for place in range(len(self.grid.headers))
            if not self.is_serial(place) and self._is_numeric(place)
        )

    @cached_property
    def texts(self) -> tuple[int, ...]:
        """Columns of words."""
        return tuple(
            place
            for place in range(len(self.grid.headers))
            if not self.is_serial(place)
            and not self._is_numeric(place)
            and any(row.cells[place].text for row in self.grid.body)
        )

    @cached_property
    def label(self) -> int | None:
        """The column that names the rows: that of units where there is one, else the first of words."""
        units = [place for place in self.texts if _UNIT.search(self.name(place))]
        return next(iter((*units, *self.texts)), None)

    @cached_property
    def units(self) -> int | None:
        """The column of units; None where the rows are of something else."""
        return next((place for place in self.texts if _UNIT.search(self.name(place))), None)

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """Columns whose numbers may be added."""
        usable = (place for place in self.numeric if not self.is_rate(place) and self._is_added(place))
        return tuple(place for place in usable if len(self.units_of(place)) <= 1)

    @cached_property
    def rates(self) -> tuple[int, ...]:
        return tuple(place for place in self.numeric if self.is_rate(place))

    @cached_property
    def sums(self) -> dict[int, Decimal]:
        """What the body's numbers of each column of numbers make."""
        return {
            place: sum((each.value for each in self.amounts(place)), Decimal(0)) for place in self.numeric
        }

    @cached_property
    def ranks(self) -> tuple[int, ...]:
        return tuple(place for place in self.numeric if _RANK.search(self.name(place)))

    def is_rate(self, place: int) -> bool:
        return place in self._shares

    def is_serial(self, place: int) -> bool:
        return _SERIAL.match(self.name(place)) is not None

    def amounts(self, place: int, rows: Iterable[Row] | None = None) -> list[Amount]:
        """The numbers of a column."""
        body = self.grid.body if rows is None else rows
        return [found for row in body if (found := row.cells[place].amount)]

    def units_of(self, place: int) -> frozenset[str]:
        """The units that stand beside a column's numbers: 45台 and 60套 are not added."""
        return frozenset(each.unit for each in self.amounts(place) if each.unit)

    def label_of(self, row: Row) -> str:
        return row.cells[self.label].text if self.label is not None else ""

    def value(self, cell: Cell) -> Decimal | None:
        """A number, 0 for a blank, None for words."""
        if cell.amount:
            return cell.amount.value
        return Decimal(0) if cell.blank else None

    @cached_property
    def _shares(self) -> frozenset[int]:
        """Columns whose name says that they are rates, or whose numbers stand mostly with %."""
        found = set()
        for place in range(len(self.grid.headers)):
            cells = self.amounts(place)
            printed = bool(cells) and sum(each.percent for each in cells) > len(cells) / 2
            if printed or _RATE.search(self.name(place)):
                found.add(place)
        return frozenset(found)

    @cached_property
    def plain_shares(self) -> frozenset[int]:
        """Columns of shares such as 0.909, without %."""
        return frozenset(
            place
            for place in self.rates
            if all(not each.percent and abs(each.value) <= 1 for each in self.amounts(place))
        )

    def _is_added(self, place: int) -> bool:
        return not _RANK.search(self.name(place)) and not _NOT_ADDED.search(self.name(place))

    def _is_numeric(self, place: int) -> bool:
        filled = [row.cells[place] for row in self.grid.body if not row.cells[place].blank]
        found = sum(each.amount is not None for each in filled)
        return found > 0 and found >= MOSTLY * len(filled)

"""Monthly grids for offices that keep counts: a row a unit, or a unit's column, account or outlet; a cell a
month. A blank cell is not handed in; a 0 is a zero that somebody vouches for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from gongkai.measures.facts import (
    KIND_LABELS,
    SUBJECTS,
    Adoption,
    ColumnUpdate,
    Fact,
    Post,
    Precision,
    Submission,
)
from gongkai.office.pack import Account, Office
from gongkai.sources import cells
from gongkai.sources.entry import SHEET, digest, nothing
from gongkai.sources.faults import CellFault, Code, Fault, Severity, letter
from gongkai.sources.layouts import SheetLayout
from gongkai.sources.reading import Reading, SheetReading
from gongkai.sources.registry import UnknownKind
from gongkai.terms import Period

MOST = 100_000
"""A month's count above this is a slip of the pen."""


class GridRow(NamedTuple):
    """The head of a row: the unit, and its column, account (name·platform) or outlet, "" for none."""

    unit: str
    subject: str = ""


class GridMonth(NamedTuple):
    """The head of a column; `key` is 2021-10, `end` the last day of the month that lies in the period."""

    key: str
    label: str
    end: date


class GridCell(NamedTuple):
    """A cell, by the names of its row and column."""

    unit: str
    subject: str
    month: str


Filled = Mapping[GridCell, str]


def grid_rows(kind: str, office: Office, period: Period) -> tuple[GridRow, ...]:
    """The rows of the kind's grid in register order. Raises UnknownKind for a kind that has none."""
    if kind not in GRIDS:
        titles = "、".join(KIND_LABELS[each] for each in GRIDS)
        raise UnknownKind(f"“{KIND_LABELS.get(kind, kind)}”没有按月录入的表格，可选：{titles}")
    return tuple(dict.fromkeys(GRIDS[kind].rows(office, period)))


def grid_months(period: Period) -> tuple[GridMonth, ...]:
    """The columns of every grid."""
    return tuple(
        GridMonth(f"{month.start:%Y-%m}", f"{month.start.year}年{month.start.month}月", month.end)
        for month in period.months()
    )


def grid_facts(kind: str, filled: Filled, *, office: Office, period: Period) -> Reading:
    """The filled cells as facts known to the month; every cell that holds no count is a fault in its place:
    rows count from 1, columns as letters with the heads of the row first. Raises UnknownKind.
    """
    rows = {row: number for number, row in enumerate(grid_rows(kind, office, period), 1)}
    grid = _Grid(kind, rows, {month.key: month for month in grid_months(period)})
    grid.read(filled)
    layout = SheetLayout(SHEET, kind, adjustable=False, reason="按月录入的表格，不需要对应列名")
    sheet = SheetReading(SHEET, kind, grid.facts, grid.faults, [], layout)
    typed = sorted([*cell, text] for cell, text in filled.items())
    return Reading(SHEET, digest([kind, period.code, *typed]), (sheet,))


def letters(months: Iterable[GridMonth], has_subject: bool) -> dict[str, str]:
    """The letter that names a month's column in a fault → the month's key; the heads of a row stand first."""
    return {letter(place): month.key for place, month in enumerate(months, 2 if has_subject else 1)}


def grid_filled(kind: str, facts: Iterable[Fact]) -> dict[GridCell, int]:
    """What stored facts fill into the grid: those known to the month."""
    subject = SUBJECTS.get(kind)
    return {
        GridCell(fact.unit, getattr(fact, subject) if subject else "", f"{fact.day:%Y-%m}"): fact.quantity
        for fact in facts
        if fact.precision == Precision.MONTH
    }


class _Grid:
    """One grid being read."""

    def __init__(self, kind: str, rows: Mapping[GridRow, int], months: Mapping[str, GridMonth]) -> None:
        self.facts: list[Fact] = []
        self.faults: list[Fault] = []
        self._kind = kind
        self._rows = rows
        self._months = months
        self._columns = {key: name for name, key in letters(months.values(), kind in SUBJECTS).items()}

    def read(self, filled: Filled) -> None:
        """Row by row, month by month; then what is in no row or month of the grid."""
        for row, month in ((row, month) for row in self._rows for month in self._months):
            text = filled.get(GridCell(*row, month), "")
            if text.strip():
                self._cell(row, month, text)
        for cell, text in filled.items():
            if text.strip() and (GridRow(*cell[:2]) not in self._rows or cell.month not in self._months):
                self._refuse_stray(cell, text)
        if not self.facts and not self.faults:
            self.faults.append(nothing("没有填写任何数量"))

    def _cell(self, row: GridRow, month: str, text: str) -> None:
        try:
            count = cells.count(text)
            if count is not None and count > MOST:
                advice = "请核对是否多录了数字"
                raise CellFault(Code.COUNT_ABSURD, f"一个月超过 {MOST:,} 条，明显不合理", advice)
        except CellFault as fault:
            where = "·".join(filter(None, (row.unit, row.subject, self._months[month].label)))
            place = SHEET, self._rows[row], self._columns[month], text
            reason = f"（{where}）{fault.reason}"
            self.faults.append(Fault(*place, reason, fault.suggestion, Severity.ERROR, fault.code))
            return
        if count is not None:
            self.facts.append(GRIDS[self._kind].fact(row, self._months[month], count, self._rows[row]))

    def _refuse_stray(self, cell: GridCell, text: str) -> None:
        where = "·".join(filter(None, cell))
        advice = "名册或期间可能已经调整，请刷新页面后重新填写"
        fault = Fault(
            SHEET, 0, "", text, f"（{where}）不在本期表格中", advice, Severity.ERROR, Code.NOT_IN_GRID
        )
        self.faults.append(fault)


def _submission(row: GridRow, month: GridMonth, count: int, number: int) -> Fact:
    key = f"{row.unit}|{month.key}"
    return Submission(row.unit, month.end, Precision.MONTH, count, "", 0, key, SHEET, number)


def _adoption(row: GridRow, month: GridMonth, count: int, number: int) -> Fact:
    key = f"{row.unit}|{row.subject}|{month.key}"
    return Adoption(row.unit, month.end, Precision.MONTH, count, row.subject, "", key, SHEET, number)


def _update(row: GridRow, month: GridMonth, count: int, number: int) -> Fact:
    key = f"{row.subject}|{row.unit}|{month.key}"
    return ColumnUpdate(row.unit, month.end, Precision.MONTH, count, row.subject, "", key, SHEET, number)


def _posts(row: GridRow, month: GridMonth, count: int, number: int) -> Fact:
    """Posts of one's own: a count that says no more is taken for original, as in a table of counts."""
    key = f"{row.subject}|{month.key}"
    return Post(row.unit, month.end, Precision.MONTH, count, row.subject, "", count, key, SHEET, number)


def _of_units(office: Office, period: Period) -> Iterator[GridRow]:
    return (GridRow(unit.name) for unit in office.units)


def _of_outlets(office: Office, period: Period) -> Iterator[GridRow]:
    return (GridRow(unit.name, outlet.name) for unit in office.units for outlet in office.outlets)


def _of_columns(office: Office, period: Period) -> Iterator[GridRow]:
    return (
        GridRow(unit, column.name)
        for column in office.columns
        for duty in column.duties
        for unit in duty.units
    )


def _of_accounts(office: Office, period: Period) -> Iterator[GridRow]:
    return (GridRow(each.unit, each.key) for each in office.accounts if _stood(each, period))


def _stood(account: Account, period: Period) -> bool:
    """Whether the account was open on a day of the period; dates are ISO text, "" for not known."""
    return account.opened <= period.end.isoformat() and (
        not account.cancelled or account.cancelled >= period.start.isoformat()
    )


class _Kind(NamedTuple):
    """A grid: its rows, and the fact of a cell — that which a spreadsheet of monthly counts would give."""

    rows: Callable[[Office, Period], Iterator[GridRow]]
    fact: Callable[[GridRow, GridMonth, int, int], Fact]


GRIDS: dict[str, _Kind] = {
    "submissions": _Kind(_of_units, _submission),
    "adoptions": _Kind(_of_outlets, _adoption),
    "columns": _Kind(_of_columns, _update),
    "posts": _Kind(_of_accounts, _posts),
}
"""Kind → its grid. Messages and orders have none: a count does not say what was in time."""

"""栏目更新: column × month, each cell with its number, its colour and its mark."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from gongkai.web.charts import frame, states
from gongkai.web.charts.chart import Chart, ChartTable, Spec, TableColumn
from gongkai.web.charts.palette import PALETTE
from gongkai.web.charts.states import Cell, Look

TITLE = "栏目更新情况"
AXIS = 24
TOP = states.LEGEND + AXIS
NARROWEST_CELL = 34


class ColumnState(Enum):
    """How a month of a column stands. BLANK: nothing in all the months judged (blank is not stale).
    UNJUDGED: no window of the duty ends in the period. UNREAD: nobody handed anything in."""

    MET = Look("达标", fill=PALETTE.primary_tint)
    SHORT = Look("未达频次", "▽", PALETTE.warning_tint, bold=True)
    BLANK = Look("空白栏目", "空", PALETTE.warning, PALETTE.paper, bold=True)
    EXEMPT = Look("经批准免更新", "免", letters=PALETTE.muted)
    UNJUDGED = Look("本期不考核", "○", letters=PALETTE.muted)
    UNREAD = Look("未提供数据", "？", letters=PALETTE.ink)

    @property
    def look(self) -> Look:
        """How the state is drawn."""
        look: Look = self.value
        return look


STATES = tuple(ColumnState)
FAILED = {ColumnState.SHORT, ColumnState.BLANK}


class ColumnMonth(NamedTuple):
    """A month of a column; `items` None where what was published is not known by month."""

    items: int | None
    state: ColumnState

    @property
    def text(self) -> str:
        """The number and the mark: 4, 1▽, 空, 免, ？."""
        if self.state in (ColumnState.BLANK, ColumnState.UNREAD) or (
            self.state is ColumnState.EXEMPT and not self.items
        ):
            return self.state.look.mark
        return f"{'—' if self.items is None else self.items}{self.state.look.mark}"


class ColumnRow(NamedTuple):
    """A column and one of its responsible units, with a cell for each month of the period."""

    column: str
    unit: str
    frequency: str
    months: tuple[ColumnMonth, ...]


def columns(rows: Sequence[ColumnRow], months: Sequence[str]) -> Chart:
    """The strip of `rows` in the order given over `months` (10月, 11月, 12月).

    Raises ValueError where a row has not one cell for each month.
    """
    for row in rows:
        if len(row.months) != len(months):
            raise ValueError(
                f"栏目“{row.column}”（{row.unit}）有{len(row.months)}个月的数，应为{len(months)}个月"
            )
    note = _note(rows)
    left, right = _names_room(rows), frame.room(row.frequency for row in rows)
    return Chart(
        title=TITLE,
        spec=_spec(rows, months, note),
        table=_table(rows, months),
        note=note,
        height=TOP + len(rows) * _row_height(rows) + frame.GAP,
        least_width=left + right + 4 * frame.GAP + len(months) * NARROWEST_CELL,
    )


def _spec(rows: Sequence[ColumnRow], months: Sequence[str], note: str) -> Spec:
    return {
        **frame.base(f"{TITLE}。{note}"),
        "grid": {
            "top": TOP,
            "bottom": frame.GAP,
            "left": _names_room(rows) + 3 * frame.GAP,
            "right": frame.room(row.frequency for row in rows) + 2 * frame.GAP,
        },
        "xAxis": {
            "type": "category",
            "data": list(months),
            "position": "top",
            "axisTick": {"show": False},
            "axisLine": {"show": False},
            "axisLabel": {"color": PALETTE.muted, "interval": 0},
        },
        "yAxis": _name_axes(rows),
        **states.heat_map([state.look for state in STATES], _cells(rows, months)),
    }


def _name_axes(rows: Sequence[ColumnRow]) -> list[Spec]:
    """Units next to the cells, columns to their left, frequencies to the right."""
    units = [row.unit for row in rows]
    bare: Spec = {"axisLine": {"show": False}}
    beside = frame.room(units) + 2 * frame.GAP
    return [
        frame.names_axis(units, **bare),
        frame.names_axis([row.column for row in rows], position="left", offset=beside, **bare),
        frame.names_axis([row.frequency for row in rows], position="right", **bare),
    ]


def _names_room(rows: Sequence[ColumnRow]) -> int:
    return frame.room(row.unit for row in rows) + frame.room(row.column for row in rows) + 2 * frame.GAP


def _row_height(rows: Sequence[ColumnRow]) -> int:
    return frame.row_height(name for row in rows for name in (row.column, row.unit, row.frequency))


def _cells(rows: Sequence[ColumnRow], months: Sequence[str]) -> list[Cell]:
    return [
        Cell((across, down), month.state.look, month.items, month.text, _told(row, name, month))
        for down, row in enumerate(rows)
        for across, (name, month) in enumerate(zip(months, row.months, strict=True))
    ]


def _told(row: ColumnRow, name: str, month: ColumnMonth) -> tuple[str, ...]:
    items = "更新数不分月" if month.items is None else f"更新{month.items}条"
    told = f"{name}{items}，{month.state.look.label}"
    return f"{row.column}（{row.unit}）", told, f"更新频次 {row.frequency}"


def _table(rows: Sequence[ColumnRow], months: Sequence[str]) -> ChartTable:
    names = (TableColumn("栏目"), TableColumn("保障单位"), TableColumn("更新频次"))
    counts = (TableColumn(f"{month}（条）", number=True) for month in months)
    return ChartTable(
        (*names, *counts, TableColumn("情况")),
        tuple(
            (
                row.column,
                row.unit,
                row.frequency,
                *(month.items for month in row.months),
                _verdict(row, months),
            )
            for row in rows
        ),
    )


def _verdict(row: ColumnRow, months: Sequence[str]) -> str:
    """The states of a row in words: 达标, 10月、12月未达频次, 空白栏目."""
    by_state: dict[ColumnState, list[str]] = {}
    for name, month in zip(months, row.months, strict=True):
        by_state.setdefault(month.state, []).append(name)
    if len(by_state) == 1:
        return next(iter(by_state)).look.label
    told = (state for state in STATES if state in by_state and state is not ColumnState.MET)
    return "；".join(f"{'、'.join(by_state[state])}{state.look.label}" for state in told)


def _note(rows: Sequence[ColumnRow]) -> str:
    """How many duties fell short."""
    if not rows:
        return "本期没有可显示的栏目。"
    found = [{month.state for month in row.months} for row in rows]
    failed, blank = sum(bool(one & FAILED) for one in found), sum(ColumnState.BLANK in one for one in found)
    return f"每行是一个栏目的一个保障单位，共{len(rows)}行：{failed}行未达频次，其中空白栏目{blank}行。格内为当月更新条数。"

"""The columns a unit keeps, month by month, before anything is assessed: counts without a verdict."""

from collections import defaultdict
from typing import NamedTuple

from gongkai.measures.facts import Precision
from gongkai.office.pack import Office
from gongkai.records import standings
from gongkai.web import acting, standing
from gongkai.web.gate import OfficeRequest


class ColumnLine(NamedTuple):
    """A column, how often it is due, its items month by month, those of no month, and its warning if any."""

    column: str
    frequency: str
    months: tuple[int, ...]
    undated: int
    state: str
    mark: str


class ColumnTable(NamedTuple):
    """`months` are the heads; `undated` whether any count is of the whole period."""

    months: tuple[str, ...]
    lines: tuple[ColumnLine, ...]
    undated: bool


def table(request: OfficeRequest, office: Office, unit: str) -> ColumnTable:
    """Every column that the unit is responsible for, in the order of the register."""
    months = request.period.months()
    found = _items(request, unit)
    urgent_last = reversed(standing.warnings(request, unit))
    warned = {one.subject: one for one in urgent_last if one.kind == "columns"}
    lines = []
    for column in office.columns:
        frequencies = [duty.frequency for duty in column.duties if unit in duty.units]
        if frequencies:
            items, warning = found[column.name], warned.get(column.name)
            state, mark = (warning.state.value, standing.MARKS[warning.state]) if warning else ("", "")
            counts = tuple(items.get(month.code, 0) for month in months)
            lines.append(
                ColumnLine(column.name, "、".join(frequencies), counts, items.get("", 0), state, mark)
            )
    heads = tuple(month.label.partition("年")[2] for month in months)
    return ColumnTable(heads, tuple(lines), any(line.undated for line in lines))


def _items(request: OfficeRequest, unit: str) -> dict[str, dict[str, int]]:
    """Column → month → items; "" for those of which only the period is known."""
    items: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    today = acting.today()
    for one in standings.counts(request.office, request.period, today, kinds=("columns",), unit=unit):
        month = "" if one.precision == Precision.PERIOD else f"{one.day:%Y-%m}"
        items[one.subject][month] += one.quantity
    return items

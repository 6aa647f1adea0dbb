"""栏目更新: 栏目名称 更新频次 保障单位 and a column a month; months that missed their frequency are flagged."""

from collections.abc import Iterable, Iterator

from gongkai.notice import wording
from gongkai.notice.annexes import cells
from gongkai.notice.annexes.cells import Row
from gongkai.notice.figures import Scope
from gongkai.notice.material import Material
from gongkai.notice.plan import Table, TableColumn
from gongkai.office.pack import Annex
from gongkai.terms import Period

Duty = tuple[str, str, str]
"""(column, unit, frequency)"""


def table(material: Material, annex: Annex) -> Table:
    """Every duty in register order, then what was published without one. A column 合计 stands at the end
    where some items are not known by month."""
    months = [month.code for month in material.period.months()]
    duties = list(_duties(material, annex))
    with_total = any(not _known(material, column, unit, months) for column, unit, _ in duties)
    columns = (*_header(material.period), *((cells.column("合计"),) if with_total else ()))
    rows = [_row(material, duty, months, with_total) for duty in duties]
    return Table(annex.table, columns, tuple(rows), cells.totals(columns, rows))


def _header(period: Period) -> tuple[TableColumn, ...]:
    months = (cells.column(wording.short_period(month)) for month in period.months())
    return (
        cells.column("栏目名称", width=2.8),
        cells.column("更新频次", width=1.3),
        cells.column("保障单位", width=2.2),
        *months,
    )


def _duties(material: Material, annex: Annex) -> Iterator[Duty]:
    members = material.group(annex.group) if annex.group else None
    seen: set[tuple[str, str]] = set()
    for duty in (*_registered(material), *_published(material)):
        if duty[:2] not in seen and (members is None or duty[1] in members):
            seen.add(duty[:2])
            yield duty


def _registered(material: Material) -> Iterable[Duty]:
    return (
        (column.name, unit, duty.frequency)
        for column in material.office.columns
        for duty in column.duties
        for unit in duty.units
    )


def _published(material: Material) -> Iterable[Duty]:
    figures = material.figures.of("columns.total")
    return ((figure.item, figure.unit, "—") for figure in figures if figure.value)


def _known(material: Material, column: str, unit: str, months: list[str]) -> bool:
    """Whether the months add up to the total."""
    total = material.figures.one("columns.total", unit, column)
    updates = [material.figures.one("columns.updates", unit, column, month) for month in months]
    return (total.value or 0 if total else 0) == sum(one.value or 0 for one in updates if one)


def _row(material: Material, duty: Duty, months: list[str], with_total: bool) -> Row:
    column, unit, frequency = duty
    missed = _missed(material, column, unit)
    row = (
        cells.text(column),
        cells.text(frequency),
        cells.unit(unit),
        *(
            cells.figure(
                "columns.updates",
                _updates(material, duty, month),
                unit,
                column,
                month,
                flagged=month in missed,
            )
            for month in months
        ),
    )
    if not with_total:
        return row
    total = material.figures.one("columns.total", unit, column)
    return (*row, cells.figure("columns.total", total.value if total else 0, unit, column))


def _updates(material: Material, duty: Duty, month: str) -> int | None:
    """The items of a month: 0 where the column has none at all, None where they are not known by month."""
    column, unit, _ = duty
    figure = material.figures.one("columns.updates", unit, column, month)
    if figure is not None:
        return figure.value
    total = material.figures.one("columns.total", unit, column)
    return None if total and total.value else 0


def _missed(material: Material, column: str, unit: str) -> set[str]:
    """The months of the windows in which the column fell short."""
    judged = material.figures.of("columns.window", Scope([unit], column))
    short = [Period.parse(figure.window) for figure in judged if figure.met is False]
    return {month.code for window in short for month in window.months()}

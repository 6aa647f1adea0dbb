"""12345工单: 序号 承办单位 承办件 按期办结件 超时办结件 返工件 按期办结率.

What the rate divides by is the office's choice. By 承办件 the withdrawn orders count as closed on time, as
千阳 published (城关镇 22, 20, 2, 90.9%); by 应办结 two columns show how 应办结 comes from 承办件.
"""

from typing import NamedTuple

from gongkai.notice.annexes import cells
from gongkai.notice.annexes.cells import Row
from gongkai.notice.figures import Scope
from gongkai.notice.material import Material
from gongkai.notice.plan import Table, TableColumn
from gongkai.office.pack import Annex, Denominator
from gongkai.terms import Rate


class Way(NamedTuple):
    """How an office counts: the columns between 承办件 and 超时办结件, and the rate."""

    columns: tuple[tuple[str, str], ...]
    rate: str


WAYS = {
    Denominator.HANDLED: Way(
        (("承办件", "orders.handled"), ("按期办结件", "orders.on_time+orders.withdrawn")),
        "orders.handled_rate",
    ),
    Denominator.DUE: Way(
        (
            ("承办件", "orders.handled"),
            ("自主撤单", "orders.withdrawn"),
            ("应办结", "orders.due"),
            ("按期办结件", "orders.on_time"),
        ),
        "orders.on_time_rate",
    ),
}
REST = (("超时办结件", "orders.late"), ("返工件", "orders.redone"))


def table(material: Material, annex: Annex) -> Table:
    """Every unit that handled an order, the busiest first."""
    way = WAYS[material.office.rules.orders.denominator]
    handled = material.figures.by_unit("orders.handled", material.scope(group=annex.group))
    order = material.in_order(unit for unit, number in handled.items() if number)
    units = sorted(order, key=lambda unit: -handled[unit])
    columns = _columns(way)
    rows = [_row(material, way, unit, number) for number, unit in enumerate(units, 1)]
    return Table(annex.table, columns, tuple(rows), _totals(material, way, columns, rows, units))


def _columns(way: Way) -> tuple[TableColumn, ...]:
    counts = (cells.column(label) for label, _ in (*way.columns, *REST))
    return (
        cells.column("序号", width=0.6),
        cells.column("承办单位", width=2.4),
        *counts,
        cells.column("按期办结率", width=1.2),
    )


def _row(material: Material, way: Way, unit: str, number: int) -> Row:
    scope = Scope([unit])
    late = material.figures.total("orders.late", scope) > 0
    return (
        cells.serial(number),
        cells.unit(unit, flagged=late),
        *(
            cells.figure(
                measure,
                material.figures.total(measure, scope),
                unit,
                flagged=late and measure == "orders.late",
            )
            for _, measure in (*way.columns, *REST)
        ),
        cells.share(_rate(material, way, scope), way.rate, [unit], flagged=late),
    )


def _totals(
    material: Material, way: Way, columns: tuple[TableColumn, ...], rows: list[Row], units: list[str]
) -> Row:
    if not rows:
        return ()
    sums = cells.totals(columns, rows)
    return (*sums[:-1], cells.share(_rate(material, way, Scope(units)), way.rate, units))


def _rate(material: Material, way: Way, scope: Scope) -> Rate:
    rules = material.office.rules.orders
    return Rate(*material.figures.parts(way.rate, scope), rules.places, rules.rounding)

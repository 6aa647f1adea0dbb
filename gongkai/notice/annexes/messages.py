"""网民留言: 单位 承办数量 办结数量 逾期数量, blank where none is late, as published; late ones are flagged."""

from gongkai.notice.annexes import cells
from gongkai.notice.material import Material
from gongkai.notice.plan import Table
from gongkai.office.pack import Annex

COLUMNS = (
    cells.column("单位", width=2.4),
    cells.column("承办数量"),
    cells.column("办结数量"),
    cells.column("逾期数量"),
)


def table(material: Material, annex: Annex) -> Table:
    """Every unit that handled a message, in register order."""
    scope = material.scope(group=annex.group)
    handled = material.figures.by_unit("messages.handled", scope)
    closed = material.figures.by_unit("messages.closed", scope)
    late = material.figures.by_unit("messages.late", scope)
    rows = [
        (
            cells.unit(unit, flagged=bool(late.get(unit))),
            cells.figure("messages.handled", handled[unit], unit),
            cells.figure("messages.closed", closed.get(unit, 0), unit),
            cells.figure(
                "messages.late", late.get(unit, 0), unit, flagged=bool(late.get(unit)), blank_zero=True
            ),
        )
        for unit in material.in_order(unit for unit, number in handled.items() if number)
    ]
    return Table(annex.table, COLUMNS, tuple(rows), cells.totals(COLUMNS, rows))

"""信息报送: 单位 应报 实报 网站采用; a unit that submitted nothing is flagged."""

from gongkai.notice.annexes import cells
from gongkai.notice.material import Material
from gongkai.notice.plan import Table
from gongkai.office.pack import Annex

COLUMNS = (
    cells.column("单位", width=2.4),
    cells.column("应报"),
    cells.column("实报"),
    cells.column("网站采用"),
)


def table(material: Material, annex: Annex) -> Table:
    """Every unit with a quota or with items, in register order."""
    scope = material.scope(group=annex.group)
    quotas = material.figures.by_unit("submissions.quota", scope)
    submitted = material.figures.by_unit("submissions.submitted", scope)
    adopted = material.figures.by_unit("adoptions.own", scope)
    zero = material.figures.by_unit("submissions.zero", scope)
    concerned = [unit for unit in submitted if unit in quotas or submitted[unit]]
    rows = [
        (
            cells.unit(unit, flagged=bool(zero.get(unit))),
            cells.figure("submissions.quota", quotas.get(unit), unit),
            cells.figure("submissions.submitted", submitted.get(unit, 0), unit, flagged=bool(zero.get(unit))),
            cells.figure("adoptions.own", adopted.get(unit, 0), unit),
        )
        for unit in material.in_order([*quotas, *concerned, *adopted])
    ]
    return Table(annex.table, COLUMNS, tuple(rows), cells.totals(COLUMNS, rows))

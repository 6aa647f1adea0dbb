"""信息报送: what each unit submitted against what it owed."""

import ibis

from gongkai.measures.long import NOTHING, ZERO, figure, unpivot


def figures(tables: dict[str, ibis.Table]) -> ibis.Table:
    """Figures of every unit that owes submissions or made some; one that owes and made none shows 0."""
    rows = ibis.union(_sent(tables), _owed(tables))
    wide = rows.group_by("unit").agg(
        quota=rows.quota.max(), submitted=rows.submitted.sum(), late=rows.late.sum()
    )
    owes = wide.quota > 0
    return unpivot(
        wide,
        figure("submissions.submitted", wide.submitted, target=wide.quota, met=wide.submitted >= wide.quota),
        figure("submissions.quota", wide.quota),
        figure("submissions.short", (wide.quota - wide.submitted).clip(lower=0)),
        figure("submissions.zero", ibis.cases((owes, wide.submitted == 0), (wide.quota == 0, False))),
        figure("submissions.late", wide.late),
    )


def _sent(tables: dict[str, ibis.Table]) -> ibis.Table:
    facts = tables["submissions"]
    return facts.select("unit", quota=NOTHING, submitted="quantity", late="late")


def _owed(tables: dict[str, ibis.Table]) -> ibis.Table:
    units = tables["units"]
    return units.filter(units.quota.notnull()).select("unit", "quota", submitted=ZERO, late=ZERO)

"""信息采用: which outlet took how much, and what share of what was submitted the own site took."""

import ibis

from gongkai.measures.long import ZERO, figure, unpivot


def figures(tables: dict[str, ibis.Table]) -> ibis.Table:
    """Adoptions by outlet, and the own site's share for every unit that submitted, owes or was adopted."""
    taken = _taken(tables)
    by_outlet = unpivot(taken, figure("adoptions.adopted", taken.adopted, item=taken.outlet))
    return ibis.union(by_outlet, _share(tables, taken))


def _taken(tables: dict[str, ibis.Table]) -> ibis.Table:
    """Items by unit and outlet; an outlet that is not in the register is not the own site."""
    facts, outlets = tables["adoptions"], tables["outlets"]
    taken = facts.group_by("unit", "outlet").agg(adopted=facts.quantity.sum())
    joined = taken.left_join(outlets, "outlet")
    return joined.select("unit", "outlet", "adopted", own=ibis.ifelse(joined.own, joined.adopted, ZERO))


def _share(tables: dict[str, ibis.Table], taken: ibis.Table) -> ibis.Table:
    units, facts = tables["units"], tables["submissions"]
    owed = units.filter(units.quota.notnull()).select("unit", own=ZERO, submitted=ZERO)
    sent = facts.select("unit", own=ZERO, submitted="quantity")
    rows = ibis.union(taken.select("unit", own="own", submitted=ZERO), sent, owed)
    wide = rows.group_by("unit").agg(own=rows.own.sum(), submitted=rows.submitted.sum())
    return unpivot(
        wide,
        figure("adoptions.own", wide.own),
        figure("adoptions.rate", numerator=wide.own, denominator=wide.submitted),
    )

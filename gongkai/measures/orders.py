"""12345工单: handled, withdrawn, due, in time, and how the callbacks went."""

import ibis

from gongkai.measures.deadlines import judged
from gongkai.measures.facts import Outcome
from gongkai.measures.long import figure, unpivot

COUNTS = ("quantity", "redone", "returned", "satisfied", "dissatisfied")


def figures(tables: dict[str, ibis.Table]) -> ibis.Table:
    """Figures of every unit that had an order, and its orders by type.

    Withdrawn orders are in 承办件 and not in 应办结 (千阳 2022年二季度: 391 = 331 + 60); neither are those
    that are open and not yet due.
    """
    facts = judged("orders", tables)
    # no measure goes back to the orders: what is left has a row for each unit, type and outcome
    counted = facts.group_by("unit", "type", "outcome").agg(**{name: facts[name].sum() for name in COUNTS})
    return ibis.union(_by_unit(counted), _by_type(counted))


def _by_unit(counted: ibis.Table) -> ibis.Table:
    wide = counted.group_by("unit").agg(
        handled=counted.quantity.sum(),
        withdrawn=_count(counted, Outcome.WITHDRAWN),
        open=_count(counted, Outcome.OPEN),
        on_time=_count(counted, Outcome.ON_TIME),
        late=_count(counted, Outcome.LATE, Outcome.LATE_OPEN),
        **{name: counted[name].sum() for name in COUNTS[1:]},
    )
    due = wide.handled - wide.withdrawn - wide.open
    return unpivot(
        wide,
        figure("orders.handled", wide.handled),
        figure("orders.withdrawn", wide.withdrawn),
        figure("orders.open", wide.open),
        figure("orders.due", due),
        figure("orders.on_time", wide.on_time),
        figure("orders.late", wide.late),
        figure("orders.redone", wide.redone),
        figure("orders.returned", wide.returned),
        figure("orders.satisfied", wide.satisfied),
        figure("orders.dissatisfied", wide.dissatisfied),
        figure("orders.on_time_rate", numerator=wide.on_time, denominator=due),
        figure("orders.handled_rate", numerator=wide.on_time + wide.withdrawn, denominator=wide.handled),
        figure(
            "orders.satisfaction_rate",
            numerator=wide.satisfied,
            denominator=wide.satisfied + wide.dissatisfied,
        ),
    )


def _by_type(counted: ibis.Table) -> ibis.Table:
    typed = counted.filter(counted.type != "")
    wide = typed.group_by("unit", "type").agg(handled=typed.quantity.sum())
    return unpivot(wide, figure("orders.by_type", wide.handled, item=wide.type))


def _count(counted: ibis.Table, *outcomes: Outcome) -> ibis.Value:
    among = counted.outcome.isin([outcome.value for outcome in outcomes])
    return counted.quantity.sum(where=among).coalesce(0)

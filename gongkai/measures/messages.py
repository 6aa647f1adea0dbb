"""网民留言、信箱来信、舆情: how many came, how many were closed, and how many in time."""

import ibis

from gongkai.measures.deadlines import judged
from gongkai.measures.facts import Outcome
from gongkai.measures.long import figure, unpivot


def figures(tables: dict[str, ibis.Table]) -> ibis.Table:
    """Figures of every unit that had a message. One that is open and not yet due is not due."""
    facts = judged("messages", tables)
    wide = facts.group_by("unit").agg(
        handled=facts.quantity.sum(),
        on_time=_count(facts, Outcome.ON_TIME),
        closed_late=_count(facts, Outcome.LATE),
        overdue=_count(facts, Outcome.LATE_OPEN),
    )
    late = wide.closed_late + wide.overdue
    due = wide.on_time + late
    return unpivot(
        wide,
        figure("messages.handled", wide.handled),
        figure("messages.closed", wide.on_time + wide.closed_late),
        figure("messages.due", due),
        figure("messages.on_time", wide.on_time),
        figure("messages.late", late),
        figure("messages.on_time_rate", numerator=wide.on_time, denominator=due),
    )


def _count(facts: ibis.Table, outcome: Outcome) -> ibis.Value:
    return facts.quantity.sum(where=facts.outcome == outcome.value).coalesce(0)

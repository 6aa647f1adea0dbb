"""Of what there are facts at all: tells a zero that was handed in from one that nobody handed in."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from gongkai.measures.facts import SUBJECTS, Precision

if TYPE_CHECKING:
    import ibis

OWED = {
    "submissions": "submissions.submitted",
    "columns": "columns.window",
    "posts": "posts.original",
}
"""Kind of facts that a unit owes, whether or not there are any → the measure that judges it by a target."""


class Presence(NamedTuple):
    """There are facts of `kind` about `unit` and `item` (column, account, "" for the unit as a whole), known
    to `precision`; `day` is the last day of the month where that is a month, None else."""

    kind: str
    unit: str
    item: str
    precision: str
    day: date | None


def presence(tables: "dict[str, ibis.Table]") -> "ibis.Table":
    """Every `Presence` among the facts of the kinds in `OWED`, once, in no order.

    Messages and orders are judged only where there are some: their tables, the largest, are not read.
    """
    import ibis

    return ibis.union(*(_of_kind(kind, tables[kind]) for kind in OWED))


def _of_kind(kind: str, facts: "ibis.Table") -> "ibis.Table":
    import ibis

    of_month = facts.precision == Precision.MONTH.value
    return (
        facts.select(
            "unit",
            "precision",
            kind=ibis.literal(kind),
            item=facts[SUBJECTS[kind]] if kind in SUBJECTS else ibis.literal(""),
            day=ibis.cases((of_month, facts.day)),
        )
        .distinct()
        .select(*Presence._fields)
    )

"""How a message or work order stands when nobody has said so: its dates against its time limit.

Statutory working days are joined, not counted: a day carries the number of working days passed, so a
limit of n working days ends on the first day whose number is n more than that of the day received.
"""

import ibis

from gongkai.measures.facts import Outcome


def judged(kind: str, tables: dict[str, ibis.Table]) -> ibis.Table:
    """The facts of `kind` (messages or orders) with every `outcome` filled in.

    An outcome that the source gives stands. Else: closed by the due day is on time, closed after it is
    late; still open it is late once the due day lies in the period. The due day is the one given, or
    the day received plus the limit of its type, or of every type without one. Where neither is known
    there is no day to be late by.
    """
    facts = tables[kind]
    deadlines = _deadlines(kind, tables)
    # a row that needs no deadline carries no day into the join: null meets nothing and costs nothing
    unknown = (facts.outcome == Outcome.BY_DATES.value) & facts.due.isnull()
    limited = facts.mutate(
        limit=ibis.ifelse(facts.type.isin(_types(kind, tables)), facts.type, ""),
        received=ibis.ifelse(unknown, facts.day, None),
    )
    joined = limited.left_join(deadlines, ["limit", "received"])
    period = tables["period"]
    return joined.mutate(
        outcome=_outcome(joined, joined.due.coalesce(joined.deadline), period.end.as_scalar())
    )


def _outcome(facts: ibis.Table, due: ibis.Value, end: ibis.Value) -> ibis.Value:
    return ibis.cases(
        (facts.outcome != Outcome.BY_DATES.value, facts.outcome),
        (facts.closed > due, Outcome.LATE.value),
        (facts.closed.notnull(), Outcome.ON_TIME.value),
        (due <= end, Outcome.LATE_OPEN.value),
        else_=Outcome.OPEN.value,
    )


def _types(kind: str, tables: dict[str, ibis.Table]) -> ibis.Value:
    limits = tables["limits"]
    return limits.filter(limits.kind == kind).type


def _deadlines(kind: str, tables: dict[str, ibis.Table]) -> ibis.Table:
    """The last day in time for every type with a limit and every day something may be received on."""
    limits, days = tables["limits"], tables["days"]
    reached = days.group_by("number").agg(first=days.day.min())
    each = limits.filter(limits.kind == kind).cross_join(days.select(received="day", passed="number"))
    by_number = each.mutate(number=each.passed + each.days).left_join(reached, "number")
    in_calendar_days = by_number.received + by_number.days.as_interval("D")
    deadlines = by_number.select(
        "received",
        limit="type",
        deadline=ibis.ifelse(by_number.working, by_number["first"], in_calendar_days),
    )
    # a type that was given two limits has the longer one, and its facts still meet one row
    return deadlines.group_by("limit", "received").agg(deadline=deadlines.deadline.max())

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
    said = facts.filter(facts.outcome != Outcome.BY_DATES.value)
    unsaid = facts.filter(facts.outcome == Outcome.BY_DATES.value)
    # two readings, each of its own rows: where every outcome is given, no deadline is looked up
    return ibis.union(said, _by_dates(kind, unsaid, tables).select(facts.columns))


def _by_dates(kind: str, facts: ibis.Table, tables: dict[str, ibis.Table]) -> ibis.Table:
    limits = tables["limits"]
    limited = limits.filter(limits.kind == kind).type
    typed = facts.mutate(limit=ibis.ifelse(facts.type.isin(limited), facts.type, ""), received="day")
    joined = typed.left_join(_deadlines(kind, tables), ["limit", "received"])
    due = joined.due.coalesce(joined.deadline)
    return joined.mutate(outcome=_outcome(joined.closed, due, tables["period"].end.as_scalar()))


def _outcome(closed: ibis.Value, due: ibis.Value, end: ibis.Value) -> ibis.Value:
    return ibis.cases(
        (closed > due, Outcome.LATE.value),
        (closed.notnull(), Outcome.ON_TIME.value),
        (due <= end, Outcome.LATE_OPEN.value),
        else_=Outcome.OPEN.value,
    )


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

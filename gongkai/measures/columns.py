"""栏目更新: what each responsible unit published in its columns, and the windows it missed.

A frequency is n items in a window; a shared column is judged for each responsible unit by itself
(通报 practice: both are named). A fact may be known only by month or by period; a window shorter than
what is known of its items is not judged: nobody is named on a guess.
"""

import ibis

from gongkai.measures.facts import Precision
from gongkai.measures.long import NOTHING, ZERO, figure, unpivot

DUTY = ["unit", "column"]


def figures(tables: dict[str, ibis.Table]) -> ibis.Table:
    """Updates by month, totals, judged windows, and the windows missed of every column and unit."""
    items = _items(tables)
    pairs = ibis.union(tables["duties"].select(*DUTY), items.select(*DUTY), distinct=True)
    return ibis.union(
        _updates(tables["months"], pairs, items),
        _totals(pairs, items),
        *_judged(tables["windows"], items),
    )


def _items(tables: dict[str, ibis.Table]) -> ibis.Table:
    """Items with the first and last day on which they may have been published."""
    facts = tables["columns"]
    counted = facts.group_by(*DUTY, "day", "precision").agg(quantity=facts.quantity.sum())
    rows = counted.cross_join(tables["period"].select(opening="start", closing="end"))
    of_month, of_period = rows.precision == Precision.MONTH.value, rows.precision == Precision.PERIOD.value
    month_start = ibis.date(rows.day.year(), rows.day.month(), 1)
    return rows.select(
        *DUTY,
        "quantity",
        earliest=ibis.cases(
            (of_month, ibis.greatest(month_start, rows.opening)), (of_period, rows.opening), else_=rows.day
        ),
        latest=ibis.cases(
            (of_month, ibis.least(rows.day, rows.closing)), (of_period, rows.closing), else_=rows.day
        ),
    )


def _within(windows: ibis.Table, items: ibis.Table) -> ibis.Table:
    """`windows` (unit, column, window, start, end, least) with the items `inside` each of them, and those
    `astride` its ends, of which nobody knows whether they belong to it."""
    joined = windows.left_join(items, [*DUTY, items.earliest <= windows.end, items.latest >= windows.start])
    inside = (joined.earliest >= joined.start) & (joined.latest <= joined.end)
    return joined.group_by(*DUTY, "window", "least").agg(
        inside=joined.quantity.sum(where=inside).coalesce(0),
        astride=joined.quantity.sum(where=~inside).coalesce(0),
    )


def _updates(months: ibis.Table, pairs: ibis.Table, items: ibis.Table) -> ibis.Table:
    windows = pairs.cross_join(months).select(*DUTY, "start", "end", window="month", least=NOTHING)
    counted = _within(windows, items)
    known = ibis.cases((counted.astride == 0, counted.inside))
    return unpivot(counted, figure("columns.updates", known, item=counted.column, window=counted.window))


def _totals(pairs: ibis.Table, items: ibis.Table) -> ibis.Table:
    rows = ibis.union(items.select(*DUTY, "quantity"), pairs.mutate(quantity=ZERO))
    totals = rows.group_by(*DUTY).agg(total=rows.quantity.sum())
    return unpivot(totals, figure("columns.total", totals.total, item=totals.column))


def _judged(windows: ibis.Table, items: ibis.Table) -> tuple[ibis.Table, ibis.Table]:
    counted = _within(windows, items)
    enough = counted.inside >= counted.least
    judged = counted.mutate(met=ibis.cases((enough, True), (counted.astride == 0, False)))
    by_window = unpivot(
        judged,
        figure(
            "columns.window",
            judged.inside,
            item=judged.column,
            window=judged.window,
            target=judged.least,
            met=judged.met,
        ),
    )
    missed = judged.group_by(*DUTY).agg(
        short=judged.count(where=~judged.met), any=(judged.inside + judged.astride).sum()
    )
    by_column = unpivot(
        missed,
        figure("columns.short", missed.short, item=missed.column),
        figure("columns.blank", missed.any == 0, item=missed.column),
    )
    return by_window, by_column

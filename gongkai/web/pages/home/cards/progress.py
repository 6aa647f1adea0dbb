"""How far the period is, line by line of business."""

from collections.abc import Iterable, Iterator

from gongkai.assessment.progress import Done
from gongkai.measures.facts import FACTS, KIND_LABELS
from gongkai.records import calendars
from gongkai.terms import Rate
from gongkai.web import acting, standing
from gongkai.web.charts import progress
from gongkai.web.charts.progress import Business
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.home.cards.card import Card, Place
from gongkai.workflows.rights import Action, can

COUNTERS = {"submissions": "条", "columns": "个时段", "messages": "件", "orders": "件", "posts": "条"}


def card(request: OfficeRequest) -> Card | None:
    """For whoever sees facts, of a period that has begun."""
    if not can(request.actor, Action.FACTS_SEE):
        return None
    found = tuple(lines(standing.progress(request)))
    if not found:
        return None
    chart = progress.of_period(found, elapsed(request))
    return Card(Place.STANDING, "本期进度", "trending-up", chart=chart)


def lines(found: Iterable[Done]) -> Iterator[Business]:
    """Done of due in each kind, added up over units."""
    sums: dict[str, tuple[int, int]] = {}
    for one in found:
        done, due = sums.get(one.kind, (0, 0))
        sums[one.kind] = done + one.done, due + one.due
    for kind in FACTS:
        if kind in sums:
            yield Business(KIND_LABELS[kind], *sums[kind], COUNTERS[kind])


def elapsed(request: OfficeRequest) -> Rate | None:
    """The working days gone of those of the period, None once it is over."""
    today, period = acting.today(), request.period
    if today > period.end:
        return None
    calendar = calendars.of(request.office)
    return Rate(calendar.count(period.start, today).days, calendar.count(period.start, period.end).days)

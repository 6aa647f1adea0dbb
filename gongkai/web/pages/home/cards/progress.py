"""How far the period is, line by line of business: drawn as plain bars, so that the first page loads no chart."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gongkai.assessment.progress import Done
from gongkai.measures.facts import FACTS, KIND_LABELS
from gongkai.records import calendars
from gongkai.terms import Rate
from gongkai.web import acting, standing
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.home.cards.card import Bar, Card, Place
from gongkai.workflows.rights import Action, can

COUNTERS = {"submissions": "条", "columns": "个时段", "messages": "件", "orders": "件", "posts": "条"}


class Business(NamedTuple):
    """A line of business: `done` of `due` duties, counted in `counter` (条, 个时段, 件)."""

    label: str
    done: int
    due: int
    counter: str

    @property
    def rate(self) -> Rate:
        """Done of due; — where nothing is due."""
        return Rate(self.done, self.due)

    def behind(self, elapsed: Rate | None) -> bool:
        """Whether less of it is done than of the period is over; in a period that is over nothing is."""
        return elapsed is not None and self.done * elapsed.denominator < self.due * elapsed.numerator


def card(request: OfficeRequest) -> Card | None:
    """For whoever sees facts, of a period that has begun."""
    if not can(request.actor, Action.FACTS_SEE):
        return None
    gone = elapsed(request)
    bars = tuple(
        Bar(
            one.label,
            one.done,
            one.due,
            f"{one.done}/{one.due}{one.counter}",
            str(one.rate),
            one.behind(gone),
        )
        for one in lines(standing.progress(request))
    )
    return Card(Place.STANDING, "本期进度", "trending-up", bars=bars, note=_note(gone)) if bars else None


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


def _note(gone: Rate | None) -> str:
    if gone is None:
        return "本期已结束。超出应完成数的部分不计。"
    return f"本期{gone.denominator}个工作日已过{gone.numerator}个。超出应完成数的部分不计。"

"""The assessment of the period: how far it is, and for a unit its own draft to look through."""

from django.urls import reverse

from gongkai.records import assessments, readers
from gongkai.records.assessments import Seen
from gongkai.terms import chinese_date
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.home.cards.card import Card, Line, Link, Place, place_of
from gongkai.workflows.assessments import State
from gongkai.workflows.rights import Action, can


def card(request: OfficeRequest) -> Card | None:
    """For the office the state of the newest assessment; for a unit the draft shown to it."""
    if not can(request.actor, Action.ASSESSMENTS_SEE):
        return None
    seen = assessments.seen(request.office, request.period.code, request.actor.roles)
    if seen is None:
        return _to_begin(request)
    if seen.state is State.PUBLISHED:
        return None
    return _of_unit(request, seen) if request.own_unit else _of_office(request, seen)


def _to_begin(request: OfficeRequest) -> Card | None:
    """A period that is over and has data is to be assessed."""
    if not can(request.actor, Action.ASSESSMENTS_RUN) or request.period.end >= acting.today():
        return None
    if request.period not in readers.periods(request.office):
        return None
    link = reverse("assessments", args=[request.office.key, request.period])
    line = Line(f"{request.period.label}考核", link, "待考核", "due", "数据导入齐了，就可以考核")
    return Card(place_of(request, mine=True), "考核结果", "scale", (line,), links=(Link("开展考核", link),))


def _of_office(request: OfficeRequest, seen: Seen) -> Card:
    link = reverse("assessments", args=[request.office.key, request.period])
    until = seen.publication.objections_until if seen.publication else None
    over = seen.state is State.SHOWN and until is not None and until < acting.today()
    action = Action.ASSESSMENTS_PUBLISH if over else Action.ASSESSMENTS_SHOW
    waiting = seen.state is State.SHOWN and not over
    mine = not waiting and can(request.actor, action)
    told = f"{request.period.label}考核结果（第{seen.row.number}版）"
    note = f"单位核对至{chinese_date(until)}" if until else "送单位核对后才能发布"
    line = Line(
        told, link, "核对期满、待发布" if over else seen.state.label, "due" if mine else "muted", note
    )
    return Card(place_of(request, mine=mine), "考核结果", "scale", (line,), links=(Link("考核", link),))


def _of_unit(request: OfficeRequest, seen: Seen) -> Card:
    """The head says that there is no objection, the liaison looks through it as well."""
    unit, until = request.own_unit, seen.publication.objections_until if seen.publication else None
    confirmed = unit in assessments.confirmations(seen.row)
    link = reverse("scorecard", args=[request.office.key, request.period, unit])
    note = f"如有异议，请在{chinese_date(until)}前（含当日）提出" if until else ""
    state, mark = ("已确认无异议", "ok") if confirmed else (seen.state.label, "due")
    line = Line(f"{request.period.label}本单位考核结果", link, state, mark, note)
    place = Place.STANDING if confirmed else Place.MINE
    return Card(place, "本单位考核结果", "scale", (line,), links=(Link("查看得分和依据", link),))

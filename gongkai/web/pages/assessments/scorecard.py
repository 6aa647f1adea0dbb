"""A unit's score: how it came about line by line, what it did against what was due, how it moved."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from gongkai.actions import packs
from gongkai.assessment.comparing import compare
from gongkai.assessment.figure_changes import figure_changes
from gongkai.assessment.result import Scorecard
from gongkai.records import adjustments, assessments
from gongkai.records.assessments import Seen
from gongkai.records.models import Unit
from gongkai.web.charts import Chart, from_assessment, movement
from gongkai.web.charts.unit_ranks import UnitRanks
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.assessments import changes, course_words, duties_met, lines, links, seeing
from gongkai.workflows.rights import Action

PERIODS = 8


@page(Action.ASSESSMENTS_SEE)
def index(request: OfficeRequest, unit: str) -> HttpResponse:
    """The page of a unit; another's is no page for whoever belongs to one."""
    if request.own_unit and unit != request.own_unit:
        raise Http404
    seen = seeing.seen(request)
    if seen is None and Unit.objects.filter(office=request.office, name=unit).exists():
        return seeing.nothing(request, f"{unit}考核结果")
    if seen is None or unit not in {one.name for one in packs.of(seen.row).units}:
        raise Http404
    card = next((one for one in seen.content.scorecards if one.unit == unit), None)
    context = _common(request, seen, unit) | (_scored(request, seen, card) if card else {})
    return render(request, "assessments/scorecard.html", context)


def _common(request: OfficeRequest, seen: Seen, unit: str) -> dict[str, Any]:
    content, key = seen.content, request.office.key
    return {
        "seen": seen,
        "unit": unit,
        "scored": bool(content.scorecards),
        "duties": list(duties_met.lines(key, request.period, content, unit)),
        "findings": [
            (one.kind.value, one.text, links.figure(key, request.period, one.measure, (unit,), one.item))
            for one in content.findings
            if one.unit == unit
        ],
        "course": course_words.of_unit(request, seen, unit),
        "since_former": _since_former(seen, unit),
        "objections": assessments.objections(request.office, request.period.code, unit),
    }


def _since_former(seen: Seen, unit: str) -> list[str]:
    """What differs for the unit from the result it was shown before; points first, then its figures."""
    course = seen.publication
    if course is None or course.former is None or course.assessment_id != seen.row.pk:
        return []
    before = assessments.content(course.former)
    moved = [one for one in compare(before, seen.content).units if one.unit == unit]
    lines = [
        line for one in changes.rows(moved) for line in (f"得分：{one.total}，名次：{one.rank}", *one.lines)
    ]
    figures = [one for one in figure_changes(before, seen.content) if one.place.unit == unit]
    return lines + [changes.figure_line(one) for one in figures]


def _scored(request: OfficeRequest, seen: Seen, card: Scorecard) -> dict[str, Any]:
    files = adjustments.files(request.office, request.period.code, card.unit)
    among = [one for one in seen.content.scorecards if one.group == card.group]
    return {
        "card": card,
        "total": lines.total(card),
        "among": len(among),
        "dimensions": list(lines.dimensions(request.office.key, request.period, seen.content, card, files)),
        "charts": [from_assessment.unit_score(seen.content, card.unit), *_moved(request, card)],
    }


def _moved(request: OfficeRequest, card: Scorecard) -> list[Chart]:
    """How the rank moved; of the others only in periods whose table a person may see."""
    found = assessments.seen_up_to(request.office, request.period, request.actor.roles, PERIODS)
    if len(found) < 2:
        return []
    alone = request.own_unit or not all(one.everyone for one in found)
    ranks = [_ranks(one, card.group) for one in found]
    units = [card.unit] if alone else list(dict.fromkeys(unit for of in reversed(ranks) for unit in of))
    ranked = [UnitRanks(unit, tuple(of.get(unit) for of in ranks)) for unit in units]
    labels = [one.row.period for one in found]
    return [movement.of_ranks(card.group, labels, ranked, card.unit)]


def _ranks(one: Seen, group: str) -> dict[str, int]:
    return {card.unit: card.rank for card in one.content.scorecards if card.group == group}

"""Two assessments of a period side by side."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from gongkai.assessment.comparing import compare
from gongkai.assessment.figure_changes import FigureChange, figure_changes
from gongkai.measures.figures import Figure
from gongkai.notice import captions
from gongkai.records import assessments
from gongkai.records.models import Assessment
from gongkai.terms import Period
from gongkai.web import presenters
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.assessments import changes
from gongkai.workflows.rights import Action

MOST = 200


@page(Action.ASSESSMENTS_SEE_DRAFTS)
def index(request: OfficeRequest) -> HttpResponse:
    """`before` and `after` in the address are numbers of assessments of the period."""
    history = {row.number: row for row in assessments.made(request.office, request.period.code)}
    if len(history) < 2:
        raise Http404
    last = sorted(history)
    before = _chosen(request, "before", history, last[-2])
    after = _chosen(request, "after", history, last[-1])
    left, right = assessments.content(before), assessments.content(after)
    figures = list(figure_changes(left, right))
    context: dict[str, Any] = {
        "history": list(history.values()),
        "before": before,
        "after": after,
        "comparison": changes.table(compare(left, right)),
        "figures": [_figure(one) for one in figures[:MOST]],
        "more": max(0, len(figures) - MOST),
        "same": before.pk == after.pk,
    }
    return render(request, "assessments/compare.html", context)


def _chosen(request: OfficeRequest, name: str, history: dict[int, Assessment], otherwise: int) -> Assessment:
    asked = request.GET.get(name, "")
    number = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 9 else otherwise
    if number not in history:
        raise Http404
    return history[number]


def _figure(change: FigureChange) -> dict[str, str]:
    place = change.place
    window = Period.parse(place.window).label if place.window else ""
    return {
        "unit": place.unit,
        "measure": captions.label(place.measure),
        "about": " ".join(filter(None, (place.item, window))),
        "before": _shown(change.before),
        "after": _shown(change.after),
    }


def _shown(figure: Figure | None) -> str:
    """8（应达24）; — where there is none."""
    if figure is None:
        return "—"
    due = f"（应达{figure.target}）" if figure.target is not None else ""
    return presenters.figure_text(figure) + due

"""Two assessments of a period side by side."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from gongkai.assessment.comparing import compare
from gongkai.assessment.figure_changes import figure_changes
from gongkai.records import assessments
from gongkai.records.models import Assessment
from gongkai.web.forms import whole
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
        "figures": [changes.figure(one) for one in figures[:MOST]],
        "more": max(0, len(figures) - MOST),
        "same": before.pk == after.pk,
    }
    return render(request, "assessments/compare.html", context)


def _chosen(request: OfficeRequest, name: str, history: dict[int, Assessment], otherwise: int) -> Assessment:
    number = whole(request.GET.get(name, ""), otherwise)
    if number not in history:
        raise Http404
    return history[number]

from django.http import Http404, HttpResponse
from django.shortcuts import render

from gongkai.records.models import Unit
from gongkai.web.gate import OfficeRequest, page
from gongkai.workflows.rights import Action


@page(Action.FACTS_SEE)
def index(request: OfficeRequest, unit: str) -> HttpResponse:
    """Everything about one unit in the period."""
    found = Unit.objects.filter(office=request.office, name=unit).first()
    if found is None or (request.own_unit and unit != request.own_unit):
        raise Http404
    return render(request, "facts/unit.html", {"unit": found})

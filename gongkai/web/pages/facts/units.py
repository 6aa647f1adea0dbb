from django.http import HttpResponse
from django.shortcuts import render

from gongkai.web.gate import OfficeRequest, page
from gongkai.workflows.rights import Action


@page(Action.FACTS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """The units of the office."""
    return render(request, "facts/units.html")

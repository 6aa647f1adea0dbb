"""The way from a new office to its first notice."""

from django.http import HttpResponse
from django.shortcuts import render

from gongkai.records import starting
from gongkai.web import shell
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.may import May
from gongkai.web.pages.entrance import presenting
from gongkai.workflows.rights import Action


@page(Action.IMPORTS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """The steps, with what is done and what comes next."""
    period = shell.current_period(request.office)
    start = starting.of_office(request.office)
    steps = presenting.steps(request.office.key, period, start, May(request.actor))
    return render(request, "entrance/start.html", {"steps": steps})

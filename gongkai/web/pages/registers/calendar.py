"""The working days of a year: twelve small months, why each day out of the ordinary is so, the counts."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from gongkai.records import working_days
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.registers import presenting
from gongkai.workflows.rights import Action

FIRST, LAST = 2000, 2100


@page(Action.REGISTERS_SEE)
def current(request: OfficeRequest) -> HttpResponse:
    """The running year."""
    return redirect("calendar", request.office.key, acting.today().year)


@page(Action.REGISTERS_SEE)
def index(request: OfficeRequest, year: int) -> HttpResponse:
    """One year."""
    if not FIRST <= year <= LAST:
        raise Http404
    office = request.office.key
    shown = working_days.year(request.office, year)
    local = [
        {
            "day": day.day,
            "working": day.working,
            "why": day.why,
            "href": presenting.address("register_entry", office, "local_days", day.day.isoformat()),
        }
        for month in shown.months
        for week in month.weeks
        for day in week
        if day and day.local
    ]
    context = {
        "year": shown,
        "before": year - 1 if year > FIRST else None,
        "after": year + 1 if year < LAST else None,
        "local": local,
        "runs": [{"why": why, "first": first, "last": last} for why, first, last in shown.runs],
        "today": acting.today(),
        "new": reverse("register_new", args=(office, "local_days")),
    }
    return render(request, "registers/calendar.html", context)

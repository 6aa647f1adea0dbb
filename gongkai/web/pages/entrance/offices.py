"""The offices a person belongs to."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.records import people
from gongkai.records.models import Office
from gongkai.web import acting, shell
from gongkai.web.gate import OfficeRequest, page, personal
from gongkai.workflows.rights import Action


@personal
def index(request: HttpRequest) -> HttpResponse:
    """The one office a person belongs to, or a list to choose from."""
    person = acting.person(request)
    held, may_create = person.memberships.all(), people.manages_all(person)
    offices = Office.objects.order_by("key")
    if not held.filter(office=None).exists():
        offices = offices.filter(memberships__in=held).distinct()
    found = list(offices)
    if len(found) == 1 and "choose" not in request.GET:
        return redirect("office", found[0].key)
    return render(request, "entrance/offices.html", {"offices": found, "may_create": may_create})


@page(Action.OFFICE_SEE)
def enter(request: OfficeRequest) -> HttpResponse:
    """The home page of the period people work on."""
    return redirect("home", request.office.key, shell.current_period(request.office))

"""Someone new."""

from django.http import HttpResponse
from django.shortcuts import render

from gongkai.actions import people
from gongkai.actions.people_guard import PeopleError
from gongkai.web import acting
from gongkai.web.forms import handed_in
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.people import links
from gongkai.web.pages.people.forms import AddForm
from gongkai.workflows.rights import Action


@page(Action.PEOPLE_MANAGE, methods=("GET", "POST"))
def add(request: OfficeRequest) -> HttpResponse:
    """Add someone; their link is shown once."""
    form = AddForm(*handed_in(request), office=request.office)
    if form.is_valid():
        given = form.cleaned_data
        wanted = people.Wanted(given["name"], given["username"], form.wanted(), given["unit"])
        try:
            added = people.add(request.office, wanted, by=acting.who(request), at=acting.now())
        except PeopleError as error:
            form.add_error(None, str(error))
        else:
            return links.shown(request, [added])
    return render(request, "people/new.html", {"form": form}, status=422 if form.is_bound else 200)

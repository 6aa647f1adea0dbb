"""The list of people."""

from django.http import HttpResponse
from django.shortcuts import render

from gongkai.records import people, signing_in
from gongkai.web import exports
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.listing import listing, wants_export
from gongkai.web.pages.people import presenting
from gongkai.workflows.rights import Action


@page(Action.PEOPLE_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """Who belongs to the office, with which roles, and how it stands with their signing in."""
    listed = list(people.of_office(request.office))
    locked = signing_in.locked(one.username for one in listed)
    found = listing(
        request,
        presenting.rows(listed, locked),
        presenting.columns(request.office.key),
        filters=(presenting.STATES,),
        search=("name", "username", "roles", "unit"),
        sort="username",
    )
    if wants_export(request):
        return exports.workbook(found, "人员")
    return render(request, "people/index.html", {"listing": found})

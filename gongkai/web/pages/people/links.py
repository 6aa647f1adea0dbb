"""Links by which people choose a password: shown once, to be handed over."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from gongkai.actions import people
from gongkai.actions.people import Added
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.people.finding import person
from gongkai.workflows.rights import Action


@page(Action.PEOPLE_MANAGE, methods=("POST",))
def renew(request: OfficeRequest, number: int) -> HttpResponse:
    """A new link for whoever forgot their password."""
    someone = person(request, number)
    secret = people.new_link(
        request.office, someone, manager=acting.person(request), by=acting.who(request), at=acting.now()
    )
    return shown(request, [Added(someone, secret)])


def shown(request: OfficeRequest, added: Sequence[Added]) -> HttpResponse:
    """The page of new links. They are known now and never again, so there is no address to come back to."""
    links = [
        {
            "person": one.person,
            "address": request.build_absolute_uri(reverse("invitation", args=(one.secret,))),
        }
        for one in added
    ]
    return render(request, "people/links.html", {"links": links}, status=201)

"""What happened: a list per kind, a page per unit."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from gongkai.web.gate import OfficeRequest, page
from gongkai.workflows.rights import Action


@page(Action.FACTS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """What happened: a list per kind, a page per unit."""
    return render(request, "base.html")


urls = [path("<period:period>/facts/", index, name="facts")]

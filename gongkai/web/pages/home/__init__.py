"""The first page of the morning."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from gongkai.web.gate import OfficeRequest, page
from gongkai.workflows.rights import Action


@page(Action.OFFICE_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """The first page of the morning."""
    return render(request, "base.html")


urls = [path("<period:period>/", index, name="home")]

"""Pictures with their tables."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from gongkai.web.gate import OfficeRequest, page
from gongkai.workflows.rights import Action


@page(Action.PICTURES_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """Pictures with their tables."""
    return render(request, "base.html")


urls = [path("<period:period>/pictures/", index, name="pictures")]

"""Points, ranks and findings, each with its reason; objections; publishing."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from gongkai.web.gate import OfficeRequest, page
from gongkai.workflows.rights import Action


@page(Action.ASSESSMENTS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """Points, ranks and findings, each with its reason; objections; publishing."""
    return render(request, "base.html")


urls = [path("<period:period>/assessments/", index, name="assessments")]

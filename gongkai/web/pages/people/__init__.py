"""People and their roles."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from gongkai.web.gate import OfficeRequest, page
from gongkai.workflows.rights import Action


@page(Action.PEOPLE_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """People and their roles."""
    return render(request, "base.html")


urls = [path("people/", index, name="people")]

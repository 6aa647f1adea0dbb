"""Spreadsheets on their way in, and forms for what comes without one."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from gongkai.web.gate import OfficeRequest, page
from gongkai.workflows.rights import Action


@page(Action.IMPORTS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """Spreadsheets on their way in, and forms for what comes without one."""
    return render(request, "base.html")


urls = [path("<period:period>/imports/", index, name="imports")]

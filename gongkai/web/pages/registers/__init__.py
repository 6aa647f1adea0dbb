"""Units, columns, accounts, outlets, time limits, working days."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from gongkai.web.gate import OfficeRequest, page
from gongkai.workflows.rights import Action


@page(Action.REGISTERS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """Units, columns, accounts, outlets, time limits, working days."""
    return render(request, "base.html")


urls = [path("registers/", index, name="registers")]

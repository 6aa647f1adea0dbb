"""Problems followed to their close."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from gongkai.web.gate import OfficeRequest, page
from gongkai.workflows.rights import Action


@page(Action.RECTIFICATIONS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """Problems followed to their close."""
    return render(request, "base.html")


urls = [path("rectifications/", index, name="rectifications")]

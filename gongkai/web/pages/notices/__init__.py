"""The notice: wording, cross-check, reviews, issuing, receipts."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from gongkai.web.gate import OfficeRequest, page
from gongkai.workflows.rights import Action


@page(Action.NOTICES_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """The notice: wording, cross-check, reviews, issuing, receipts."""
    return render(request, "base.html")


urls = [path("<period:period>/notices/", index, name="notices")]

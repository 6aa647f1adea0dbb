"""The scheme of assessment: text, check, difference, try-out."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from gongkai.web.gate import OfficeRequest, page
from gongkai.workflows.rights import Action


@page(Action.SCHEME_EDIT)
def index(request: OfficeRequest) -> HttpResponse:
    """The scheme of assessment: text, check, difference, try-out."""
    return render(request, "base.html")


urls = [path("scheme/", index, name="scheme")]

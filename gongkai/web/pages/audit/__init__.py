"""What was changed, by whom."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from gongkai.web.gate import OfficeRequest, page
from gongkai.workflows.rights import Action


@page(Action.AUDIT_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """What was changed, by whom."""
    return render(request, "base.html")


urls = [path("audit/", index, name="audit")]

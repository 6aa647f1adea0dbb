"""Help, the manual, and what is running."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from gongkai.web.gate import personal


@personal
def index(request: HttpRequest) -> HttpResponse:
    """The chapters of the manual."""
    return render(request, "base.html")


@personal
def about(request: HttpRequest) -> HttpResponse:
    """Versions and states."""
    return render(request, "base.html")


urls = [path("help/", index, name="help"), path("about/", about, name="about")]

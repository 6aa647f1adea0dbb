from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gongkai.web.gate import public


@public
def first(request: HttpRequest, secret: str) -> HttpResponse:
    return render(request, "entrance.html")

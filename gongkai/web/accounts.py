"""How the sign-in library behaves here."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """People are made by an administrator: nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


def locked(request: HttpRequest, response: HttpResponse | None, credentials: Any = None) -> HttpResponse:
    """The page of a name that failed too often; it says the same of a name that does not exist."""
    return render(request, "account/locked.html", status=429)

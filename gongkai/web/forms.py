"""What forms are made from, and what they say in numbers."""

from typing import Any, TypeVar

from django.http import HttpRequest

NO_VERSION = -1
"""Stands where a form does not say which version it was made for: no record has it, so nothing is written."""

T = TypeVar("T")


def handed_in(request: HttpRequest) -> tuple[Any, Any]:
    """Fields and files of a form that was sent, an empty one among them; nothing for one to be filled in."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def whole(text: str, otherwise: T, *, digits: int = 9) -> int | T:
    """The whole number a field or an address gives; `otherwise` for anything else, and for one so long that no
    database could look it up."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= digits else otherwise


def version(request: HttpRequest) -> int:
    """The version of the record that the form was made for, NO_VERSION if it does not say."""
    return whole(request.POST.get("version", ""), NO_VERSION)

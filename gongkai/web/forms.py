"""What forms are made from."""

from typing import Any

from django.http import HttpRequest


def handed_in(request: HttpRequest) -> tuple[Any, Any]:
    """Fields and files of a form that was sent, an empty one among them; nothing for one to be filled in."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)

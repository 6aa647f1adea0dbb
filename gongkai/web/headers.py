"""Headers that every answer carries besides those of Django and the content security policy."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

KEPT_NOWHERE = "private, no-store"
"""Pages show what only some may see: no browser or proxy keeps a copy for whoever comes next."""
FEATURES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
"""What a page could ask of the machine it is shown on, and none of ours does."""


def added(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware, the outermost: it sees pages, files, refusals and errors alike. Styles and scripts say for
    themselves how long they hold."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", KEPT_NOWHERE)
        response.headers.setdefault("Permissions-Policy", FEATURES)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return middleware

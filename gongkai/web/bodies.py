"""How much a request may bring, known before any of it is read."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from gongkai.web import faults


def limited(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: what is too large is refused by its announced length. The form's token is looked for in the
    body, and a body is written to the disk as it is read: without this anybody could fill it. Whoever is not
    signed in hands in no files. A body of no announced length is not read at all."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if _length(request) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            most = settings.REQUEST_BYTES if request.user.is_authenticated else 0
            if _length(request) > most:
                return faults.too_much(request)
        return get_response(request)

    return middleware


def _length(request: HttpRequest) -> int:
    announced = str(request.META.get("CONTENT_LENGTH") or "")
    return int(announced[:19]) if announced.isascii() and announced.isdecimal() else 0

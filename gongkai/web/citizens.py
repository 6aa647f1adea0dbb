"""The last door: no page and no list leaves with a citizen's number in it, whoever typed it and wherever it stood.

What an open form sends back to be worked on (its fields) stays as it was typed; files that were handed in are
handed out again as they are, to those who may see them.
"""

import re
from collections.abc import Callable, Collection

from django.http import HttpRequest, HttpResponse

from gongkai.proofreading.hits import Level
from gongkai.proofreading.masking import mask
from gongkai.proofreading.personal.find import find
from gongkai.proofreading.personal.kinds import Kind
from gongkai.records import proofreading

NUMBERS = {Kind.IDENTITY, Kind.MOBILE, Kind.CARD}
"""What is known by its arithmetic: no name of an official and no word of a page is taken for it."""

_LONG_NUMBER = re.compile(r"\d(?:[ \u3000·—-]{0,2}\d){10}")
_TEXT = re.compile(r"(<textarea\b.*?</textarea>|<[^>]*>)", re.DOTALL | re.IGNORECASE)
_SEEN = re.compile(r'((?:title|aria-label|alt)=")([^"]*)(?=")')


def masked(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware inside whatever counts the length of an answer."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        media = response.headers.get("Content-Type", "")
        if response.streaming or not media.startswith(("text/", "application/json")):
            return response
        said = response.content.decode(response.charset)
        if _LONG_NUMBER.search(said):
            cut = page if media.startswith("text/html") else hidden
            response.content = cut(said, public(request))
        return response

    return middleware


def hidden(text: str, allowed: Collection[str] = ()) -> str:
    """A text with the numbers of citizens cut; `allowed` are those of an office."""
    if not _LONG_NUMBER.search(text):
        return text
    found = find(text, allowed)
    return mask(text, (hit for hit in found if hit.level is Level.ERROR and hit.kind in NUMBERS))


def page(html: str, allowed: Collection[str] = ()) -> str:
    """A page with its visible text cut: what stands between marks, and in those that are read out."""
    parts = _TEXT.split(html)
    for place, part in enumerate(parts):
        if _LONG_NUMBER.search(part):
            parts[place] = _seen(part, allowed) if place % 2 else hidden(part, allowed)
    return "".join(parts)


def _seen(mark: str, allowed: Collection[str]) -> str:
    return _SEEN.sub(lambda found: found[1] + hidden(found[2], allowed), mark)


def public(request: HttpRequest) -> Collection[str]:
    """What the office that the page is about makes public."""
    row = getattr(request, "office", None)
    return proofreading.asked(row).public if row else ()

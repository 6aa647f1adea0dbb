"""The forms of an item: each takes one step, or shows again what was typed with what is wrong."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from gongkai.actions import follow, storing
from gongkai.actions.follow import ItemMoved
from gongkai.actions.rectify import RectifyError
from gongkai.actions.storing import FileRefused
from gongkai.records.models import Rectification, StoredFile
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest, View, page
from gongkai.web.pages.rectifications import asking, item
from gongkai.web.pages.rectifications.asking import Typed
from gongkai.workflows.rectification import ACTIONS, Event
from gongkai.workflows.rights import Action
from gongkai.workflows.states import WrongMove

LONGEST_TEXT = 5000
NO_VERSION = -1


def _form(action: Action) -> View:
    """The view that takes the steps which need this right."""
    events = {event.value: event for event, needed in ACTIONS.items() if needed is action}

    @page(action, methods=("POST",))
    def posted(request: OfficeRequest, number: int) -> HttpResponse:
        found = item.find(request, number)
        event = events.get(request.POST.get("event", ""))
        if event is None:
            raise Http404
        return _taken(request, found, event)

    return posted


answer = _form(Action.RECTIFICATIONS_ANSWER)
judge = _form(Action.RECTIFICATIONS_JUDGE)
cancel = _form(Action.RECTIFICATIONS_CANCEL)
remind = _form(Action.RECTIFICATIONS_REMIND)
hand_over = _form(Action.RECTIFICATIONS_HAND_OVER)
supervise = _form(Action.RECTIFICATIONS_SUPERVISE)


def _taken(request: OfficeRequest, found: Rectification, event: Event) -> HttpResponse:
    given: dict[str, Any] = {
        "words": request.POST.get("words", "")[:LONGEST_TEXT],
        "deadline": request.POST.get("deadline", ""),
        "together": request.POST.getlist("together"),
    }
    try:
        given["scan"] = _scan(request)
        steps = follow.step(
            request.office,
            event,
            _versions(request, found, given["together"]),
            words=given["words"],
            file=given["scan"],
            deadline=asking.parsed_day(given["deadline"]),
            actor=request.actor,
            by=acting.who(request),
            at=acting.now(),
        )
    except (RectifyError, WrongMove, FileRefused) as refusal:
        status = 409 if isinstance(refusal, (ItemMoved, WrongMove)) else 422
        typed = Typed(event, str(refusal), **given)
        return item.shown(request, item.find(request, found.number), typed, status)
    also = f"（共{len(steps)}项）" if len(steps) > 1 else ""
    messages.success(request, f"已{event.label}{also}")
    return redirect("rectification", request.office.key, found.number)


def _versions(request: OfficeRequest, found: Rectification, together: Iterable[str]) -> dict[int, int | None]:
    """Number → version as the page showed it, of this item and those chosen with it."""
    pairs = (text.partition(":") for text in together)
    others: dict[int, int | None] = {_whole(number): _whole(version) for number, _, version in pairs}
    return {**others, found.number: _whole(request.POST.get("version", ""))}


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else NO_VERSION


def _scan(request: OfficeRequest) -> StoredFile | None:
    """The file of the form, or the one this person handed in when the form was refused before."""
    handed = request.FILES.get("scan")
    if handed is not None:
        return storing.run(
            request.office,
            handed.name or "",
            handed.chunks(),
            handed.size or 0,
            accepted=storing.SCANS,
            by=acting.person(request),
            at=acting.now(),
        )
    kept = _whole(request.POST.get("kept", ""))
    return StoredFile.objects.filter(
        office=request.office, kept_by=acting.person(request), media_type__in=storing.SCANS, pk=kept
    ).first()

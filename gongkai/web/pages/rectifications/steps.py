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
from gongkai.records.models import Rectification
from gongkai.web import acting, kept_files
from gongkai.web.forms import NO_VERSION, version, whole
from gongkai.web.gate import OfficeRequest, View, page
from gongkai.web.pages.rectifications import asking, item
from gongkai.web.pages.rectifications.asking import Typed
from gongkai.workflows.rectification import ACTIONS, Event
from gongkai.workflows.rights import Action
from gongkai.workflows.states import WrongMove

LONGEST_TEXT = 5000


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
        given["scan"] = kept_files.handed_in(request, "scan", storing.SCANS)
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
    others: dict[int, int | None] = {
        whole(number, NO_VERSION): whole(shown, NO_VERSION) for number, _, shown in pairs
    }
    return {**others, found.number: version(request)}

"""The page of one item: the problem, its figure, what may be done next, and its whole history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from gongkai.assessment import deadline
from gongkai.measures.registry import MEASURES
from gongkai.records import calendars
from gongkai.records.models import Rectification, RectificationEvent
from gongkai.web import acting, exports
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.rectifications import asking, narrowing, presenting
from gongkai.web.pages.rectifications.asking import Typed
from gongkai.workflows.rectification import OPEN, WITH_UNIT, Event, State
from gongkai.workflows.rights import Action

LONGEST_PATH = 62
"""Days to the deadline up to which the calendar is shown."""


@dataclass(frozen=True)
class Told:
    """A line of the history."""

    at: datetime
    by: str
    label: str
    state: str
    text: str
    scan: str = ""
    name: str = ""


@page(Action.RECTIFICATIONS_SEE)
def index(request: OfficeRequest, number: int) -> HttpResponse:
    """One item."""
    return shown(request, find(request, number))


@page(Action.RECTIFICATIONS_SEE)
def scan(request: OfficeRequest, number: int, event: int) -> HttpResponse:
    """The signed and sealed scan that came with a step."""
    steps = RectificationEvent.objects.filter(rectification=find(request, number), pk=event)
    found = steps.exclude(file=None).select_related("file").first()
    if found is None or found.file is None:
        raise Http404
    return exports.stored(found.file)  # type: ignore[return-value]


def find(request: OfficeRequest, number: int) -> Rectification:
    """The item of that number, if this person may see it. Raises Http404."""
    item = narrowing.seen(request).select_related("notice__assessment").filter(number=number).first()
    if item is None:
        raise Http404
    return item


def shown(
    request: OfficeRequest, item: Rectification, typed: Typed | None = None, status: int = 200
) -> HttpResponse:
    """The page of an item; with what was `typed` in a form that was refused."""
    today, calendar = acting.today(), calendars.of(request.office)
    steps = asking.steps(request, item, typed)
    context = {
        "item": item,
        "title": presenting.title(item.kind, item.item),
        "state": State(item.state).label,
        "open": item.state in OPEN,
        "left": presenting.left(item.state, item.deadline, today, calendar),
        "figure": _figure(request, item),
        "notice": _notice(request, item),
        "measure": MEASURES[item.measure].label if item.measure in MEASURES else item.measure,
        "steps": [step for step in steps if not step.why],
        "refused": [step for step in steps if step.why],
        "scan_hint": asking.SCAN_HINT,
        "history": _history(request, item),
        "path": _path(request, item) if item.state in WITH_UNIT else None,
        "today": today,
    }
    return render(request, "rectifications/item.html", context, status=status)


def _figure(request: OfficeRequest, item: Rectification) -> str:
    asked = urlencode({"unit": item.unit, "measure": item.measure, "item": item.item})
    return f"{reverse('figure', args=[request.office.key, item.period])}?{asked}"


def _notice(request: OfficeRequest, item: Rectification) -> str:
    return reverse("notice", args=[request.office.key, item.period, item.notice_id])


def _history(request: OfficeRequest, item: Rectification) -> Sequence[Told]:
    """Every step, the latest first; the notice that raised the problem is the first of all."""
    raised = Told(item.notice.issued_at, item.notice.issued_by, "印发通报", State.ISSUED.label, item.text)
    steps = [_told(request, item, step) for step in item.events.select_related("file")]
    return [*reversed(steps), raised]


def _told(request: OfficeRequest, item: Rectification, step: RectificationEvent) -> Told:
    address = reverse("rectification_scan", args=[request.office.key, item.number, step.pk])
    return Told(
        at=step.at,
        by=step.by,
        label=Event(step.event).label,
        state=State(step.state).label,
        text=step.text,
        scan=address if step.file else "",
        name=step.file.name if step.file else "",
    )


def _path(request: OfficeRequest, item: Rectification) -> dict[str, Any] | None:
    """The days from today to the deadline, to show why so many working days are left; None once it is over."""
    today = acting.today()
    if not 0 < (item.deadline - today).days <= LONGEST_PATH:
        return None
    calendar, reasons = calendars.of(request.office), calendars.reasons(request.office)
    path = deadline.explain_window(today, item.deadline, today, calendar, reasons)
    return {"weeks": deadline.month_grid(path), "provisional": path.provisional}

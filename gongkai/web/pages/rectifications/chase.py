"""Overdue items chosen from a list: to be reminded of, or handed over to the supervision office."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from gongkai.actions import chase
from gongkai.records import calendars, rectifications
from gongkai.records.models import Rectification
from gongkai.web import acting
from gongkai.web.forms import whole
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.rectifications import narrowing, presenting
from gongkai.workflows.rectification import Event
from gongkai.workflows.rights import Action

MOST_DAYS = 60


@page(Action.RECTIFICATIONS_REMIND)
def index(request: OfficeRequest) -> HttpResponse:
    """What is overdue, and what has stayed so for `days` working days after a reminder."""
    today, days = acting.today(), _days(request)
    late = narrowing.seen(request).filter(rectifications.late(today)).order_by("deadline", "number")
    stubborn = chase.to_hand_over(request.office, days=days, today=today)
    context = {"late": _rows(request, late), "stubborn": _rows(request, stubborn), "days": days}
    return render(request, "rectifications/chase.html", context)


@page(Action.RECTIFICATIONS_REMIND, methods=("POST",))
def remind(request: OfficeRequest) -> HttpResponse:
    """Remind of the items chosen."""
    return _chased(request, Event.REMIND)


@page(Action.RECTIFICATIONS_HAND_OVER, methods=("POST",))
def hand_over(request: OfficeRequest) -> HttpResponse:
    """Hand over the items chosen."""
    return _chased(request, Event.HAND_OVER)


def _chased(request: OfficeRequest, event: Event) -> HttpResponse:
    asked = (whole(text, None) for text in request.POST.getlist("number"))
    numbers = [number for number in asked if number is not None]
    chased = chase.run(
        request.office,
        event,
        numbers,
        words=request.POST.get("words", ""),
        actor=request.actor,
        by=acting.who(request),
        at=acting.now(),
    )
    if chased.done:
        messages.success(request, f"已{event.label}{len(chased.done)}项")
    for reason in chased.left:
        messages.warning(request, f"没有{event.label}：{reason}")
    return redirect("rectification_chase", request.office.key)


def _days(request: OfficeRequest) -> int:
    text = request.GET.get("days", "")
    return min(int(text[:3]), MOST_DAYS) if text.isascii() and text.isdecimal() else chase.PATIENCE


def _rows(request: OfficeRequest, items: Iterable[Rectification]) -> list[dict[str, Any]]:
    today, calendar = acting.today(), calendars.of(request.office)
    return [
        {
            "item": item,
            "title": presenting.title(item.kind, item.item),
            "left": presenting.left(item.state, item.deadline, today, calendar),
        }
        for item in items
    ]

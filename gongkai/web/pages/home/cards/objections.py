"""Objections of the period that wait for a decision."""

from django.urls import reverse
from django.utils import timezone

from gongkai.records import assessments
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.home.cards.card import LINES, Card, Line, Link, place_of
from gongkai.workflows.objections import MACHINE, Event, State
from gongkai.workflows.rights import Action, can
from gongkai.workflows.roles import in_words


def card(request: OfficeRequest) -> Card | None:
    """Those of one's own unit, or of all."""
    if not can(request.actor, Action.OBJECTIONS_SEE):
        return None
    rows = assessments.objections(request.office, request.period.code, request.own_unit)
    found = list(rows.filter(state=State.MADE).order_by("pk").values("pk", "unit", "subject", "made_at"))
    if not found:
        return None
    decides = can(request.actor, Action.OBJECTIONS_DECIDE)
    place = request.office.key, request.period
    deciders = next(move.by for move in MACHINE.transitions if move.event is Event.ACCEPT)
    return Card(
        place_of(request, mine=decides),
        "待决定的异议",
        "message",
        lines=tuple(
            Line(
                row["subject"] if request.own_unit else f"{row['unit']}：{row['subject']}",
                reverse("objection", args=[*place, row["pk"]]),
                State.MADE.label,
                "due" if decides else "muted",
                f"{timezone.localdate(row['made_at'])}提出",
            )
            for row in found[:LINES]
        ),
        count=len(found),
        note="" if decides else f"等待{in_words(deciders, '或')}决定。",
        links=(Link("全部异议", reverse("objections", args=place)),),
    )

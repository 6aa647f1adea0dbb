"""Objections of the period that wait for a decision."""

from django.urls import reverse

from gongkai.records import assessments
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.home.cards.card import LINES, Card, Line, Link, Place
from gongkai.workflows.objections import MACHINE, Event, State
from gongkai.workflows.rights import Action, can
from gongkai.workflows.roles import in_words


def card(request: OfficeRequest) -> Card | None:
    """Those of one's own unit, or of all."""
    if not can(request.actor, Action.OBJECTIONS_SEE):
        return None
    rows = assessments.objections(request.office, request.period.code, request.own_unit)
    found = list(rows.filter(state=State.MADE).order_by("pk").values("unit", "subject", "made_at"))
    if not found:
        return None
    decides = can(request.actor, Action.OBJECTIONS_DECIDE)
    link = reverse("assessments", args=[request.office.key, request.period])
    deciders = next(move.by for move in MACHINE.transitions if move.event is Event.ACCEPT)
    return Card(
        Place.MINE if decides else Place.OTHERS,
        "待决定的异议",
        "message",
        lines=tuple(
            Line(
                row["subject"] if request.own_unit else f"{row['unit']}：{row['subject']}",
                link,
                State.MADE.label,
                "due" if decides else "muted",
                f"{row['made_at']:%Y-%m-%d}提出",
            )
            for row in found[:LINES]
        ),
        count=len(found),
        note="" if decides else f"等待{in_words(deciders, '或')}决定。",
        links=(Link("考核评定", link),),
    )

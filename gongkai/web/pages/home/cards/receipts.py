"""Issued notices that name the unit and that it has not signed for."""

from django.urls import reverse

from gongkai.records.models import Notice
from gongkai.terms import Period
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.home.cards.card import LINES, Card, Line, Link, Place
from gongkai.workflows.rights import Action, can


def card(request: OfficeRequest) -> Card | None:
    """A notice names a unit where it opened a rectification for it."""
    if not request.own_unit or not can(request.actor, Action.RECEIPTS_GIVE):
        return None
    rows = Notice.objects.filter(rectifications__office=request.office, rectifications__unit=request.own_unit)
    rows = rows.exclude(receipts__unit=request.own_unit).distinct().order_by("-issued_at")
    found = list(rows.values("assessment__period", "number", "issued_at"))
    if not found:
        return None
    return Card(
        Place.MINE,
        "待签收的通报",
        "mail",
        lines=tuple(
            Line(
                f"{Period.parse(row['assessment__period']).label}通报",
                reverse("notices", args=[request.office.key, row["assessment__period"]]),
                "未签收",
                "due",
                f"{row['issued_at']:%Y-%m-%d}印发",
            )
            for row in found[:LINES]
        ),
        count=len(found),
        links=(Link("通报", reverse("notices", args=[request.office.key, request.period])),),
    )

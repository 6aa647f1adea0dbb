"""Published results, for whoever only reads them."""

from django.urls import reverse
from django.utils import timezone

from gongkai.records.models import Publication
from gongkai.terms import Period
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.home.cards.card import LINES, Card, Line, Link, Place
from gongkai.workflows.assessments import State
from gongkai.workflows.rights import Action, can


def card(request: OfficeRequest) -> Card | None:
    """The newest results that are published and frozen."""
    if not can(request.actor, Action.ASSESSMENTS_SEE):
        return None
    rows = Publication.objects.filter(office=request.office, state=State.PUBLISHED).order_by("-published_at")
    found = list(rows.values("period", "published_at"))
    if not found:
        return None
    return Card(
        Place.STANDING,
        "已发布的考核结果",
        "certificate",
        lines=tuple(
            Line(
                Period.parse(row["period"]).label,
                reverse("league", args=[request.office.key, row["period"]]),
                note=f"{timezone.localdate(row['published_at'])}发布",
            )
            for row in found[:LINES]
        ),
        count=len(found),
        links=(Link("考核结果一览", reverse("league", args=[request.office.key, found[0]["period"]])),),
    )

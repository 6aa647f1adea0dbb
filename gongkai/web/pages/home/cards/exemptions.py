"""Requests not to be judged by a column, waiting for approval."""

from django.urls import reverse

from gongkai.records.models import ExemptionRequest
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.home.cards.card import LINES, Card, Line, Link, place_of
from gongkai.workflows.exemptions import State
from gongkai.workflows.rights import Action, can


def card(request: OfficeRequest) -> Card | None:
    """For who decides them, and for who asked."""
    decides = can(request.actor, Action.EXEMPTIONS_DECIDE)
    if not decides and not can(request.actor, Action.EXEMPTIONS_ASK):
        return None
    rows = ExemptionRequest.objects.filter(office=request.office, state=State.ASKED)
    if request.own_unit:
        rows = rows.filter(unit=request.own_unit)
    found = list(rows.order_by("pk").values("pk", "unit", "column", "asked_at"))
    if not found:
        return None
    return Card(
        place_of(request, mine=decides),
        "待审批的免更新申请",
        "calendar-off",
        lines=tuple(
            Line(
                f"{row['unit']}：“{row['column']}”栏目",
                reverse("exemption", args=[request.office.key, row["pk"]]),
                State.ASKED.label,
                "due" if decides else "muted",
            )
            for row in found[:LINES]
        ),
        count=len(found),
        links=(Link("全部申请", reverse("exemptions", args=[request.office.key])),),
    )

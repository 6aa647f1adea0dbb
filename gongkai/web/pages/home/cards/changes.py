"""For the auditor: what was changed last."""

from django.urls import reverse
from django.utils import timezone

from gongkai.records.models import AuditEntry
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.home.cards.card import LINES, Card, Line, Link, Place
from gongkai.workflows.rights import Action, can


def card(request: OfficeRequest) -> Card | None:
    """The newest entries of the office's audit."""
    if not can(request.actor, Action.AUDIT_SEE):
        return None
    rows = AuditEntry.objects.filter(realm=request.office.key).order_by("-sequence")
    link = reverse("audit", args=[request.office.key])
    return Card(
        Place.STANDING,
        "最近的变更",
        "history",
        lines=tuple(
            Line(f"{row['by']}：{row['action']}", link, note=f"{timezone.localtime(row['at']):%m-%d %H:%M}")
            for row in rows.values("by", "action", "at")[:LINES]
        ),
        links=(Link("审计记录", link),),
    )

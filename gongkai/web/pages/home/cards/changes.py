"""For the auditor: what was changed last."""

from django.urls import reverse
from django.utils import timezone

from gongkai.records.models import AuditEntry, ChainCheck
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.audit import words
from gongkai.web.pages.home.cards.card import LINES, Card, Line, Link, Place
from gongkai.web.presenters import person_name
from gongkai.workflows.rights import Action, can


def card(request: OfficeRequest) -> Card | None:
    """The newest entries of the office's audit."""
    if not can(request.actor, Action.AUDIT_SEE):
        return None
    check = ChainCheck.objects.exclude(finished_at=None).order_by("pk").last()
    rows = AuditEntry.objects.filter(realm=request.office.key).order_by("-sequence")
    link = reverse("audit", args=[request.office.key])
    return Card(
        Place.STANDING,
        "最近的变动",
        "history",
        lines=tuple(
            Line(
                f"{person_name(row['by'])}　{words.action(row['action'])}",
                link,
                note=f"{timezone.localtime(row['at']):%m-%d %H:%M}",
            )
            for row in rows.values("by", "action", "at")[:LINES]
        ),
        note=_chain(check),
        links=(Link("审计记录", link),),
    )


def _chain(check: ChainCheck | None) -> str:
    """What the last walk over the chain showed."""
    if check is None:
        return "审计链还没有核验过。"
    day = timezone.localdate(check.finished_at)
    if check.broken:
        return f"{day}核验：第{check.broken}条记录不符，{check.reason}。"
    return f"{day}核验{check.walked}条，审计链完整。"

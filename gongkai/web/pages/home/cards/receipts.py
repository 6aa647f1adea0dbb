"""Issued notices that name the unit and that it has not signed for."""

from django.urls import reverse
from django.utils import timezone

from gongkai.records import versions
from gongkai.records.models import Notice
from gongkai.terms import Period
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.home.cards.card import Card, Line, Link, Place
from gongkai.workflows.rights import Action, can

NEWEST = 6
"""Notices that are looked through for the unit's name."""


def card(request: OfficeRequest) -> Card | None:
    """The newest notices are looked at; who signed for none of them is told of each."""
    unit = request.own_unit
    if not unit or not can(request.actor, Action.RECEIPTS_GIVE):
        return None
    signed = versions.signed(request.office, unit)
    recent = [one for one in versions.issued(request.office)[:NEWEST] if one.pk not in signed]
    found = [one for one in recent if unit in versions.named(one)]
    if not found:
        return None
    return Card(
        Place.MINE,
        "待签收的通报",
        "mail",
        lines=tuple(_line(request, one) for one in found),
        count=len(found),
        links=(Link("全部通报", reverse("notices", args=[request.office.key, request.period])),),
    )


def _line(request: OfficeRequest, one: Notice) -> Line:
    period = one.assessment.period
    return Line(
        f"{Period.parse(period).label}通报",
        reverse("notice", args=[request.office.key, period, one.pk]),
        "未签收",
        "due",
        f"{timezone.localdate(one.issued_at)}印发",
    )

"""What became of a unit's problems: findings, rectifications, objections, and the periods before."""

from typing import Any

from django.urls import reverse

from gongkai.assessment.result import Assessment
from gongkai.records import assessments, rectifications
from gongkai.records.assessments import Seen
from gongkai.terms import Period
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.assessments import links
from gongkai.workflows.objections import State as ObjectionState
from gongkai.workflows.rectification import State
from gongkai.workflows.rights import Action, can

PERIODS = 8
HISTORY = ("submissions.submitted", "columns.short", "messages.late", "orders.late", "posts.lapsed")
"""Counts set side by side over periods."""


def context(request: OfficeRequest, seen: Seen | None, unit: str) -> dict[str, Any]:
    """Everything that follows from an assessment of the unit."""
    content = seen.content if seen else None
    return {
        "card": next((one for one in content.scorecards if one.unit == unit), None) if content else None,
        "findings": [one for one in content.findings if one.unit == unit] if content else [],
        "unread": [one for one in content.unread if one.unit == unit] if content else [],
        "scorecard_href": links.scorecard(request.office.key, request.period, unit),
        "rectifications": _rectifications(request, unit),
        "objections": _objections(request, unit),
        "history": _history(request, unit),
    }


def _rectifications(request: OfficeRequest, unit: str) -> list[dict[str, Any]]:
    if not can(request.actor, Action.RECTIFICATIONS_SEE, unit):
        return []
    today = acting.today()
    rows = rectifications.seen_by(request.office, request.actor, unit, today).order_by("-number")
    return [
        {
            **row,
            "title": f"{row['kind']}（{row['item']}）" if row["item"] else row["kind"],
            "label": State(row["state"]).label,
            "href": reverse("rectification", args=[request.office.key, row["number"]]),
        }
        for row in rows.values("number", "period", "kind", "item", "state", "deadline")[:PERIODS]
    ]


def _objections(request: OfficeRequest, unit: str) -> list[dict[str, Any]]:
    if not can(request.actor, Action.OBJECTIONS_SEE, unit):
        return []
    rows = assessments.objections(request.office, request.period.code, unit)
    return [
        {**row, "label": ObjectionState(row["state"]).label}
        for row in rows.values("subject", "state", "made_at", "decision")
    ]


def _history(request: OfficeRequest, unit: str) -> list[dict[str, Any]]:
    """This period and those before it, the newest first; none before two are known."""
    found = assessments.seen_up_to(request.office, request.period, request.actor.roles, PERIODS)
    rows = [_period(one.content, unit) for one in reversed(found)]
    return rows if len(rows) > 1 else []


def _period(content: Assessment, unit: str) -> dict[str, Any]:
    card = next((one for one in content.scorecards if one.unit == unit), None)
    totals: dict[str, int] = {}
    for figure in content.figures_by_unit.get(unit, ()):
        if figure.measure in HISTORY:
            totals[figure.measure] = totals.get(figure.measure, 0) + (figure.value or 0)
    return {
        "period": Period.parse(content.period),
        "rank": card.rank if card else None,
        "total": card.total if card else None,
        "problems": sum(one.unit == unit for one in content.findings),
        "counts": [totals.get(measure) for measure in HISTORY],
    }

"""Objections of the period that wait for a decision, and those granted whose figures are not mended yet."""

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from gongkai.records import assessments
from gongkai.records.models import Assessment
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


def granted(request: OfficeRequest) -> Card | None:
    """For whoever assesses: what was granted since the newest assessment, which does not contain it yet."""
    if not can(request.actor, Action.ASSESSMENTS_RUN):
        return None
    place = request.office.key, request.period
    since = Assessment.objects.filter(
        office=request.office, period=request.period.code, made_at__gt=OuterRef("decided_at")
    )
    rows = assessments.objections(request.office, request.period.code)
    rows = rows.filter(~Exists(since), state__in=(State.ACCEPTED, State.PARTLY)).order_by("pk")
    found = list(rows.values("pk", "unit", "subject", "state"))
    if not found:
        return None
    return Card(
        place_of(request, mine=True),
        "采纳的异议待更正",
        "message",
        lines=tuple(
            Line(
                f"{row['unit']}：{row['subject']}",
                reverse("objection", args=[*place, row["pk"]]),
                State(row["state"]).label,
                "due",
            )
            for row in found[:LINES]
        ),
        count=len(found),
        note="请导入更正后的表格或录入人工加减分，再重新考核、送单位核对。",
        links=(
            Link("数据导入", reverse("imports", args=place)),
            Link("考核", reverse("assessments", args=place)),
        ),
    )

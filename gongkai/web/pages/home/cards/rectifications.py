"""Rectifications: what one's unit owes; for the office what was handed in and what is overdue; for the
supervision office what is overdue."""

from datetime import date
from typing import Any

from django.db.models import Case, IntegerField, Q, Value, When
from django.urls import reverse

from gongkai.records import calendars, rectifications
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.home.cards.card import LINES, Card, Line, Link, place_of
from gongkai.workdays import Calendar
from gongkai.workflows.rectification import WITH_UNIT, State
from gongkai.workflows.rights import Action, can

FIELDS = ("number", "unit", "kind", "item", "state", "deadline")


def card(request: OfficeRequest) -> Card | None:
    """The most pressing items of those the person may see and has to do with."""
    if not can(request.actor, Action.RECTIFICATIONS_SEE):
        return None
    today = acting.today()
    rows = rectifications.seen_by(request.office, request.actor, request.own_unit, today)
    wanted = rows.filter(_wanted(request, today))
    found = list(
        wanted.annotate(urgency=_urgency(request, today))
        .order_by("urgency", "deadline", "pk")
        .values(*FIELDS)
    )
    if not found:
        return None
    calendar = calendars.of(request.office)
    link = reverse("rectifications", args=[request.office.key])
    return Card(
        place_of(request, mine=_acts(request)),
        "整改事项",
        "clipboard-check",
        lines=tuple(_line(request, row, today, calendar) for row in found[:LINES]),
        count=len(found),
        links=(Link("全部整改", link),),
    )


def _urgency(request: OfficeRequest, today: date) -> Case:
    """What was handed in comes first for whoever judges it, what is late for everybody else."""
    judges = can(request.actor, Action.RECTIFICATIONS_JUDGE)
    return Case(
        When(state=State.SUBMITTED, then=Value(0 if judges else 2)),
        When(rectifications.late(today), then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )


def _wanted(request: OfficeRequest, today: date) -> Q:
    if request.own_unit:
        return Q(state__in=WITH_UNIT)
    return rectifications.late(today) | Q(state__in=[State.SUBMITTED, State.ACCEPTED])


def _acts(request: OfficeRequest) -> bool:
    acts = (Action.RECTIFICATIONS_ANSWER, Action.RECTIFICATIONS_JUDGE, Action.RECTIFICATIONS_SUPERVISE)
    return any(can(request.actor, action) for action in acts)


def _line(request: OfficeRequest, row: dict[str, Any], today: date, calendar: Calendar) -> Line:
    named = f"{row['kind']}（{row['item']}）" if row["item"] else row["kind"]
    text = named if request.own_unit else f"{row['unit']}：{named}"
    state, mark = _state(row, today, calendar)
    link = reverse("rectification", args=[request.office.key, row["number"]])
    return Line(text, link, state, mark, f"期限 {row['deadline']}")


def _state(row: dict[str, Any], today: date, calendar: Calendar) -> tuple[str, str]:
    """How it stands against its deadline while the unit owes the report; else its state."""
    state = State(row["state"])
    if state not in WITH_UNIT:
        return state.label, "due" if state is State.SUBMITTED else "muted"
    left = calendar.between(today, row["deadline"]).days
    if row["deadline"] < today:
        return (f"逾期{-left}个工作日" if left else "已逾期"), "late"
    return (f"还有{left}个工作日" if left else "今天到期"), "due" if left <= 3 else "muted"

"""The board: the items by whose turn it is."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from gongkai.records import calendars, rectifications
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.listing import Listing, listing
from gongkai.web.pages.rectifications import narrowing, presenting
from gongkai.web.pages.rectifications.presenting import Lane
from gongkai.workdays import Calendar
from gongkai.workflows.rectification import State
from gongkai.workflows.rights import Action

LANES: tuple[tuple[str, str, tuple[State, ...]], ...] = (
    ("待签收", "等单位签收", (State.ISSUED,)),
    ("整改中", "等单位报送报告", (State.RECEIVED, State.RECTIFYING, State.SENT_BACK)),
    ("待审核", "等办公室审核", (State.SUBMITTED,)),
    ("待销号", "等办公室复核", (State.ACCEPTED,)),
    ("已办结", "销号或撤销", (State.CLOSED, State.CANCELLED)),
)
MOST, MOST_ENDED = 40, 10
"""Cards in a lane, and of what is over; the list has them all."""


@page(Action.RECTIFICATIONS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """The items on a board, narrowed as the address asks."""
    rows = narrowing.with_standing(request)
    found = listing(
        request, rows, [], filters=narrowing.filters(request), search=("unit", "item", "text"), size=1
    )
    context = {
        "listing": found,
        "lanes": _lanes(request, found),
        "late": found.rows.order_by().filter(rectifications.late(acting.today())).count(),
    }
    return render(request, "rectifications/board.html", context)


def _lanes(request: OfficeRequest, found: Listing) -> list[Lane]:
    counted = found.rows.order_by().values("state").annotate(count=Count("pk"))
    counts = {row["state"]: row["count"] for row in counted}
    today, calendar = acting.today(), calendars.of(request.office)
    return [_lane(request, found, lane, counts, today, calendar) for lane in LANES]


def _lane(
    request: OfficeRequest,
    found: Listing,
    lane: tuple[str, str, tuple[State, ...]],
    counts: Mapping[str, int],
    today: date,
    calendar: Calendar,
) -> Lane:
    title, hint, states = lane
    count = sum(counts.get(state, 0) for state in states)
    ended = State.CLOSED in states
    order = ("-closed_at", "-number") if ended else ("deadline", "number")
    items: Any = (
        found.rows.filter(state__in=states).order_by(*order)[: MOST_ENDED if ended else MOST] if count else ()
    )
    cards = [presenting.card(item, request.office.key, today, calendar) for item in items]
    more = _more(request, found, states) if count > len(cards) else ""
    return Lane(title, hint, count, cards, more, mixed=len(states) > 1)


def _more(request: OfficeRequest, found: Listing, states: tuple[State, ...]) -> str:
    """The list, narrowed as the board is, and to the lane where one state fills it."""
    asked = {**found.chosen, **({"q": found.query} if found.query else {})}
    if len(states) == 1:
        asked["state"] = states[0].value
    return f"{reverse('rectification_list', args=[request.office.key])}?{urlencode(asked)}"

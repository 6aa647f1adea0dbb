"""For the administrator: people who never signed in, and names that are locked."""

from django.urls import reverse
from django.utils import timezone

from gongkai.records import people, signing_in
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.home.cards.card import LINES, Card, Line, Link, Place
from gongkai.workflows.rights import Action, can


def card(request: OfficeRequest) -> Card | None:
    """Whoever needs a hand to get in."""
    if not can(request.actor, Action.PEOPLE_MANAGE):
        return None
    active = people.of_office(request.office).filter(is_active=True).prefetch_related(None)
    found = list(active.values("pk", "username", "name", "last_login", "joined_at").order_by("username"))
    locked = signing_in.locked(one["username"] for one in found)
    stuck = [one for one in found if one["username"] in locked]
    never = [one for one in found if one["last_login"] is None and one not in stuck]
    if not stuck and not never:
        return None
    states = [*((one, "已锁定", "late") for one in stuck), *((one, "从未登录", "due") for one in never)]
    return Card(
        Place.MINE,
        "登录有困难的人员",
        "user-x",
        lines=tuple(
            Line(
                f"{one['name']}（{one['username']}）",
                reverse("person", args=[request.office.key, one["pk"]]),
                state,
                mark,
                f"{timezone.localdate(one['joined_at'])}登记",
            )
            for one, state, mark in states[:LINES]
        ),
        count=len(states),
        links=(Link("人员", reverse("people", args=[request.office.key])),),
    )

"""The frame around every page: what a person may open here, and where they are."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from gongkai.records import readers
from gongkai.terms import Period
from gongkai.web import guide
from gongkai.web.may import May
from gongkai.workflows.rights import Action, Actor, can


@dataclass(frozen=True)
class Door:
    """An entry of the side bar: the page's name in urls, what it needs, whether it is about a period."""

    label: str
    icon: str
    page: str
    action: Action
    of_period: bool = False


DOORS = (
    Door("首页", "home", "home", Action.OFFICE_SEE, of_period=True),
    Door("数据导入", "table-import", "imports", Action.IMPORTS_SEE, of_period=True),
    Door("数据明细", "list", "facts", Action.FACTS_SEE, of_period=True),
    Door("考核", "scale", "assessments", Action.ASSESSMENTS_SEE, of_period=True),
    Door("图表", "chart-bar", "pictures", Action.PICTURES_SEE, of_period=True),
    Door("通报", "report", "notices", Action.NOTICES_SEE, of_period=True),
    Door("校对", "text-spellcheck", "proofreading", Action.PROOFREADING_USE),
    Door("整改", "clipboard-check", "rectifications", Action.RECTIFICATIONS_SEE),
    Door("名录", "building", "registers", Action.REGISTERS_SEE),
    Door("考核办法", "settings", "scheme", Action.SCHEME_EDIT),
    Door("人员", "users", "people", Action.PEOPLE_SEE),
    Door("审计", "history", "audit", Action.AUDIT_SEE),
)


QUARTERS_BACK = 4
"""Quarters before the running one that can be imported for without a file that speaks of them."""
SAME_ANYWHERE = {"office", "period", "unit", "kind"}
"""What an address may hold besides its period to lead to the same page of another."""
ONLY_HERE = {"figure", "assessments_compare", "notice_compare", "notice_word"}
"""Pages about what another period need not have: one figure, two results or two drafts."""


def context(request: HttpRequest) -> dict[str, Any]:
    """What base.html shows; nothing where the page is not of an office."""
    office, actor = getattr(request, "office", None), getattr(request, "actor", None)
    if office is None or not isinstance(actor, Actor) or not actor.roles:
        return {}  # to whoever has no role in it the office is not even named
    period = getattr(request, "period", None) or current_period(office)
    doors = [_entry(door, office.key, period, request.path) for door in DOORS if can(actor, door.action)]
    return {
        "office": office,
        "period": period,
        "own_unit": getattr(request, "own_unit", ""),
        "doors": doors,
        "explained": _explained(request, actor, doors),
        "periods": _periods(request, period),
        "may": May(actor),
        "roles": [role.label for role in sorted(actor.roles)],
    }


def current_period(office: Any) -> Period:
    """The period people work on: the newest with imports, or the running quarter."""
    codes = readers.periods(office)
    return max(codes, key=lambda one: (one.end, one.start)) if codes else quarter(timezone.localdate())


def quarter(day: date) -> Period:
    """The quarter that a day lies in."""
    return Period.parse(f"{day.year}Q{(day.month - 1) // 3 + 1}")


def offered_periods(office: Any, actor: Actor) -> set[Period]:
    """The periods with imports and the running quarter; to whoever imports also those before it, whose
    spreadsheets come in late."""
    running = quarter(timezone.localdate())
    offered = {*readers.periods(office), running}
    if can(actor, Action.IMPORTS_WRITE):
        for _ in range(QUARTERS_BACK):
            running = running.previous()
            offered.add(running)
    return offered


def _periods(request: HttpRequest, period: Period) -> list[dict[str, Any]]:
    """The same page of other periods, on pages that are about a period."""
    match = request.resolver_match
    if (
        match is None
        or match.view_name is None
        or match.view_name in ONLY_HERE
        or not {"office", "period"} <= match.kwargs.keys() <= SAME_ANYWHERE
    ):
        return []
    offered = offered_periods(request.office, request.actor)  # type: ignore[attr-defined]
    return [
        {
            "label": one.label,
            "here": one == period,
            "url": reverse(match.view_name, kwargs=match.kwargs | {"period": one}),
        }
        for one in sorted({*offered, period}, reverse=True)
    ]


def _explained(request: HttpRequest, actor: Actor, doors: list[dict[str, Any]]) -> str:
    """Where the manual explains this page to this person."""
    page = request.resolver_match.view_name if request.resolver_match else ""
    room = next((door["page"] for door in doors if door["here"]), "")
    return guide.section(actor.roles, page or "", room)


def _entry(door: Door, office: str, period: Period, path: str) -> dict[str, Any]:
    url = _address(door, office, period if door.of_period else None)
    here = path == url if door.page == "home" else path.startswith(url)
    return {"label": door.label, "icon": door.icon, "page": door.page, "url": url, "here": here}


@lru_cache(maxsize=1024)
def _address(door: Door, office: str, period: Period | None) -> str:
    """Finding an address takes a tenth of a millisecond, and every page shows a dozen."""
    return reverse(door.page, args=(office, period) if period else (office,))

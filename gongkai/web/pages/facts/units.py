"""The units of the office, each with how it stands in the period."""

from collections import Counter
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from gongkai.assessment.warnings.warning import State
from gongkai.records import assessments, rectifications
from gongkai.records.models import Unit
from gongkai.web import acting, exports, standing
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.listing import Cell, Column, Filter, Row, listing, wants_export
from gongkai.workflows.rectification import OPEN
from gongkai.workflows.rights import Action, can, check_can

RESULTS = {"rank", "problems"}
"""Columns that say nothing before there is a result to see."""
FIELDS = ("name", "full_name", "group", "kind", "ranked")


@page(Action.FACTS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """Every unit, or one's own, in the order of the register."""
    rows = _rows(request)
    shown = listing(
        request,
        rows,
        [one for one in COLUMNS if one.key not in RESULTS or any(row[one.key] is not None for row in rows)],
        filters=[
            Filter("group", "分组", _choices(rows, "group")),
            Filter("kind", "类别", _choices(rows, "kind")),
        ],
        search=("name", "full_name", "aliases"),
        size=100,
    )
    if wants_export(request):
        check_can(request.actor, Action.FACTS_EXPORT)
        return exports.workbook(shown, f"{request.period.label}单位情况")
    may_export = can(request.actor, Action.FACTS_EXPORT)
    return render(request, "facts/units.html", {"listing": shown, "may_export": may_export})


def _choices(rows: list[dict[str, Any]], key: str) -> list[tuple[str, str]]:
    return [(value, value) for value in dict.fromkeys(row[key] for row in rows)]


def _rows(request: OfficeRequest) -> list[dict[str, Any]]:
    units = Unit.objects.filter(office=request.office).prefetch_related("aliases")
    if request.own_unit:
        units = units.filter(name=request.own_unit)
    warned = standing.of(request).states
    ranks, problems = _results(request)
    open_items = _open_items(request)
    return [
        {
            **{name: getattr(unit, name) for name in FIELDS},
            "aliases": "、".join(alias.name for alias in unit.aliases.all()),
            "late": warned[unit.name][State.LATE] if unit.name in warned else 0,
            "due": warned[unit.name][State.DUE] if unit.name in warned else 0,
            "rank": ranks.get(unit.name),
            "problems": problems.get(unit.name, 0) if problems is not None else None,
            "items": open_items.get(unit.name, 0),
            "href": reverse("unit", args=[request.office.key, request.period, unit.name]),
        }
        for unit in units
    ]


def _results(request: OfficeRequest) -> tuple[dict[str, int], Counter[str] | None]:
    """Rank and number of problems of each unit, as far as the person may see them."""
    seen = assessments.seen(request.office, request.period.code, request.actor.roles)
    if seen is None:
        return {}, None
    cards = (card for card in seen.content.scorecards if seen.everyone)
    return {card.unit: card.rank for card in cards}, Counter(one.unit for one in seen.content.findings)


def _open_items(request: OfficeRequest) -> Counter[str]:
    rows = rectifications.seen_by(request.office, request.actor, request.own_unit, acting.today())
    return Counter(rows.filter(state__in=OPEN).order_by().values_list("unit", flat=True))


def _number(key: str, mark: str = "") -> Column:
    """A count that is left blank where it is 0."""
    label = {
        "late": "已逾期",
        "due": "即将到期",
        "rank": "名次",
        "problems": "存在问题",
        "items": "未销号整改",
    }[key]
    return Column(key, label, "number", cell=lambda row: Cell(row[key] or "", mark=mark if row[key] else ""))


def _name(row: Row) -> Cell:
    return Cell(row["name"], row["href"], title=row["full_name"])


COLUMNS = (
    Column("name", "单位", cell=_name),
    Column("group", "分组"),
    Column("kind", "类别"),
    _number("late", "late"),
    _number("due", "due"),
    _number("rank"),
    _number("problems"),
    _number("items"),
)

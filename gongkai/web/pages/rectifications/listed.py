"""The same items as a list, to be sorted, searched and exported."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from gongkai.records import calendars
from gongkai.terms import Period
from gongkai.web import acting, exports
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.listing import Cell, Column, Row, listing, wants_export
from gongkai.web.pages.rectifications import narrowing, presenting
from gongkai.workflows.rectification import State
from gongkai.workflows.rights import Action

FIELDS = ("number", "unit", "kind", "item", "period", "state", "deadline", "supervised_at", "reminded_at")


@page(Action.RECTIFICATIONS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """The list as the address asks; whoever sees it may export it."""
    found = listing(
        request,
        narrowing.with_standing(request).values("pk", *FIELDS),
        _columns(request),
        filters=narrowing.filters(request, states=True),
        search=("unit", "kind", "item", "text"),
    )
    if wants_export(request):
        return exports.workbook(found, f"{request.office.name}整改事项")
    return render(request, "rectifications/list.html", {"listing": found})


def _columns(request: OfficeRequest) -> Sequence[Column]:
    office, today, calendar = request.office.key, acting.today(), calendars.of(request.office)

    def opened(row: Row) -> Cell:
        title = presenting.title(row["kind"], row["item"])
        return Cell(title, href=reverse("rectification", args=[office, row["number"]]))

    def left(row: Row) -> Cell:
        found = presenting.left(row["state"], row["deadline"], today, calendar)
        return Cell(found.text, mark=found.mark)

    return (
        Column("number", "序号", "number"),
        Column("unit", "单位"),
        Column("kind", "问题", cell=opened),
        Column("period", "期间", "date", cell=lambda row: Cell(Period.parse(row["period"]).label)),
        Column("state", "状态", cell=lambda row: Cell(State(row["state"]).label)),
        Column("deadline", "整改期限", "date"),
        Column("left", "时限", cell=left, sortable=False),
        Column("reminded_at", "最近催办", "date"),
        Column("supervised_at", "移交督查", "date"),
    )

"""Problems that came again (反弹), over the periods of the issued notices."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from gongkai.assessment.repeats import Repeat
from gongkai.records import rectifications
from gongkai.terms import Period
from gongkai.web import exports
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.listing import Cell, Column, Filter, Row, listing, wants_export
from gongkai.web.pages.rectifications import narrowing, presenting
from gongkai.workflows.rights import Action

AGAIN = [("yes", "销号后反弹"), ("no", "一直未销号")]


@page(Action.RECTIFICATIONS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """Units and problems with the periods in which they came."""
    found = rectifications.repeated(narrowing.seen(request))
    rows = [_row(repeat) for repeat in found]
    shown = listing(request, rows, _columns(request), filters=_filters(rows), search=("unit", "kind", "item"))
    if wants_export(request):
        return exports.workbook(shown, f"{request.office.name}反复出现的问题")
    return render(request, "rectifications/repeats.html", {"listing": shown})


def _row(repeat: Repeat) -> Mapping[str, Any]:
    return {
        "unit": repeat.problem.unit,
        "kind": repeat.problem.kind.value,
        "item": repeat.problem.item,
        "times": len(repeat.periods),
        "periods": "、".join(Period.parse(code).label for code in repeat.periods),
        "running": repeat.running,
        "again": "yes" if repeat.rebounded else "no",
    }


def _filters(rows: Sequence[Row]) -> Sequence[Filter]:
    units = dict.fromkeys(row["unit"] for row in rows)
    kinds = dict.fromkeys(row["kind"] for row in rows)
    return (
        Filter("unit", "单位", presenting.choices(units)),
        Filter("kind", "问题", presenting.choices(kinds)),
        Filter("again", "反弹", AGAIN),
    )


def _columns(request: OfficeRequest) -> Sequence[Column]:
    address = reverse("rectification_list", args=[request.office.key])

    def items(row: Row) -> Cell:
        asked = {"unit": row["unit"], "kind": row["kind"], "q": row["item"]}
        return Cell(presenting.title(row["kind"], row["item"]), href=f"{address}?{urlencode(asked)}")

    def again(row: Row) -> Cell:
        return Cell("销号后反弹", mark="late") if row["again"] == "yes" else Cell("")

    return (
        Column("unit", "单位"),
        Column("kind", "问题", cell=items),
        Column("times", "出现期数", "number"),
        Column("running", "连续期数", "number"),
        Column("periods", "出现的期间", sortable=False),
        Column("again", "反弹", cell=again),
    )

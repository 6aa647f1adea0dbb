"""League tables by group."""

from django.http import HttpResponse
from django.shortcuts import render

from gongkai.actions import packs
from gongkai.records.assessments import Seen
from gongkai.web import exports
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.listing import Listing, listing, wants_export
from gongkai.web.pages.assessments import seeing, tables
from gongkai.workflows.rights import Action

TITLE = "考核结果一览"
WHOLE_GROUP = 500
"""Rows a page: a league table is read whole."""


@page(Action.ASSESSMENTS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """The table of one group, `group` in the address or the first."""
    seen = seeing.seen(request)
    if seen is None:
        return seeing.nothing(request, TITLE)
    if not seen.everyone:
        return seeing.only_published(request, TITLE)
    groups = tables.groups(packs.of(seen.row), seen.content)
    asked = request.GET.get("group", "")
    group = asked if asked in groups else groups[0]
    shown = _listing(request, seen, group)
    if wants_export(request):
        return exports.workbook(shown, f"{request.period.label}{group}考核结果")
    context = {
        "seen": seen,
        "groups": groups,
        "group": group,
        "listing": shown,
        "scored": bool(seen.content.scorecards),
        "notes": [(row["unit"], row["note"]) for row in shown.rows if row.get("note")],
        "may_export": True,
    }
    return render(request, "assessments/league.html", context)


def _listing(request: OfficeRequest, seen: Seen, group: str) -> Listing:
    table = tables.table(packs.of(seen.row), request.period, seen.content, group, request.own_unit)
    columns = table.plain if wants_export(request) else table.columns
    return listing(request, table.rows, columns, search=("unit",), size=WHOLE_GROUP, keeps=("group",))

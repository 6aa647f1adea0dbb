"""Everything about one unit in the period."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from gongkai.measures.facts import KIND_LABELS
from gongkai.office.pack import Office, Unit
from gongkai.records import assessments, packs
from gongkai.web import standing
from gongkai.web.charts import from_assessment
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.facts import unit_accounts, unit_cases, unit_columns, unit_course, unit_figures
from gongkai.web.pages.home import addresses
from gongkai.web.pages.home.cards.progress import lines
from gongkai.workflows.rights import Action


@page(Action.FACTS_SEE)
def index(request: OfficeRequest, unit: str) -> HttpResponse:
    """Figures against targets, warnings, columns, accounts, open cases, problems and what became of them.

    Figures are those of the newest assessment that the person may see; before there is one, what was imported.
    """
    office = packs.current(request.office).office
    found = next((one for one in office.units if one.name == unit), None)
    if found is None or (request.own_unit and unit != request.own_unit):
        raise Http404
    return render(request, "facts/unit.html", {"unit": found, **_context(request, office, found)})


def _context(request: OfficeRequest, office: Office, unit: Unit) -> dict[str, Any]:
    seen = assessments.seen(request.office, request.period.code, request.actor.roles)
    content = seen.content if seen else None
    return {
        "seen": seen,
        "kinds": KIND_LABELS.items(),
        "lines": unit_figures.lines(request, content, unit.name) if content else (),
        "progress": list(lines(standing.progress(request, unit.name))),
        "warnings": _warnings(request, unit.name),
        "heat": from_assessment.column_heat(office, content, [unit.name]) if content else None,
        "columns": unit_columns.table(request, office, unit.name) if content is None else None,
        "accounts": unit_accounts.rows(request, office, content, unit.name),
        "cases": unit_cases.open_cases(request, unit.name),
        **unit_course.context(request, seen, unit.name),
    }


def _warnings(request: OfficeRequest, unit: str) -> list[dict[str, Any]]:
    found = standing.warnings(request, unit)
    place = request.office.key, request.period
    return [
        {
            "state": one.state.value,
            "mark": standing.MARKS[one.state],
            "text": one.text,
            "due": one.due,
            "href": addresses.why(*place, one._asdict()),
        }
        for one in found
    ]

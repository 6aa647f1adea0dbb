"""The page behind any figure: what it is, by which rule, of what it is made, and the facts it counts."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from gongkai.actions import packs
from gongkai.assessment.result import Assessment
from gongkai.measures.facts import KIND_LABELS
from gongkai.measures.figures import Figure
from gongkai.measures.registry import MEASURES
from gongkai.notice import wording
from gongkai.records import assessments, factlists, facts, imported
from gongkai.records.assessments import Seen
from gongkai.records.imported import Imported
from gongkai.terms import Period, TermError
from gongkai.web import exports
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.listing import Listing, listing, wants_export
from gongkai.web.pages.assessments import origins, seeing
from gongkai.web.pages.assessments.origins import Asked, Material
from gongkai.web.pages.facts import columns
from gongkai.workflows.rights import Action, can, check_can

NAMED = 6
CHANGE = "change."


@page(Action.ASSESSMENTS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """The figure that `measure`, `unit`, `item` and `window` of the address name."""
    seen = seeing.seen(request)
    if seen is None:
        return seeing.nothing(request, "数字的来历")
    asked = _asked(request, seen)
    material = _material(request, seen, asked)
    origin = origins.explain(material, asked)
    if origin is None:
        raise Http404
    imports = imported.into(request.office, request.period.code)
    facts = _facts(request, origin.facts, imports) if origin.facts else None
    if facts and wants_export(request):
        check_can(request.actor, Action.FACTS_EXPORT)
        return exports.workbook(facts, f"{request.period.label}{origin.title}")
    return render(
        request,
        "assessments/figure.html",
        {
            "origin": origin,
            "scope": _scope(asked),
            "units": asked.units,
            "seen": seen,
            "listing": facts,
            "facts_label": KIND_LABELS[MEASURES[origin.facts.measure].kind] if origin.facts else "",
            "moved": facts is not None and set(imports.files) != set(seen.row.batches),
            "may_export": can(request.actor, Action.FACTS_EXPORT),
        },
    )


def _asked(request: OfficeRequest, seen: Seen) -> Asked:
    """What the address asks for, narrowed to one's own unit; a unit nobody knows, or another's, is no page."""
    given = request.GET
    units = [name for text in given.getlist("unit") for name in text.split("、") if name]
    known = seen.content.figures_by_unit.keys() | {card.unit for card in seen.content.scorecards}
    own = request.own_unit
    if own and set(units) - {own}:
        raise Http404
    known |= {unit.name for unit in packs.of(seen.row).units}
    if set(units) - known:
        raise Http404
    window = given.get("window", "")
    if window and not _is_period(window):
        raise Http404
    chosen = (own,) if own else tuple(dict.fromkeys(units))
    return Asked(given.get("measure", ""), chosen, given.get("item", ""), window)


def _is_period(text: str) -> bool:
    try:
        Period.parse(text)
    except TermError:
        return False
    return True


def _material(request: OfficeRequest, seen: Seen, asked: Asked) -> Material:
    previous: Assessment | None = None
    if asked.measure.startswith(CHANGE):
        before = assessments.seen(request.office, request.period.previous().code, request.actor.roles)
        previous = before.content if before else None
    return Material(packs.of(seen.row), request.period, seen.content, previous)


def _scope(asked: Asked) -> str:
    """全部单位, or the units, then the item and the part of the period."""
    parts = [wording.sample(asked.units, NAMED) if asked.units else "全部单位"]
    parts += [f"“{asked.item}”"] if asked.item else []
    parts += [Period.parse(asked.window).label] if asked.window else []
    return " · ".join(parts)


def _facts(request: OfficeRequest, figure: Figure, imports: Imported) -> Listing:
    kind = MEASURES[figure.measure].kind
    place: dict[str, Any] = {"office": request.office.key, "period": request.period}
    rows = facts.counted(factlists.of(request.office, request.period, kind, imports), figure)
    return listing(
        request,
        rows.values(*columns.fields(kind)),
        columns.columns(
            kind,
            imports.files,
            lambda unit: reverse("unit", kwargs={**place, "unit": unit}),
            lambda batch: f"{reverse('fact_list', kwargs={**place, 'kind': kind})}?batch_id={batch}",
        ),
        sort="day",
        totals=columns.total_of(kind),
        keeps=("measure", "unit", "item", "window"),
    )

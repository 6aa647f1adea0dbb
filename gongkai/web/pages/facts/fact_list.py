"""The facts of a kind: filtered, searched, paged, added up, exported."""

from collections.abc import Callable, Iterator
from functools import cache

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from gongkai.measures.facts import KIND_LABELS, SUBJECTS
from gongkai.records import factlists, imported, packs
from gongkai.records.factlists import FactRows
from gongkai.records.imported import Imported
from gongkai.web import exports
from gongkai.web.fact_words import FIELD_LABELS
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.listing import Filter, Listing, listing, wants_export
from gongkai.web.pages.facts import columns
from gongkai.workflows.rights import Action, can, check_can


@page(Action.FACTS_SEE)
def index(request: OfficeRequest, kind: str) -> HttpResponse:
    """The facts of a kind in the period."""
    imports = imported.into(request.office, request.period.code)
    every = factlists.of(request.office, request.period, kind, imports, request.own_unit)
    shown = _listing(request, kind, every, imports)
    if wants_export(request):
        check_can(request.actor, Action.FACTS_EXPORT)
        return exports.workbook(shown, f"{request.period.label}{KIND_LABELS[kind]}明细")
    return render(
        request,
        "facts/list.html",
        {
            "kind": kind,
            "label": KIND_LABELS[kind],
            "kinds": KIND_LABELS.items(),
            "listing": shown,
            "may_export": can(request.actor, Action.FACTS_EXPORT),
        },
    )


def _listing(request: OfficeRequest, kind: str, every: FactRows, imports: Imported) -> Listing:
    """Ordered as the index stands unless asked otherwise: no page sorts a hundred thousand rows."""
    return listing(
        request,
        every.values(*columns.fields(kind)),
        columns.columns(
            kind,
            imports.files,
            *_addresses(request),
        ),
        filters=list(_filters(request, kind, every, imports)),
        search=columns.searched(kind),
        sort="day" if request.GET.get("unit") or request.own_unit else "unit",
        totals=columns.total_of(kind),
    )


def _addresses(request: OfficeRequest) -> tuple[Callable[[str], str], Callable[[int], str]]:
    """Where units and batches are, each looked up once: an export asks for every row."""
    place = {"office": request.office.key, "period": request.period}
    sees_imports = can(request.actor, Action.IMPORTS_SEE)

    @cache
    def unit_address(unit: str) -> str:
        return reverse("unit", kwargs={**place, "unit": unit})

    @cache
    def batch_address(batch: int) -> str:
        return reverse("batch", kwargs={**place, "number": batch}) if sees_imports else ""

    return unit_address, batch_address


def _filters(request: OfficeRequest, kind: str, every: FactRows, imports: Imported) -> Iterator[Filter]:
    if not request.own_unit:
        units = packs.current(request.office).office.units
        yield Filter("unit", "单位", [(one.name, one.name) for one in units])
    if len(request.period.months()) > 1:
        yield Filter("month", "月份", columns.months(request.period))
    if subject := SUBJECTS.get(kind):
        named = factlists.values_of(every, subject)
        yield Filter(subject, FIELD_LABELS[subject], [(name, name) for name in named])
    if kind in factlists.CASES:
        yield Filter("type", "类型", [(name, name) for name in factlists.values_of(every, "type")])
        yield Filter("result", "办理情况", columns.results(factlists.values_of(every, "result")))
    batches = [(str(number), f"{number} {name}") for number, name in imports.files.items()]
    yield Filter("batch_id", "导入批次", batches)

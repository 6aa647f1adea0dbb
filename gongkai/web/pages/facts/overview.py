"""What is known of a period, kind by kind."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from gongkai.measures.facts import KIND_LABELS
from gongkai.records import factlists, imported
from gongkai.web.gate import OfficeRequest, page
from gongkai.workflows.rights import Action


@page(Action.FACTS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """How much there is of each kind."""
    imports = imported.into(request.office, request.period.code)
    tallies = factlists.tallies(request.office, request.period, KIND_LABELS, imports, request.own_unit)
    rows: list[dict[str, Any]] = [
        {"kind": kind, "label": KIND_LABELS[kind], **tally} for kind, tally in tallies.items()
    ]
    return render(request, "facts/overview.html", {"rows": rows, "files": len(imports.files)})

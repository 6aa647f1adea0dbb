"""The messages and orders of a unit that are not closed."""

from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import F
from django.urls import reverse

from gongkai.measures.facts import KIND_LABELS
from gongkai.records import standings
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest

SHOWN = 8


class OpenCases(NamedTuple):
    """The first open cases of a kind by the day they are due, how many there are, and where all of them are."""

    label: str
    rows: list[dict[str, Any]]
    total: int
    href: str


def open_cases(request: OfficeRequest, unit: str) -> list[OpenCases]:
    """Each kind of which any is open."""
    totals = standings.open_totals(request.office, request.period)
    found = {kind: totals.get((kind, unit), 0) for kind in standings.CASES}
    return [_of_kind(request, kind, unit, total) for kind, total in found.items() if total]


def _of_kind(request: OfficeRequest, kind: str, unit: str, total: int) -> OpenCases:
    rows = standings.open_rows(request.office, request.period, kind).filter(unit=unit)
    by_day = rows.order_by(F("due").asc(nulls_last=True), "day", "pk")
    shown = list(by_day.values("number", "type", "day", "due", "quantity")[:SHOWN])
    today = acting.today()
    for row in shown:
        row["late"] = row["due"] is not None and row["due"] < today
    address = reverse("fact_list", args=[request.office.key, request.period, kind])
    return OpenCases(KIND_LABELS[kind], shown, total, f"{address}?{urlencode({'unit': unit, 'sort': 'due'})}")

"""One register as a list."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from gongkai.records import packs
from gongkai.sources.registers import registry
from gongkai.web import exports
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.listing import Column, listing, wants_export
from gongkai.web.pages.registers import finding, presenting
from gongkai.workflows.rights import Action


@page(Action.REGISTERS_SEE)
def index(request: OfficeRequest, register: str) -> HttpResponse:
    """The entries of a register; those of one unit for its own people."""
    known = finding.register(request, register)
    if known.alone:
        return redirect(presenting.address("register_entry", request.office.key, register, ""))
    office = packs.current(request.office).office
    found = presenting.entries(office, register, request.own_unit)
    rows = [presenting.row(register, place, entry, request.office.key) for place, entry in found]
    shown = listing(
        request,
        rows,
        presenting.columns(register),
        filters=presenting.filters(register, rows),
        search=presenting.searched(register),
    )
    if wants_export(request):
        return exports.workbook(shown, known.title)
    context = {
        "listing": shown,
        "register": register,
        "known": known,
        "hint": presenting.HINTS[register],
        "rows": [lined(row, shown.columns) for row in shown.page.object_list],
        "movable": known.ordered and not (shown.chosen or shown.query or shown.sort),
        "last": len(rows),
        "sheet": register in registry.REGISTERS,
        "new": reverse("register_new", args=(request.office.key, register)),
    }
    return render(request, "registers/list.html", context)


def lined(row: dict[str, Any], columns: Sequence[Column]) -> dict[str, Any]:
    """A row for the table: its key and place, and its cells: kind, cell, heading."""
    return {**row, "cells": [(column.kind, column.shown(row), column.label) for column in columns]}

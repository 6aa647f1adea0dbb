"""Counts by the month: a row a unit, or a unit's column, account or outlet; a cell a month."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from gongkai.actions import enter
from gongkai.actions.enter import Entered, StoredCount
from gongkai.actions.mixing import FORMS
from gongkai.measures.facts import KIND_LABELS, SUBJECTS, Precision
from gongkai.records import packs, uploads
from gongkai.sources import grids
from gongkai.sources.faults import Fault
from gongkai.sources.grids import GRIDS, GridCell, GridMonth, GridRow
from gongkai.web import acting
from gongkai.web.fact_words import field_label
from gongkai.web.gate import OfficeRequest, page
from gongkai.workflows.rights import Action

ROWS = 100
"""On one page."""
LONGEST = 20
Texts = Mapping[GridCell, str]


@page(Action.FACTS_ENTER, methods=("GET", "POST"))
def index(request: OfficeRequest, kind: str) -> HttpResponse:
    """The grid of a kind, filled in with what is stored; POST writes the cells that were changed."""
    if request.method != "POST":
        return _shown(request, kind)
    typed, shown = _typed(request), _shown_before(request)
    done = enter.grid(
        request.office,
        request.period,
        kind,
        typed,
        shown,
        actor=request.actor,
        by=acting.who(request),
        at=acting.now(),
    )
    if done.batch is None:
        return _refused(request, kind, typed, done)
    messages.success(request, f"已写入{KIND_LABELS[kind]}，批次{done.batch.pk}。如有误可在本页撤销。")
    return redirect("batch", request.office.key, request.period, done.batch.pk)


def _refused(request: OfficeRequest, kind: str, typed: Texts, done: Entered) -> HttpResponse:
    if done.moved:
        fault = (
            "您打开表格之后，标出的格子已由他人改动；您填的内容保留在表中，请核对后再提交，提交即以您的为准。"
        )
    elif done.emptied:
        fault = (
            "清空格子不能删除已写入的数量：确为零的请填 0；误填的请撤销写入它的批次。现在没有写入任何内容。"
        )
    elif done.compared and done.compared.refused:
        fault = "有格子需要改正，全部改好后一并写入；现在没有写入任何内容。"
    else:
        messages.info(request, "没有改动，无须写入。")
        return redirect(request.get_full_path())
    return _shown(request, kind, typed, done, fault, status=409 if done.moved else 422)


def _shown(
    request: OfficeRequest,
    kind: str,
    typed: Texts | None = None,
    done: Entered | None = None,
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    done = done or Entered()
    office = packs.current(request.office).office
    every, months = grids.grid_rows(kind, office, request.period), grids.grid_months(request.period)
    rows, subjects = _narrowed(request, kind, every)
    place = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    stored = enter.stored(request.office, request.period, kind)
    other = _other(request, kind)
    said = _said(kind, done, every, months)
    context = {
        "kind": kind,
        "label": KIND_LABELS[kind],
        "grids": [(each, KIND_LABELS[each]) for each in GRIDS],
        "subject_label": field_label(SUBJECTS[kind]) if kind in SUBJECTS else "",
        "subjects": subjects,
        "subject": request.GET.get("subject", ""),
        "months": months,
        "page": place,
        "rows": [_row(row, months, stored, typed or {}, done, said, other) for row in place],
        "shown": json.dumps(
            [[*cell, str(now.count)] for cell, now in stored.items() if GridRow(*cell[:2]) in set(place)],
            ensure_ascii=False,
        ),
        "fault": fault,
        "general": said.get((GridRow(""), ""), []),
        "moved": _told(done.moved, months),
        "emptied": _told(done.emptied, months),
    }
    return render(request, "imports/grid.html", context, status=status)


def _narrowed(
    request: OfficeRequest, kind: str, rows: Sequence[GridRow]
) -> tuple[Sequence[GridRow], Sequence[str]]:
    """The rows of one outlet where there are many: the first, unless the address names another."""
    if kind != "adoptions":
        return rows, ()
    subjects = list(dict.fromkeys(row.subject for row in rows))
    chosen = request.GET.get("subject", "") or (subjects[0] if subjects else "")
    return [row for row in rows if row.subject == chosen], subjects


def _other(request: OfficeRequest, kind: str) -> dict[GridRow, str]:
    """Rows known in another form → which: they cannot be counted by the month as well."""
    subject = SUBJECTS.get(kind, "")
    found = uploads.otherwise_known(request.office, request.period.code, kind, subject)
    return {GridRow(unit, about): FORMS[Precision(precision)] for unit, about, precision in found}


def _row(
    row: GridRow,
    months: Sequence[GridMonth],
    stored: Mapping[GridCell, StoredCount],
    typed: Texts,
    done: Entered,
    said: Mapping[tuple[GridRow, str], list[Fault]],
    other: Mapping[GridRow, str],
) -> dict[str, Any]:
    cells = []
    for month in months:
        cell = GridCell(*row, month.key)
        now = str(stored[cell].count) if cell in stored else ""
        cells.append(
            {
                "month": month,
                "text": typed.get(cell, now),
                "now": now,
                "moved": done.moved.get(cell),
                "emptied": done.emptied.get(cell),
                "said": said.get((row, month.key), []),
            }
        )
    return {"row": row, "cells": cells, "said": said.get((row, ""), []), "other": other.get(row, "")}


def _said(
    kind: str, done: Entered, rows: Sequence[GridRow], months: Sequence[GridMonth]
) -> dict[tuple[GridRow, str], list[Fault]]:
    """(row, month) → what is wrong there; "" for the whole row, and no row for the grid as a whole."""
    said: dict[tuple[GridRow, str], list[Fault]] = {}
    if done.compared is None:
        return said
    keys = grids.letters(months, kind in SUBJECTS)
    for fault in done.compared.left_out:
        row = rows[fault.row - 1] if 0 < fault.row <= len(rows) else GridRow("")
        said.setdefault((row, keys.get(fault.column, "")), []).append(fault)
    return said


def _told(cells: Mapping[GridCell, StoredCount], months: Sequence[GridMonth]) -> list[dict[str, Any]]:
    """The cells in words, for the list above the grid."""
    labels = {month.key: month.label for month in months}
    return [
        {"where": "·".join(filter(None, (cell.unit, cell.subject, labels.get(cell.month, "")))), "now": now}
        for cell, now in cells.items()
    ]


def _typed(request: OfficeRequest) -> dict[GridCell, str]:
    """The cells of the form: each row sends its unit and subject, each month a list in the order of the rows."""
    units, subjects = request.POST.getlist("unit"), request.POST.getlist("subject")
    typed = {}
    for month in grids.grid_months(request.period):
        for place, text in enumerate(request.POST.getlist(month.key)[: len(units)]):
            subject = subjects[place] if place < len(subjects) else ""
            typed[GridCell(units[place], subject, month.key)] = text[:LONGEST]
    return typed


def _shown_before(request: OfficeRequest) -> dict[GridCell, str]:
    """What the page held when it was opened; unreadable text counts as nothing, so that more is asked, not less."""
    try:
        cells = json.loads(request.POST.get("shown", ""))
        return {GridCell(unit, subject, month): str(count) for unit, subject, month, count in cells}
    except (ValueError, TypeError):
        return {}

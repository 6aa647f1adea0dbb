"""Single events typed into a form: several rows at once, each checked as a row of a spreadsheet is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from gongkai.actions import enter
from gongkai.actions.comparing import Preview
from gongkai.actions.enter import Entered
from gongkai.measures.facts import KIND_LABELS
from gongkai.office import pack
from gongkai.records import packs
from gongkai.sources import adjusting, registry
from gongkai.sources.adjusting import FormChoice
from gongkai.sources.desk import Desk
from gongkai.sources.faults import Fault
from gongkai.web import acting
from gongkai.web.fact_words import field_label, value_text
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.imports import offering
from gongkai.web.pages.imports.offering import Offer
from gongkai.workflows.rights import Action

ROWS, MORE, MOST = 5, 10, 200
LONGEST = 300
CHANGES_SHOWN = 20


@dataclass(frozen=True)
class Typed:
    """The rows of the form and what became of them."""

    rows: Sequence[Mapping[str, str]]
    fault: str = ""
    compared: Preview | None = None
    updates: bool = False


@page(Action.FACTS_ENTER, methods=("GET", "POST"))
def index(request: OfficeRequest, kind: str) -> HttpResponse:
    """The form of a kind; what is typed is kept until it is written."""
    if request.method != "POST":
        return _shown(request, kind, Typed([{}] * ROWS))
    rows = _rows(request, _form(request, kind, packs.current(request.office).office))
    if request.POST.get("more"):
        return _shown(request, kind, Typed([*rows, *[{}] * MORE][:MOST]))
    done = enter.rows(
        request.office,
        request.period,
        kind,
        rows,
        agreed=bool(request.POST.get("agreed")),
        actor=request.actor,
        by=acting.who(request),
        at=acting.now(),
    )
    if done.batch is None:
        return _refused(request, kind, rows, done)
    messages.success(request, f"已写入{KIND_LABELS[kind]}，批次{done.batch.pk}。如有误可在本页撤销。")
    return redirect("batch", request.office.key, request.period, done.batch.pk)


def _refused(
    request: OfficeRequest, kind: str, rows: Sequence[Mapping[str, str]], done: Entered
) -> HttpResponse:
    rows = [*rows, *[{}] * (ROWS - len(rows))]
    if done.updates:
        fault = "以下记录已有，提交后将按所填内容更新；请核对后确认，或修改后再提交。"
    elif done.compared and done.compared.refused:
        fault = "有内容需要改正，全部改好后一并写入；现在没有写入任何内容。"
    else:
        fault = "所填内容与已有数据一致，无须写入。"
    return _shown(request, kind, Typed(rows, fault, done.compared, done.updates), status=422)


def _shown(request: OfficeRequest, kind: str, typed: Typed, status: int = 200) -> HttpResponse:
    office, person = packs.current(request.office).office, acting.person(request).name
    form = _form(request, kind, office)
    offers = {field.key: offering.of(field, office, request.period, person) for field in form.fields}
    said = _said(typed.compared) if typed.compared else {}
    context = {
        "kind": kind,
        "label": KIND_LABELS[kind],
        "kinds": KIND_LABELS.items(),
        "form": form,
        "offers": offers,
        "rows": [_row(form, offers, number, row, said) for number, row in enumerate(typed.rows, 1)],
        "fault": typed.fault,
        "general": said.get((0, ""), []),
        "updates": typed.updates,
        "changes": list(_changes(typed.compared))[:CHANGES_SHOWN] if typed.updates and typed.compared else [],
        "may_add": len(typed.rows) < MOST,
    }
    return render(request, "imports/entry.html", context, status=status)


def _form(request: OfficeRequest, kind: str, office: pack.Office) -> FormChoice:
    return adjusting.form_choice(registry.form(kind), Desk(office, request.period))


def _rows(request: OfficeRequest, form: FormChoice) -> list[dict[str, str]]:
    """The rows as typed; rows left blank at the end are gone."""
    columns = {field.key: request.POST.getlist(field.key) for field in form.fields}
    count = min(MOST, max(map(len, columns.values()), default=0))
    rows = [
        {key: texts[place][:LONGEST] if place < len(texts) else "" for key, texts in columns.items()}
        for place in range(count)
    ]
    while len(rows) > 1 and not any(text.strip() for text in rows[-1].values()):
        rows.pop()
    return rows


def _said(compared: Preview) -> dict[tuple[int, str], list[Fault]]:
    """(row, field) → what is wrong or in doubt there; what is about no cell of the form stands at (0, "")."""
    layout = compared.reading.layouts[0]
    said: dict[tuple[int, str], list[Fault]] = {}
    for fault in (*compared.left_out, *compared.warnings):
        place = (fault.row, layout.field_at(fault.column)) if fault.row else (0, "")
        said.setdefault(place, []).append(fault)
    return said


def _row(
    form: FormChoice,
    offers: Mapping[str, Offer],
    number: int,
    row: Mapping[str, str],
    said: Mapping[tuple[int, str], list[Fault]],
) -> dict[str, Any]:
    return {
        "number": number,
        "cells": [
            {
                "field": field,
                "offer": offers[field.key],
                "text": row.get(field.key, ""),
                "said": said.get((number, field.key), []),
            }
            for field in form.fields
        ],
        "said": said.get((number, ""), []),
    }


def _changes(compared: Preview) -> Iterator[dict[str, Any]]:
    for difference in compared.differences.values():
        for change in difference.changed:
            yield {
                "row": change.new.row,
                "unit": change.new.unit,
                "fields": [
                    (field_label(name), value_text(change.before.get(name)), value_text(after))
                    for name, after in change.after.items()
                ],
            }

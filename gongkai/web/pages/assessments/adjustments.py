"""Adjustments by hand: what was entered, the form for one more, taking one back."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render

from gongkai.actions import adjust, storing
from gongkai.actions.adjust import FIELDS, AdjustError
from gongkai.actions.storing import EVIDENCE, FileRefused
from gongkai.actions.undo import UndoError
from gongkai.assessment.sentences import rule_in_words, signed
from gongkai.office.pack import Office
from gongkai.office.scheme import Manual
from gongkai.records import adjustments, offices
from gongkai.records.models import AdjustmentEvidence
from gongkai.terms import points
from gongkai.web import acting, exports, kept_files
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.listing import Column, Filter, listing, wants_export
from gongkai.web.pages.assessments import seeing
from gongkai.workflows.rights import Action, can

COLUMNS = (
    Column("unit", "单位"),
    Column("item", "指标"),
    Column("points", "分值", "number"),
    Column("reason", "事由"),
    Column("person", "经办人"),
    Column("evidence", "佐证"),
    Column("written_at", "录入时间", "date"),
    Column("written_by", "录入人"),
)
NOT_BY_HAND = "本办公室的考核办法没有人工记分的指标，不能录入人工加减分"


@page(Action.ASSESSMENTS_SEE_DRAFTS)
def index(request: OfficeRequest) -> HttpResponse:
    """The adjustments of a period."""
    return _shown(request)


def _shown(request: OfficeRequest, fault: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    labels = {item.key: item.label for item in offices.load(request.office).scheme.items}
    rows = [_row(one, labels) for one in adjustments.entered(request.office, request.period.code)]
    units = dict.fromkeys(row["unit"] for row in rows)
    shown = listing(
        request,
        rows,
        COLUMNS,
        filters=[Filter("unit", "单位", [(unit, unit) for unit in units])],
        search=("unit", "item", "reason", "evidence"),
    )
    if wants_export(request):
        return exports.workbook(shown, f"{request.period.label}人工加减分")
    context = {
        "listing": shown,
        "closed": _closed(request),
        "fault": fault or {},
        "may_export": True,
    }
    return render(request, "assessments/adjustments.html", context, status=status)


def _row(one: adjustments.Entered, labels: dict[str, str]) -> dict[str, Any]:
    row = one.row
    return {
        "unit": row.unit,
        "item": labels.get(row.item, row.item),
        "points": signed(points(row.points)),
        "reason": row.reason,
        "person": row.person,
        "evidence": row.evidence,
        "written_at": one.batch.written_at,
        "written_by": one.batch.written_by,
        "batch": one.batch.pk,
        "alone": one.alone,
        "file": one.file,
        "place": f"{one.batch.file_name} 第{row.row}行",
    }


@page(Action.ADJUSTMENTS_ENTER, methods=("GET", "POST"))
def new(request: OfficeRequest) -> HttpResponse:
    """Enter one adjustment."""
    if request.method != "POST":
        typed = {name: request.GET.get(name, "") for name in FIELDS}
        return _form(request, typed | {"person": acting.person(request).name})
    typed = {name: request.POST.get(name, "") for name in FIELDS}
    try:
        adjust.enter(
            request.office,
            request.period,
            typed,
            file=kept_files.handed_in(request, "file", EVIDENCE),
            actor=request.actor,
            by=acting.who(request),
            at=acting.now(),
        )
    except AdjustError as error:
        return _form(request, typed, error.faults)
    except FileRefused as error:
        return _form(request, typed, {"file": str(error)})
    messages.success(request, "已录入；重新考核后计入得分。")
    return redirect("adjustments", request.office.key, request.period)


def _form(
    request: OfficeRequest, typed: dict[str, str], faults: dict[str, str] | None = None
) -> HttpResponse:
    office = offices.load(request.office)
    context = {
        "typed": typed,
        "faults": faults or {},
        "units": [unit.name for unit in office.units if unit.ranked],
        "items": _items(office),
        "closed": _closed(request),
        "accepted": "、".join(storing.LABELS[media] for media in storing.LABELS if media in EVIDENCE),
    }
    return render(request, "assessments/adjustment_new.html", context, status=422 if faults else 200)


def _closed(request: OfficeRequest) -> str:
    """Why nothing can be entered by hand; "" where it can."""
    if not _items(offices.load(request.office)):
        return NOT_BY_HAND
    return adjust.check_open(request.office, request.period)


def _items(office: Office) -> list[tuple[str, str]]:
    """(key, what it says in the list) of each indicator that is entered by hand."""
    return [
        (
            item.key,
            "·".join((item.dimension, item.label))
            + _bounds(office, item.groups)
            + f"，{rule_in_words(item)}",
        )
        for item in office.scheme.items
        if isinstance(item.rule, Manual)
    ]


def _bounds(office: Office, groups: tuple[str, ...]) -> str:
    return f"（{'、'.join(groups)}）" if groups and set(groups) != set(office.groups) else ""


@page(Action.ADJUSTMENTS_ENTER, methods=("POST",))
def take_back(request: OfficeRequest, number: int) -> HttpResponse:
    """Undo an entry, with the reason."""
    reason = request.POST.get("reason", "")
    try:
        adjust.take_back(
            request.office,
            request.period,
            number,
            reason=reason,
            actor=request.actor,
            by=acting.who(request),
            at=acting.now(),
        )
    except (AdjustError, UndoError) as error:
        return _shown(request, {"batch": number, "reason": reason, "why": str(error)}, status=422)
    messages.success(request, "已撤销；重新考核后不再计入得分。")
    return redirect("adjustments", request.office.key, request.period)


@page(Action.ASSESSMENTS_SEE)
def evidence(request: OfficeRequest, number: int) -> FileResponse:
    """The file behind an adjustment; a unit opens those of its own."""
    rows = AdjustmentEvidence.objects.select_related("file", "batch")
    rows = rows.filter(batch__office=request.office, batch__period=request.period.code, file=number)
    found = rows.first()
    if found is None or not (can(request.actor, Action.ASSESSMENTS_SEE_DRAFTS) or _own(request, found)):
        raise Http404
    return exports.stored(found.file)


def _own(request: OfficeRequest, found: AdjustmentEvidence) -> bool:
    """Whether it backs adjustments of the person's own unit alone, whose result they may see."""
    own = request.own_unit
    return bool(own) and seeing.seen(request) is not None and adjustments.units(found.batch) == {own}

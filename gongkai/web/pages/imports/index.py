"""The door of the room: hand files in, take up what is unfinished, look at what was written."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from gongkai.actions import uploading
from gongkai.actions.storing import FileRefused
from gongkai.actions.uploading import Received
from gongkai.measures.facts import KIND_LABELS
from gongkai.records import assessments, uploads
from gongkai.records.models.batches import BatchState
from gongkai.sources.grids import GRIDS
from gongkai.web import acting, exports
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.jobs import uploads as jobs
from gongkai.web.listing import Cell, Column, Filter, Listing, Row, listing, wants_export
from gongkai.web.pages.imports import presenting
from gongkai.workflows import rights
from gongkai.workflows.rights import Action

MOST_FILES = 20
"""Handed in at once."""


@page(Action.IMPORTS_SEE, methods=("GET", "POST"))
def index(request: OfficeRequest) -> HttpResponse:
    """Files on their way and batches of the period; POST hands files in."""
    if request.method == "POST":
        return _handed_in(request)
    return _shown(request)


def _shown(request: OfficeRequest, status: int = 200) -> HttpResponse:
    found = _batches(request)
    if wants_export(request):
        rights.check_can(request.actor, Action.FACTS_EXPORT)
        return exports.workbook(found, f"{request.period.label}导入批次")
    context = {
        "listing": found,
        "may_export": rights.can(request.actor, Action.FACTS_EXPORT),
        "waiting": [
            presenting.standing(each) for each in uploads.unfinished(request.office, request.period.code)
        ],
        "most_bytes": settings.UPLOAD_BYTES,
        "kinds": KIND_LABELS.items(),
        "grids": [(kind, KIND_LABELS[kind]) for kind in GRIDS],
        "frozen": assessments.published(request.office, request.period.code),
    }
    return render(request, "imports/index.html", context, status=status)


def _handed_in(request: OfficeRequest) -> HttpResponse:
    """Each file by itself: one that is refused keeps none of the others out."""
    rights.check_can(request.actor, Action.IMPORTS_WRITE)
    files = request.FILES.getlist("files")
    if not files:
        messages.error(request, "没有选择文件，请选择一个或几个表格后再上传。")
    elif len(files) > MOST_FILES:
        messages.error(request, f"一次最多上传 {MOST_FILES} 个文件，现在选了 {len(files)} 个，请分次上传。")
        files = []
    received = [each for file in files if (each := _received(request, file))]
    if not received:
        return _shown(request, status=422)
    if len(files) == 1:
        return redirect("upload", request.office.key, request.period, received[0].upload.pk)
    if new := sum(1 for each in received if not each.repeated):
        messages.success(request, f"已收到 {new} 个文件，正在逐个识别，请在下面的列表中逐个办理。")
    return redirect("imports", request.office.key, request.period)


def _received(request: OfficeRequest, file: UploadedFile) -> Received | None:
    """None where it was refused; the person is told why."""
    by = acting.who(request)
    try:
        with transaction.atomic():
            received = uploading.receive(
                request.office,
                request.period,
                file.name or "",
                file.chunks(),
                file.size or 0,
                person=acting.person(request),
                actor=request.actor,
                by=by,
                at=acting.now(),
            )
            if not received.repeated:
                jobs.ask(received.upload, by)
    except FileRefused as refusal:
        messages.error(request, str(refusal))
        return None
    if received.repeated:
        messages.info(request, f"“{file.name}”已经上传过、正在办理，没有重复接收。")
    return received


def _batches(request: OfficeRequest) -> Listing:
    rows = [_row(batch) for batch in uploads.counted(request.office, request.period.code)]
    return listing(
        request,
        rows,
        _columns(request),
        filters=[Filter("state", "状态", [(state.label, state.label) for state in BatchState])],
        search=("file_name", "written_by"),
        sort="-pk",
    )


def _row(batch: Any) -> dict[str, Any]:
    counts: Sequence[dict[str, int]] = list(batch.counts.values())
    kinds = "、".join(KIND_LABELS.get(kind, kind) for kind in batch.counts)
    totals = {name: sum(each[name] for each in counts) for name in ("added", "changed", "same")}
    return {
        "pk": batch.pk,
        "file_name": batch.file_name,
        "kind": kinds,
        "written_at": batch.written_at,
        "written_by": batch.written_by,
        **totals,
        "notes": batch.noted,
        "state": BatchState(batch.state).label,
    }


def _columns(request: OfficeRequest) -> Sequence[Column]:
    def opened(row: Row) -> Cell:
        href = reverse("batch", args=[request.office.key, request.period, row["pk"]])
        return Cell(row["file_name"], href=href)

    def state(row: Row) -> Cell:
        return Cell(row["state"], mark="ok" if row["state"] == BatchState.DONE.label else "muted")

    def notes(row: Row) -> Cell:
        if not row["notes"]:
            return Cell("")
        return Cell(f"{row['notes']}条", mark="due")

    return (
        Column("pk", "批次", "number"),
        Column("file_name", "文件", cell=opened),
        Column("kind", "数据"),
        Column("written_at", "写入时间", "date"),
        Column("written_by", "写入人"),
        Column("added", "新增", "number"),
        Column("changed", "更新", "number"),
        Column("same", "未变", "number"),
        Column("notes", "提示", cell=notes),
        Column("state", "状态", cell=state),
    )

"""A batch: what one file or one entry brought, what was noted with it, and taking it back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from gongkai.actions import undo as undoing
from gongkai.actions.undo import UndoError
from gongkai.measures.facts import FACTS, KIND_LABELS
from gongkai.records import facts
from gongkai.records.models import Batch
from gongkai.records.models.batches import BatchState
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.imports import finding
from gongkai.workflows import rights
from gongkai.workflows.rights import Action, Forbidden

NOTES_SHOWN = 200


@page(Action.IMPORTS_SEE)
def index(request: OfficeRequest, number: int) -> HttpResponse:
    """The page of a batch."""
    batch = finding.batch(request, number)
    context = {
        "batch": batch,
        "state": BatchState(batch.state),
        "standing": batch.state == BatchState.DONE,
        "counts": [_count(batch, kind) for kind in batch.counts],
        "notes": batch.notes[:NOTES_SHOWN],
        "more_notes": max(0, len(batch.notes) - NOTES_SHOWN),
        "refused": sum(1 for note in batch.notes if note["refused"]),
        "renamed": sorted((name, unit) for name, unit in batch.names.items() if name != unit),
        "upload": batch.uploads.first(),
        "why_not": _why_not(request, batch),
    }
    return render(request, "imports/batch.html", context)


@page(Action.IMPORTS_UNDO, methods=("POST",))
def undo(request: OfficeRequest, number: int) -> HttpResponse:
    """Take back what the batch added, restore what it changed."""
    batch = finding.batch(request, number)
    undoing.run(batch.pk, by=acting.who(request), at=acting.now())
    messages.success(request, f"批次{batch.pk}已撤销：新增的数据已删除，更新过的数据已恢复原值。")
    return redirect("batch", request.office.key, request.period, batch.pk)


def _count(batch: Batch, kind: str) -> dict[str, Any]:
    """What the batch brought of a kind, and how much of it no later batch has changed."""
    standing = facts.of(batch.office, batch.period, kind).filter(batch=batch).count() if kind in FACTS else 0
    return {"kind": kind, "label": KIND_LABELS.get(kind, kind), "standing": standing, **batch.counts[kind]}


def _why_not(request: OfficeRequest, batch: Batch) -> str:
    """Why the batch cannot be undone now by this person, "" where it can."""
    try:
        rights.check_can(request.actor, Action.IMPORTS_UNDO)
        undoing.check_can_undo(batch)
    except (Forbidden, UndoError) as refusal:
        return str(refusal)
    return ""

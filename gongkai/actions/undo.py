"""Undo a batch, as long as nothing issued rests on it."""

from datetime import datetime

from django.db import transaction

from gongkai.records import facts
from gongkai.records.audit import Who, record
from gongkai.records.models import FACT_MODELS, Batch, Notice, ReplacedFact
from gongkai.records.models.batches import BatchState


class UndoError(ValueError):
    """The batch cannot be undone; the message says why and what to do."""


def check_can_undo(batch: Batch) -> None:
    """Raises UndoError with the reason, if there is one."""
    if batch.state == BatchState.UNDONE:
        raise UndoError(f"批次{batch.pk}已经撤销，无须再次撤销")
    later = ReplacedFact.objects.filter(former_batch=batch, batch__state=BatchState.DONE).values_list(
        "batch", flat=True
    )
    if numbers := sorted(set(later)):
        raise UndoError(f"批次{'、'.join(map(str, numbers))}更新过批次{batch.pk}的数据，请先撤销后来的批次")
    for notice in Notice.objects.filter(assessment__office=batch.office, assessment__period=batch.period):
        if batch.pk in notice.assessment.batches:
            raise UndoError(
                f"已印制的通报（{notice.assessment}）以批次{batch.pk}为依据，不能撤销；"
                "如数据有误，请导入更正后的表格，再重新评定、重新印制"
            )


@transaction.atomic
def run(number: int, *, by: Who, at: datetime) -> Batch:
    """Take back what a batch added and restore what it changed. Raises UndoError."""
    batch = Batch.objects.select_related("office").filter(pk=number).first()
    if batch is None:
        raise UndoError(f"没有编号为{number}的批次，可用 gongkai batches 查看")
    check_can_undo(batch)
    removed = {kind: _take_back(batch, kind) for kind in FACT_MODELS}
    batch.state = BatchState.UNDONE
    batch.save(update_fields=["state"])
    record(
        "batch.undo",
        f"{batch.office.key}/{batch.period}/{batch.pk}",
        by=by,
        at=at,
        old={"file": batch.file_name, "counts": batch.counts},
        new={"removed": {kind: count for kind, count in removed.items() if count}},
    )
    return batch


def _take_back(batch: Batch, kind: str) -> int:
    removed = facts.of(batch.office, batch.period, kind).filter(batch=batch).delete()[0]
    for former in ReplacedFact.objects.filter(batch=batch, kind=kind).select_related("former_batch"):
        fact = facts.from_json(kind, former.values)
        facts.insert(batch.office, batch.period, former.former_batch, kind, [fact])
    return removed

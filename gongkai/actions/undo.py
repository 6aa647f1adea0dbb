"""Undo a batch, as long as nothing issued rests on it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction

from gongkai.actions import publish, upload_steps
from gongkai.measures.facts import FACTS, Fact
from gongkai.records import assessments, audit, facts, offices, readers, replaced
from gongkai.records.audit import Who
from gongkai.records.chunks import chunks
from gongkai.records.models import Batch, Notice, ReplacedFact, Unit, Upload
from gongkai.records.models.batches import BatchState
from gongkai.workflows import imports

FACTS_AN_ENTRY = 1000
"""Facts in one audit entry."""


class UndoError(ValueError):
    """The batch cannot be undone; the message says why and what to do."""


def check_can_undo(batch: Batch) -> None:
    """Raises UndoError with the first reason there is."""
    for reason in _reasons(batch):
        raise UndoError(reason)


@transaction.atomic
def run(number: int, *, by: Who, at: datetime) -> Batch:
    """Take back what a batch added and restore what it changed. Raises UndoError."""
    batch = Batch.objects.select_related("office").filter(pk=number).first()
    if batch is None:
        raise UndoError(f"没有编号为{number}的批次，可用 gongkai batches 查看")
    offices.lock(batch.office)
    batch.refresh_from_db(fields=["state"])
    check_can_undo(batch)
    batch.state = BatchState.UNDONE
    batch.save(update_fields=["state"])
    written = {"file": batch.file_name, "digest": batch.digest, "counts": batch.counts}
    audit.record("batch.undo", batch.code, by=by, at=at, old=written)
    for upload in Upload.objects.select_related("office", "file").filter(batch=batch):
        upload_steps.take(upload, imports.Event.UNDO, by=by, at=at)
    for kind in FACTS:
        _take_back(batch, kind, by=by, at=at)
    return batch


def _reasons(batch: Batch) -> Iterator[str]:
    if batch.state == BatchState.UNDONE:
        yield f"批次{batch.pk}已经撤销，无须再次撤销"
    if later := _resting_on(batch):
        numbers = "、".join(map(str, sorted(later)))
        yield f"批次{numbers}更新过或再次报来批次{batch.pk}的数据，请先撤销后来的批次"
    frozen = assessments.published(batch.office, batch.period)
    if frozen and batch.pk in frozen.assessment.batches:
        yield f"批次{batch.pk}是已发布考核结果的依据，不能撤销；{publish.said_frozen(frozen)}"
    issued = Notice.objects.filter(assessment__office=batch.office, assessment__period=batch.period)
    for notice in issued.select_related("assessment__office").defer("assessment__result", "issues"):
        if batch.pk in notice.assessment.batches:
            yield (
                f"已印发的通报（{notice.assessment}）以批次{batch.pk}为依据，不能撤销；"
                "如数据有误，请导入更正后的表格，再重新考核、重新印发"
            )
    known = Unit.objects.filter(office=batch.office).values_list("name", flat=True)
    if gone := sorted(replaced.units(batch).difference(known)):
        yield f"批次{batch.pk}更新前的数据属于{'、'.join(gone)}，名册已不再列有；请先把这些单位补入工作包"


def _resting_on(batch: Batch) -> set[int]:
    """The later batches that changed facts of this one, or brought them again unchanged."""
    changed = ReplacedFact.objects.filter(former_batch=batch).values_list("batch", flat=True).distinct()
    later = readers.batches(batch.office, batch.period).filter(pk__gt=batch.pk)
    return {*changed.order_by(), *(other.pk for other in later if batch.pk in other.repeats)}


def _take_back(batch: Batch, kind: str, *, by: Who, at: datetime) -> None:
    subject = f"{batch.code}/{kind}"
    for some in chunks(facts.of_batch(batch, kind), FACTS_AN_ENTRY):
        audit.record("fact.remove", subject, by=by, at=at, old=_rows(kind, some))
    facts.of(batch.office, batch.period, kind).filter(batch=batch).delete()
    for some in chunks((fact for _, fact in replaced.read(batch, kind)), FACTS_AN_ENTRY):
        audit.record("fact.restore", subject, by=by, at=at, new=_rows(kind, some))
    replaced.restore(batch, kind)


def _rows(kind: str, some: Iterable[Fact]) -> dict[str, object]:
    """Facts as a table: a name for each column is written once."""
    rows = [list(facts.as_json(fact).values()) for fact in some]
    return {"fields": FACTS[kind]._fields, "rows": rows}

"""Adjustments a person enters by hand (人工加减分), each an import of its own that can be taken back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gongkai.actions import ingest, publish, undo
from gongkai.records import assessments, offices
from gongkai.records.adjustments import KIND
from gongkai.records.audit import Who, record
from gongkai.records.models import AdjustmentEvidence, Batch, Office, StoredFile
from gongkai.sources import entry
from gongkai.sources.reading import Reading
from gongkai.terms import Period
from gongkai.workflows import rights
from gongkai.workflows.rights import Action, Actor

TWICE = "这家单位的同一指标已有事由、佐证和日期都相同的一笔，没有重复录入；如要改分值，请先撤销原来那一笔"
FIELDS = {
    "unit": "单位",
    "item": "指标",
    "points": "分值",
    "reason": "事由",
    "person": "经办人",
    "evidence": "佐证",
    "day": "日期",
}
"""Field of the form → its label."""


class AdjustError(ValueError):
    """An adjustment that is not taken. `faults` maps a field ("" for none) to what is wrong with it."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        self.faults = dict(faults)
        super().__init__("；".join(self.faults.values()))


@transaction.atomic
def enter(
    office: Office,
    period: Period,
    typed: Mapping[str, str],
    *,
    file: StoredFile | None = None,
    actor: Actor,
    by: Who,
    at: datetime,
) -> Batch:
    """Enter one adjustment; `typed` has a text for each of FIELDS, as a row of the spreadsheet would. Evidence
    is words or a `file`, or both. It counts from the next assessment on.

    Raises Forbidden, PublishError, AdjustError with every fault.
    """
    rights.check_can(actor, Action.ADJUSTMENTS_ENTER)
    publish.check_not_frozen(office, period)
    registers = offices.load(office)
    found = entry.read(KIND, [_row(typed, file)], office=registers, period=period)
    if faults := _faults(found):
        raise AdjustError(faults)
    found = replace(found, name=f"手工录入 {timezone.localtime(at):%Y-%m-%d %H:%M} {by.name}")
    compared = ingest.compare_locked(found, office, registers, period)
    difference = compared.differences[KIND]
    if not difference.added:
        raise AdjustError({"reason": TWICE})
    batch = ingest.write(office, period, compared, by=by, at=at)
    if file is not None:
        AdjustmentEvidence.objects.create(batch=batch, file=file)
    return batch


@transaction.atomic
def take_back(
    office: Office, period: Period, number: int, *, reason: str, actor: Actor, by: Who, at: datetime
) -> Batch:
    """Undo an entry, with the reason on record. Raises Forbidden, AdjustError, UndoError."""
    rights.check_can(actor, Action.ADJUSTMENTS_ENTER)
    offices.lock(office)
    batch = Batch.objects.filter(office=office, period=period.code, pk=number).first()
    if batch is None or set(batch.counts) != {KIND}:
        raise AdjustError({"": f"批次{number}不是人工加减分，不能在这里撤销；请到“数据导入”办理"})
    if not reason.strip():
        raise AdjustError({"": "撤销人工加减分必须写明理由，没有撤销"})
    undone = undo.run(number, by=by, at=at)
    record("adjustment.undo", undone.code, by=by, at=at, new={"reason": reason.strip()})
    return undone


def check_open(office: Office, period: Period) -> str:
    """Why nothing may be entered in the period now; "" where it may."""
    frozen = assessments.published(office, period.code)
    return publish.said_frozen(frozen) if frozen else ""


def _row(typed: Mapping[str, str], file: StoredFile | None) -> dict[str, str]:
    row = {name: typed.get(name, "").strip() for name in FIELDS}
    if file is not None:
        row["evidence"] = (
            f"{row['evidence']}（附件：{file.name}）" if row["evidence"] else f"附件：{file.name}"
        )
    return row


def _faults(found: Reading) -> dict[str, str]:
    """Field → what is wrong with it, every one in the order of the form."""
    told: dict[str, list[str]] = {}
    for sheet in found.sheets:
        for fault in sheet.faults:
            if fault.is_error:
                field = sheet.layout.field_at(fault.column) or ""
                value = f"“{fault.value}”" if fault.value else ""
                told.setdefault(field, []).append(
                    f"{FIELDS.get(field, '')}{value}{fault.reason}，{fault.suggestion}"
                )
    for question in found.questions:
        told.setdefault("unit", []).append(f"“{question.text}”不能确定是哪家单位，请从列表中选择")
    return {field: "；".join(words) for field, words in told.items()}

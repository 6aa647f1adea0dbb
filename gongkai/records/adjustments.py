"""Adjustments entered by hand (人工加减分): what was entered, by whom, with which evidence."""

from dataclasses import dataclass

from gongkai.records.models import Adjustment, AdjustmentEvidence, Batch, Office, StoredFile
from gongkai.records.models.batches import BatchState

KIND = "adjustments"
Words = tuple[str, str, str, str]
"""Item, reason, person and evidence: what tells an adjustment from others of its unit."""


@dataclass(frozen=True)
class Entered:
    """An adjustment as it stands, the batch it came in, and the file handed in with it."""

    row: Adjustment
    batch: Batch
    file: StoredFile | None

    @property
    def alone(self) -> bool:
        """Whether its batch holds nothing but adjustments, so that it may be undone among them."""
        return set(self.batch.counts) == {KIND}


def entered(office: Office, period: str) -> list[Entered]:
    """The adjustments of a period, the last one first."""
    rows = Adjustment.objects.filter(office=office, period=period).select_related("batch")
    backed = _files(office, period)
    ordered = rows.order_by("-batch_id", "sheet", "row")
    return [Entered(row, row.batch, backed.get(row.batch_id)) for row in ordered]


def files(office: Office, period: str, unit: str) -> dict[Words, StoredFile]:
    """The words of a unit's adjustments → the file handed in with them."""
    backed = _files(office, period)
    if not backed:
        return {}
    rows = Adjustment.objects.filter(office=office, period=period, unit=unit, batch__in=backed)
    said = rows.values_list("batch_id", "item", "reason", "person", "evidence")
    return {(item, reason, person, evidence): backed[batch] for batch, item, reason, person, evidence in said}


def units(batch: Batch) -> set[str]:
    """The units that a batch of adjustments is about."""
    return set(Adjustment.objects.filter(batch=batch).values_list("unit", flat=True))


def _files(office: Office, period: str) -> dict[int, StoredFile]:
    """Batch → its file."""
    rows = AdjustmentEvidence.objects.select_related("file")
    rows = rows.filter(batch__office=office, batch__period=period, batch__state=BatchState.DONE)
    return {one.batch_id: one.file for one in rows}

"""Assess: facts and duties → snapshot → figures → points, ranks and findings, stored once."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from gongkai.assessment import assess, registers
from gongkai.assessment.result import Assessment
from gongkai.measures.facts import FACTS
from gongkai.office import files
from gongkai.records import facts, models, offices, readers, snapshots, tables
from gongkai.records.audit import Who, record
from gongkai.terms import Period
from gongkai.workdays import Calendar


@dataclass(frozen=True)
class Assessed:
    """The stored row, its content, and whether it was made now (the same facts are assessed once)."""

    row: models.Assessment
    content: Assessment
    new: bool


@transaction.atomic
def run(office: str, period: Period, *, by: Who, at: datetime) -> Assessed:
    """Assess an office's period from the facts as they stand.

    The snapshot is written first and everything is computed from it, so that the figures can be made
    again from what was kept. Raises UnknownOfficeError, AssessmentError.
    """
    row = offices.get(office)
    manifest = _snapshot(row, period)
    there = models.Assessment.objects.filter(office=row, period=period.code, snapshot=manifest.digest).first()
    if there is not None:
        return Assessed(there, readers.content(there), new=False)
    content = compute(snapshots.folder(settings.SNAPSHOTS, manifest.digest), previous=_previous(row, period))
    stored = models.Assessment.objects.create(
        office=row,
        period=period.code,
        number=models.Assessment.objects.filter(office=row, period=period.code).count() + 1,
        snapshot=manifest.digest,
        batches=[batch.pk for batch in readers.batches(row, period.code)],
        result=content.model_dump_json(),
        made_at=at,
        made_by=by.name,
    )
    record("assessment.make", stored.code, by=by, at=at, new={"snapshot": manifest.digest})
    return Assessed(stored, content, new=True)

"""Assess: facts and duties → snapshot → figures → points, ranks and findings, stored once."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import transaction

from gongkai.assessment import registers
from gongkai.assessment.assess import assess
from gongkai.assessment.result import Assessment
from gongkai.measures.facts import FACTS, Adjustment
from gongkai.office import files
from gongkai.records import facts, models, offices, readers, snapshots, tables
from gongkai.records.audit import Who, record
from gongkai.terms import Period

PREVIOUS = "previous.json"
"""Where a snapshot keeps the assessment of the period before, which the trend is measured against."""


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
    batches = [batch.pk for batch in readers.batches(row, period.code)]
    folder = _snapshot(row, period, batches)
    there = models.Assessment.objects.filter(office=row, period=period.code, snapshot=folder.name).first()
    if there is not None:
        return Assessed(there, readers.content(there), new=False)
    content = compute(folder)
    stored = models.Assessment.objects.create(
        office=row,
        period=period.code,
        number=models.Assessment.objects.filter(office=row, period=period.code).count() + 1,
        snapshot=folder.name,
        batches=batches,
        result=content.model_dump_json(),
        made_at=at,
        made_by=by.name,
    )
    record("assessment.make", stored.code, by=by, at=at, new={"snapshot": folder.name, "batches": batches})
    return Assessed(stored, content, new=True)


def compute(folder: Path) -> Assessment:
    """The assessment of a snapshot, from nothing but what lies in it. Raises SnapshotError."""
    manifest = snapshots.read(folder)
    office = files.loads(*(manifest.office[name] for name in files.FILES))
    previous = manifest.office[PREVIOUS]
    return assess(
        office,
        Period.parse(manifest.period),
        tables.compute(folder),
        [row for row in snapshots.rows(folder, "adjustments") if isinstance(row, Adjustment)],
        snapshot=manifest.digest,
        previous=Assessment.model_validate_json(previous) if previous else None,
    )


def _snapshot(row: models.Office, period: Period, batches: list[int]) -> Path:
    """Write the snapshot under its digest; the same content is kept once."""
    office = offices.load(row)
    unnamed = settings.SNAPSHOTS / f"{row.key}-{period.code}-{uuid4().hex}"
    manifest = snapshots.write(
        unnamed,
        office={**files.dumps(office), PREVIOUS: _previous(row, period)},
        period=period,
        facts={kind: facts.read(row, period.code, kind) for kind in FACTS},
        registers=registers.build(office, period, registers.calendar(office)),
        batches=[str(batch) for batch in batches],
    )
    folder: Path = settings.SNAPSHOTS / manifest.digest
    if folder.exists():
        shutil.rmtree(unnamed)
    else:
        unnamed.rename(folder)
    return folder


def _previous(row: models.Office, period: Period) -> str:
    """The newest result of the period before, as stored; "" where there is none."""
    rows = models.Assessment.objects.filter(office=row, period=period.previous().code).order_by("number")
    return rows.values_list("result", flat=True).last() or ""

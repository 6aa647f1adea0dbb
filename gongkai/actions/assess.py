"""Assess: facts and duties → snapshot → figures → points, ranks and findings, stored once."""

import hashlib
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from gongkai.actions import publish, registered
from gongkai.actions.basis import Basis
from gongkai.assessment import registers
from gongkai.assessment.assess import assess
from gongkai.assessment.result import Assessment, AssessmentError
from gongkai.measures.facts import FACTS, Adjustment
from gongkai.records import facts, models, offices, readers, snapshots, tables
from gongkai.records.audit import Who, record
from gongkai.records.snapshots import Draft, Manifest
from gongkai.terms import Period


class AssessError(ValueError):
    """The period cannot be assessed now; the message says why."""


@dataclass(frozen=True)
class Assessed:
    """The stored row, its content, and whether it was made now (the same facts are assessed once)."""

    row: models.Assessment
    content: Assessment
    new: bool


def run(office: str, period: Period, *, by: Who, at: datetime) -> Assessed:
    """Assess an office's period from the facts as they stand.

    The snapshot is written first and everything is computed from it, so that the figures can be made
    again from what was kept; it is kept only with the assessment. Nobody waits meanwhile: that nothing
    changed under it is seen at the end. A published period is frozen.
    Raises UnknownOfficeError, AssessmentError, AssessError, PublishError.
    """
    row = offices.get(office)
    publish.check_not_frozen(row, period)
    basis = Basis.now(row, period)
    if not basis.batches:
        raise AssessError(
            f"{row.name} {period.code} 尚未导入任何数据，不能考核，否则各单位都会按零计；"
            f"请先执行 gongkai ingest 文件… --office {office} --period {period.code}"
        )
    if faults := list(registered.faults(row, period, basis.office)):
        raise AssessmentError(faults)
    with _draft(row, period, basis) as draft:
        content = _content(draft.folder, draft.manifest)
        with transaction.atomic():
            offices.lock(row)
            if Basis.now(row, period) != basis:
                raise AssessError(f"考核 {period.code} 时有人导入、撤销数据或修改工作包，请重新考核")
            publish.check_not_frozen(row, period)
            return _store(row, period, draft, content, by=by, at=at)


def compute(folder: Path) -> Assessment:
    """The assessment of a snapshot, from nothing but what lies in it. Raises SnapshotError."""
    return _content(folder, snapshots.read(folder))


def _content(folder: Path, manifest: Manifest) -> Assessment:
    basis = Basis.kept(manifest)
    return assess(
        basis.office,
        Period.parse(manifest.period),
        tables.compute(folder),
        [row for row in snapshots.rows(folder, "adjustments") if isinstance(row, Adjustment)],
        snapshot=manifest.digest,
        previous=Assessment.model_validate_json(basis.previous) if basis.previous else None,
        present=tables.present(folder),
    )


def _draft(row: models.Office, period: Period, basis: Basis) -> AbstractContextManager[Draft]:
    office = basis.office
    return snapshots.draft(
        settings.SNAPSHOTS,
        office=basis.kept_texts,
        period=period,
        facts={kind: facts.read(row, period.code, kind) for kind in FACTS},
        registers=registers.build(office, period, registers.calendar(office)),
        batches=[str(batch) for batch in basis.batches],
    )


def _store(
    row: models.Office, period: Period, draft: Draft, content: Assessment, *, by: Who, at: datetime
) -> Assessed:
    """The newest assessment if it says the same, else a new one: after an undo, or when a later version
    of the program reckons otherwise, what an older one said is said again."""
    draft.keep()
    newest = readers.newest(row, period.code)
    result = content.model_dump_json()
    if newest is not None and newest.result == result:
        return Assessed(newest, content, new=False)
    stored = models.Assessment.objects.create(
        office=row,
        period=period.code,
        number=newest.number + 1 if newest else 1,
        snapshot=draft.manifest.digest,
        batches=[int(batch) for batch in draft.manifest.batches],
        result=result,
        made_at=at,
        made_by=by.name,
    )
    made = {"snapshot": stored.snapshot, "batches": stored.batches, "result": _digest(result)}
    record("assessment.make", stored.code, by=by, at=at, new=made)
    return Assessed(stored, content, new=True)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

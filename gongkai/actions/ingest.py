"""Ingest: read a file, show what it would do, write it in one transaction.

Nothing is half-written: a file with faults is refused whole unless the person accepts its good rows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.db import transaction

from gongkai.actions import mixing
from gongkai.measures.facts import Fact
from gongkai.records import facts, offices
from gongkai.records.audit import Who, record
from gongkai.records.models import Batch, Office, ReplacedFact
from gongkai.sources import reading
from gongkai.sources.faults import Fault, FileFault
from gongkai.terms import Period


@dataclass(frozen=True)
class Change:
    """A fact that stands already with other values, and the batch it came from."""

    old: Fact
    new: Fact
    former_batch: int


@dataclass(frozen=True)
class Difference:
    """What the facts of one kind would do to what is stored."""

    added: list[Fact] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    same: int = 0

    def counts(self) -> dict[str, int]:
        """For the batch and the screen."""
        return {"added": len(self.added), "changed": len(self.changed), "same": self.same}


@dataclass(frozen=True)
class Preview:
    """A file read and compared: `differences` by kind, and every fault with its place."""

    reading: reading.Reading
    differences: Mapping[str, Difference]
    faults: tuple[Fault, ...]

    @property
    def refused(self) -> bool:
        """Whether a fault or an open question keeps the file out."""
        return bool(self.faults or self.reading.questions)

    @property
    def empty(self) -> bool:
        """Whether writing would change nothing."""
        return not any(change.added or change.changed for change in self.differences.values())


def preview(path: Path, *, office: str, period: Period, kind: str | None = None) -> Preview:
    """Read a file and compare it with what is stored; writes nothing. Raises FileFault, UnknownOfficeError."""
    row = offices.get(office)
    return _compare(row, period, _read(path, row, period, kind))


def run(
    path: Path,
    *,
    office: str,
    period: Period,
    by: Who,
    at: datetime,
    kind: str | None = None,
    accept_good: bool = False,
) -> tuple[Preview, Batch | None]:
    """Read and write a file. The batch is None where the file is refused or brings nothing new.

    The file is read before the transaction begins, so that a slow file holds nobody up; it is compared
    inside, so that two people importing at once cannot both add the same rows.
    """
    row = offices.get(office)
    read = _read(path, row, period, kind)
    with transaction.atomic():
        compared = _compare(row, period, read)
        if compared.empty or (compared.refused and not accept_good):
            return compared, None
        return compared, _write(row, period, compared, by=by, at=at)


def _read(path: Path, office: Office, period: Period, kind: str | None) -> reading.Reading:
    if not path.is_file():
        raise FileFault(f"没有找到文件 {path}，请核对路径和文件名")
    try:
        return reading.read(path, office=offices.load(office), period=period, kind=kind)
    except FileFault as fault:
        raise FileFault(f"{path.name}：{fault}") from fault


def _compare(office: Office, period: Period, read: reading.Reading) -> Preview:
    errors = [fault for fault in read.faults if fault.is_error]
    faulty = {(fault.sheet, fault.row) for fault in errors}
    differences = {}
    for kind, rows in read.facts.items():
        good = [row for row in rows if (row.sheet, row.row) not in faulty] if faulty else rows
        mixed, good = mixing.separate(office, period, kind, good)
        errors.extend(mixed)
        differences[kind] = _difference(office, period, kind, good)
    return Preview(read, differences, tuple(errors))


def _difference(office: Office, period: Period, kind: str, rows: list[Fact]) -> Difference:
    there = facts.stored(office, period.code, kind, [row.key for row in rows])
    added, changed, same = [], [], 0
    for row in rows:
        if row.key not in there:
            added.append(row)
        elif facts.values(there[row.key][1]) == facts.values(row):
            same += 1
        else:
            changed.append(Change(there[row.key][1], row, there[row.key][0]))
    return Difference(added, changed, same)


def _write(office: Office, period: Period, compared: Preview, *, by: Who, at: datetime) -> Batch:
    batch = Batch.objects.create(
        office=office,
        period=period.code,
        file_name=compared.reading.name,
        digest=compared.reading.digest,
        counts={kind: change.counts() for kind, change in compared.differences.items()},
        notes=[
            {
                "code": fault.code,
                "message": f"{fault.reason}；{fault.suggestion}",
                "place": f"{compared.reading.name} {fault.place}",
            }
            for fault in compared.reading.faults
            if not fault.is_error
        ],
        names=dict(compared.reading.names),
        written_at=at,
        written_by=by.name,
    )
    for kind, change in compared.differences.items():
        _replace(office, period.code, batch, kind, change.changed)
        facts.insert(office, period.code, batch, kind, change.added)
    record(
        "batch.write",
        f"{office.key}/{period.code}/{batch.pk}",
        by=by,
        at=at,
        old=list(_old_values(compared)),
        new={"file": batch.file_name, "digest": batch.digest, "counts": batch.counts},
    )
    return batch


def _replace(office: Office, period: str, batch: Batch, kind: str, changes: list[Change]) -> None:
    ReplacedFact.objects.bulk_create(
        ReplacedFact(
            batch=batch,
            kind=kind,
            key=change.old.key,
            former_batch_id=change.former_batch,
            values=facts.as_json(change.old),
        )
        for change in changes
    )
    facts.delete(office, period, kind, [change.old.key for change in changes])
    facts.insert(office, period, batch, kind, [change.new for change in changes])


def _old_values(compared: Preview) -> Iterator[dict[str, object]]:
    for kind, difference in compared.differences.items():
        for change in difference.changed:
            yield {"kind": kind, **facts.as_json(change.old)}

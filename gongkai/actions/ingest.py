"""Ingest: read a file, show what it would do, write it in one transaction.

Nothing is half-written: a file with faults is refused whole unless the person accepts its good rows; then
what was left out is kept with the batch, for the cross-check to say.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from gongkai.actions import collecting, masking
from gongkai.actions.comparing import Preview, compare
from gongkai.office import pack
from gongkai.records import audit, facts, offices, replaced
from gongkai.records.audit import Who
from gongkai.records.chunks import chunks
from gongkai.records.models import Batch, Office
from gongkai.records.replaced import Change
from gongkai.sources import reading
from gongkai.sources.faults import FileFault
from gongkai.sources.mappings import Mappings
from gongkai.sources.reading import Reading
from gongkai.terms import Period

CHANGES_AN_ENTRY = 1000
"""Changed facts in one audit entry: an update of a hundred thousand is a hundred entries, none too large."""


class IngestError(ValueError):
    """The file cannot be written now; the message says why."""


@collecting.put_off()
def preview(path: Path, *, office: str, period: Period, kind: str | None = None) -> Preview:
    """Read a file and compare it with what is stored; writes nothing. Raises FileFault, UnknownOfficeError."""
    row = offices.get(office)
    return compare(row, period, read(path, office=offices.load(row), period=period, kind=kind))


@collecting.put_off()
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
    Raises FileFault, UnknownOfficeError, IngestError.
    """
    row = offices.get(office)
    registers = offices.load(row)
    found = read(path, office=registers, period=period, kind=kind)
    return run_reading(found, row, registers, period, by=by, at=at, accept_good=accept_good)


@transaction.atomic
def run_reading(
    found: Reading,
    office: Office,
    registers: pack.Office,
    period: Period,
    *,
    by: Who,
    at: datetime,
    accept_good: bool = False,
) -> tuple[Preview, Batch | None]:
    """Compare and write what was read or typed under `registers`, as `run` does. Raises IngestError."""
    compared = compare_locked(found, office, registers, period)
    if compared.empty or (compared.refused and not accept_good):
        return compared, None
    return compared, write(office, period, compared, by=by, at=at)


def read(
    path: Path,
    *,
    office: pack.Office,
    period: Period,
    kind: str | None = None,
    mapping: Mappings | None = None,
    name: str = "",
) -> Reading:
    """A file read under the registers; `name` is what it is called. Raises FileFault, which names it."""
    called = name or path.name
    if not path.is_file():
        raise FileFault(f"没有找到文件 {name or path}，请核对路径和文件名")
    try:
        return reading.read(path, office=office, period=period, kind=kind, mapping=mapping, name=called)
    except FileFault as fault:
        raise FileFault(f"{called}：{fault}") from fault


def compare_locked(found: Reading, office: Office, registers: pack.Office, period: Period) -> Preview:
    """Compare in the running transaction, the office held until it ends: what this says is still true when
    it is written. Raises IngestError where the registers moved since the reading."""
    offices.lock(office)
    if offices.load(office) != registers:
        raise IngestError(f"{found.name}：读取期间名册有改动，没有写入，请重新导入")
    return compare(office, period, found)


def write(office: Office, period: Period, compared: Preview, *, by: Who, at: datetime) -> Batch:
    """Write what was compared in this transaction; faults in it are what a person chose to leave out."""
    found, differences = compared.reading, compared.differences
    batch = Batch.objects.create(
        office=office,
        period=period.code,
        file_name=masking.masked(found.name),
        digest=found.digest,
        counts={kind: change.counts() for kind, change in differences.items()},
        repeats=sorted(frozenset().union(*(change.repeats for change in differences.values()))),
        notes=list(_notes(compared)),
        names=dict(found.names),
        written_at=at,
        written_by=by.name,
    )
    written = {"file": batch.file_name, "digest": batch.digest, "counts": batch.counts}
    audit.record("batch.write", batch.code, by=by, at=at, new=written)
    for kind, difference in differences.items():
        replaced.write(batch, kind, difference.changed)
        facts.insert(office, period.code, batch, kind, difference.added)
        for some in chunks(difference.changed, CHANGES_AN_ENTRY):
            _record(batch, kind, some, by=by, at=at)
    return batch


def _notes(compared: Preview) -> Iterator[dict[str, Any]]:
    """What the cross-check is to show: warnings, and what a person chose to leave out."""
    for fault in (*compared.warnings, *compared.left_out):
        value = f"“{fault.value}”" if fault.is_error and fault.value else ""
        yield {
            "code": fault.code,
            "message": masking.masked(f"{value}{fault.reason}；{fault.suggestion}"),
            "place": masking.masked(f"{compared.reading.name} {fault.place}".rstrip()),
            "refused": fault.is_error,
        }


def _record(batch: Batch, kind: str, changes: list[Change], *, by: Who, at: datetime) -> None:
    """What the facts said before and say now, as far as it differs."""
    old = [{"key": change.old.key, **change.before} for change in changes]
    new = [{"key": change.new.key, **change.after} for change in changes]
    audit.record("fact.change", f"{batch.code}/{kind}", by=by, at=at, old=old, new=new)

"""What a person says of a sheet: its kind and its columns; remembered for the next file with this header."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from gongkai.actions import uploading
from gongkai.actions.upload_steps import UploadError, held
from gongkai.office import pack
from gongkai.records import uploads
from gongkai.records.audit import Who, record
from gongkai.records.models import Office, RememberedMapping, Upload
from gongkai.sources import mappings
from gongkai.sources.desk import Desk
from gongkai.sources.faults import Fault
from gongkai.sources.headers import Header
from gongkai.sources.layouts import SheetLayout
from gongkai.sources.mappings import Mappings, SheetMapping
from gongkai.sources.workbook import Sheet
from gongkai.terms import Period
from gongkai.workflows.rights import Actor

Stored = Sequence[object]
"""A SheetMapping as JSON keeps it: kind, form, fields."""


def of(upload: Upload) -> Mappings:
    """What holds for the upload: what is remembered of the office's files, then what was said of this one."""
    said = {**uploads.remembered(upload.office), **upload.mapping}
    return {signature: restored(stored) for signature, stored in said.items()}


def restored(stored: Stored) -> SheetMapping:
    """The mapping that was stored."""
    kind, form, fields = stored
    return SheetMapping(str(kind), str(form), tuple(map(str, fields)))  # type: ignore[call-overload]


def faults(layout: SheetLayout, said: SheetMapping, *, office: pack.Office, period: Period) -> list[Fault]:
    """What is wrong with a mapping of these columns, each fault at its column's letter."""
    header = Header(0, 0, tuple(column.path for column in layout.columns), "")
    nothing = Sheet(layout.sheet, lambda: iter(()), 0)
    return mappings.apply(nothing, header, said, Desk(office, period)).faults


@transaction.atomic
def say(
    office: Office,
    number: int,
    *,
    version: int,
    layout: SheetLayout,
    said: SheetMapping,
    remember: bool,
    former: str = "",
    actor: Actor,
    by: Who,
    at: datetime,
) -> Upload:
    """Take the sheets with this header for what a person says they are, and have the file read again.

    `former` is the signature of the header that was taken for it before: nothing said of it holds any more.
    Raises Forbidden, WrongMove, UploadError.
    """
    upload = held(office, number, version)
    stale = {former} - {layout.signature, ""}
    _forget(upload, stale, by=by, at=at)
    kept = {signature: each for signature, each in upload.mapping.items() if signature not in stale}
    kept[layout.signature] = list(said)
    if remember:
        _remember(upload, layout, said, by=by, at=at)
    return uploading.reread(office, number, version=version, actor=actor, by=by, at=at, mapping=kept)


@transaction.atomic
def forget(
    office: Office, number: int, *, version: int, signature: str, actor: Actor, by: Who, at: datetime
) -> Upload:
    """Leave the sheets with this header to recognition again. Raises Forbidden, WrongMove, UploadError."""
    upload = held(office, number, version)
    kept = {each: said for each, said in upload.mapping.items() if each != signature}
    if not _forget(upload, {signature}, by=by, at=at) and kept == upload.mapping:
        raise UploadError("这张表的列没有人工指定过，请刷新页面")
    return uploading.reread(office, number, version=version, actor=actor, by=by, at=at, mapping=kept)


def _remember(upload: Upload, layout: SheetLayout, said: SheetMapping, *, by: Who, at: datetime) -> None:
    row, _ = RememberedMapping.objects.update_or_create(
        office=upload.office,
        signature=layout.signature,
        defaults={"mapping": list(said), "said_at": at, "said_by": by.name},
    )
    object_ = f"{upload.office.key}/mapping/{row.signature}"
    new = {"header": [column.header for column in layout.columns], "mapping": list(said)}
    record("mapping.remember", object_, by=by, at=at, new=new)


def _forget(upload: Upload, signatures: set[str], *, by: Who, at: datetime) -> bool:
    """Whether anything was remembered of them."""
    rows = list(RememberedMapping.objects.filter(office=upload.office, signature__in=signatures))
    for row in rows:
        object_ = f"{upload.office.key}/mapping/{row.signature}"
        record("mapping.forget", object_, by=by, at=at, old=row.mapping)
        row.delete()
    return bool(rows)

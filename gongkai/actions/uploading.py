"""What a person does with a file on its way in: hand it in, have it read again, accept its good rows, have it
written, stop that, discard it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gongkai.actions import seen, storing
from gongkai.actions.upload_steps import READING, WRITING, UploadError, held, take, touch, under_way
from gongkai.records import offices, uploads
from gongkai.records.audit import Who, record
from gongkai.records.models import Office, Person, Upload
from gongkai.terms import Period
from gongkai.workflows import rights
from gongkai.workflows.imports import MACHINE, Event, State
from gongkai.workflows.rights import Action, Actor


@dataclass(frozen=True)
class Received:
    """An upload; `repeated` where the same file was waiting already and no second one was made."""

    upload: Upload
    repeated: bool = False


def receive(
    office: Office,
    period: Period,
    name: str,
    chunks: Iterable[bytes],
    size: int,
    *,
    person: Person,
    actor: Actor,
    by: Who,
    at: datetime,
) -> Received:
    """Keep a spreadsheet to be read by a worker. Raises Forbidden, FileRefused, OSError."""
    rights.check_can(actor, Action.IMPORTS_WRITE)
    file = storing.run(office, name, chunks, size, accepted=storing.SPREADSHEETS, by=person, at=at)
    with transaction.atomic():
        offices.lock(office)
        if waiting := uploads.waiting(office, period.code, file.digest):
            return Received(waiting, repeated=True)
        upload = Upload.objects.create(
            office=office,
            period=period.code,
            file=file,
            state=State.RECEIVED,
            progress=under_way(READING, at),
            uploaded_at=at,
            uploaded_by=person,
            moved_at=at,
            moved_by=by.name,
        )
        kept = {"file": file.name, "digest": file.digest, "size": file.size}
        record("upload.receive", upload.code, by=by, at=at, new=kept)
    return Received(upload)


@transaction.atomic
def reread(
    office: Office, number: int, *, version: int, actor: Actor, by: Who, at: datetime, **said: object
) -> Upload:
    """Have the file read again, with what was `said` about it since (fields of the upload).

    Raises Forbidden, WrongMove, UploadMoved.
    """
    rights.check_can(actor, Action.IMPORTS_WRITE)
    upload = held(office, number, version)
    fresh = {"progress": under_way(READING, at), "fault": "", "accept_good": False, **said}
    if upload.state == State.RECEIVED:  # never read yet: its state does not change
        touch(upload, by=by, at=at, **fresh)
        return upload
    MACHINE.check_can(upload.state, Event.REREAD, actor.roles)
    take(upload, Event.REREAD, by=by, at=at, **fresh)
    return upload


@transaction.atomic
def move(
    office: Office, number: int, period: Period, *, version: int, actor: Actor, by: Who, at: datetime
) -> Upload:
    """Have the file read for another period: it was handed in for the wrong one.

    Raises Forbidden, WrongMove, UploadMoved, UploadError where it lies there already.
    """
    rights.check_can(actor, Action.IMPORTS_WRITE)
    upload = held(office, number, version)
    if uploads.waiting(office, period.code, upload.file.digest):
        raise UploadError(f"{period.label}的“数据导入”中已有同样的文件正在办理，请到那里接着办理")
    new = {"period": period.label, "file": upload.file.name}
    record(
        "upload.move", upload.code, by=by, at=at, old={"period": Period.parse(upload.period).label}, new=new
    )
    return reread(office, number, version=version, actor=actor, by=by, at=at, period=period.code)


@transaction.atomic
def accept(office: Office, number: int, *, version: int, actor: Actor, by: Who, at: datetime) -> Upload:
    """The rows without a fault are to be written, the others are not. Raises Forbidden, WrongMove, UploadError."""
    upload = held(office, number, version)
    MACHINE.check_can(upload.state, Event.PREPARE, actor.roles)
    check_can_accept(upload)
    take(upload, Event.PREPARE, by=by, at=at, accept_good=True, fault="")
    return upload


def check_can_accept(upload: Upload) -> None:
    """Raise UploadError unless there are good rows beside the faulty ones."""
    if upload.progress:
        raise UploadError("文件正在识别，请等识别完成后再办理")
    if not upload.seen:
        raise UploadError("文件还没有识别出内容，请先重新识别")
    if seen.open_questions(upload.seen, upload.left_out):
        raise UploadError("还有单位名称没有确认，请先答复")
    if upload.seen["empty"]:
        raise UploadError("没有可以写入的新内容：其余各行与已有数据一致，或者没有一行没有问题")


@transaction.atomic
def write(office: Office, number: int, *, version: int, actor: Actor, by: Who, at: datetime) -> Upload:
    """Hand the writing to a worker. Raises Forbidden, WrongMove, UploadMoved."""
    upload = held(office, number, version)
    MACHINE.check_can(upload.state, Event.WRITE, actor.roles)
    take(upload, Event.WRITE, by=by, at=at, progress=under_way(WRITING, at), fault="")
    return upload


@transaction.atomic
def stop(office: Office, number: int, *, version: int, actor: Actor, by: Who, at: datetime) -> Upload:
    """Stop the writing: a worker that is still at it finds that it is no longer asked for, and writes nothing.

    Raises Forbidden, WrongMove, UploadMoved, the latter also where it was written meanwhile.
    """
    upload = held(office, number, version)
    MACHINE.check_can(upload.state, Event.INTERRUPT, actor.roles)
    take(upload, Event.INTERRUPT, by=by, at=at, progress={}, fault="写入已由人工停止，没有写入任何内容")
    return upload


@transaction.atomic
def discard(office: Office, number: int, *, version: int, actor: Actor, by: Who, at: datetime) -> Upload:
    """Give a file up; the record of it stays. Raises Forbidden, WrongMove, UploadMoved."""
    upload = held(office, number, version)
    MACHINE.check_can(upload.state, Event.DISCARD, actor.roles)
    take(upload, Event.DISCARD, by=by, at=at, progress={})
    return upload

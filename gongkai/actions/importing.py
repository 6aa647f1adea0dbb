"""What a worker does with an upload: read it and show what it would do; write it, all or nothing.

Safe to be run twice and to be killed: the work is taken up only as long as the upload stands as it did when it
was asked for, which is asked again in the transaction that ends it.
"""

from datetime import datetime
from pathlib import Path

from django.db import transaction

from gongkai.actions import collecting, ingest, mapping, proofreading, seen, titles
from gongkai.actions.comparing import Preview, compare
from gongkai.actions.ingest import IngestError
from gongkai.actions.seen import Seen
from gongkai.actions.upload_steps import READING, WRITING, take, touch
from gongkai.office import pack
from gongkai.records import offices, vault
from gongkai.records.audit import Who
from gongkai.records.models import Office, StoredFile, Upload
from gongkai.sources.faults import FileFault
from gongkai.sources.reading import Reading
from gongkai.terms import Period
from gongkai.workflows.imports import Event, State

MOVED = "预览之后已有数据、名册或列对应有改动，没有写入；下面是按现在的情况重新比对的结果，请核对后再写入"


@collecting.put_off()
def read(number: int, version: int, *, by: Who, at: datetime) -> None:
    """Read the file and compare it with what is stored; the result stays with the upload."""
    upload = _asked(number, version, READING)
    if upload is None:
        return
    _tell(upload, "正在读取文件")
    try:
        found, fault = _shown(upload.office, preview(upload), at), ""
    except FileFault as error:
        found, fault = {}, str(error)
    with transaction.atomic():
        offices.lock(upload.office)
        upload = _asked(number, version, READING)
        if upload is None:
            return
        if fault:
            _give_up(upload, fault, by=by, at=at)
        else:
            _settle(upload, found, by=by, at=at)


@collecting.put_off()
def write(number: int, version: int, *, by: Who, at: datetime) -> None:
    """Write what the person saw, in one transaction; if it would no longer be the same, show it anew."""
    upload = _asked(number, version, WRITING)
    if upload is None:
        return
    _tell(upload, "正在读取文件")
    registers = offices.load(upload.office)
    try:
        found = _reading(upload, registers)
        _tell(upload, f"正在写入 {sum(map(len, found.facts.values())):,} 条")
        _write(upload, found, registers, by=by, at=at)
    except (FileFault, IngestError) as error:
        give_up(number, version, str(error), by=by, at=at)


@transaction.atomic
def give_up(number: int, version: int, fault: str, *, by: Who, at: datetime) -> None:
    """The work could not be done: say why, and let it be asked for again."""
    upload = _asked(number, version)
    if upload is not None:
        offices.lock(upload.office)
        _give_up(upload, fault, by=by, at=at)


def preview(upload: Upload) -> Preview:
    """The file read and compared as things stand now. Raises FileFault."""
    registers = offices.load(upload.office)
    return compare(upload.office, Period.parse(upload.period), _reading(upload, registers))


def path(file: StoredFile) -> Path:
    """Where the content of an uploaded file lies. Raises FileFault where it is gone."""
    found = vault.path(file.digest)
    if not found.is_file():
        raise FileFault(f"“{file.name}”在服务器上已找不到，可能被清理过；请重新上传")
    return found


def _asked(number: int, version: int, doing: str = "") -> Upload | None:
    """The upload, as long as it waits for this very piece of work."""
    upload = Upload.objects.select_related("office", "file").filter(pk=number, version=version).first()
    if upload is None or not upload.progress or doing not in ("", upload.progress["doing"]):
        return None
    return upload


def _reading(upload: Upload, registers: pack.Office) -> Reading:
    return ingest.read(
        path(upload.file),
        office=registers,
        period=Period.parse(upload.period),
        mapping=mapping.of(upload),
        name=upload.file.name,
    )


def _tell(upload: Upload, words: str) -> None:
    """Say how far the work is; the page asks every second."""
    told = {**upload.progress, "words": words}
    Upload.objects.filter(pk=upload.pk, version=upload.version).update(progress=told)


@transaction.atomic
def _write(asked: Upload, found: Reading, registers: pack.Office, *, by: Who, at: datetime) -> None:
    office, period = asked.office, Period.parse(asked.period)
    compared = ingest.compare_locked(found, office, registers, period)
    upload = _asked(asked.pk, asked.version, WRITING)
    if upload is None:
        return
    if seen.digest(compared) != upload.seen["digest"]:
        take(upload, Event.INTERRUPT, by=by, at=at, accept_good=False)
        take(upload, Event.REREAD, by=by, at=at)
        _settle(upload, _shown(office, compared, at), by=by, at=at, fault=MOVED)
        return
    batch = ingest.write(office, period, compared, by=by, at=at)
    take(upload, Event.FINISH, by=by, at=at, batch=batch, progress={}, fault="")


def _shown(office: Office, compared: Preview, at: datetime) -> Seen:
    """The preview, with the errors in titles of articles."""
    rules = proofreading.rules(office, at.date())
    return seen.of(compared) | {"titles": titles.told(compared, rules)}


def _settle(upload: Upload, found: Seen, *, by: Who, at: datetime, fault: str = "") -> None:
    """Keep what was seen, and go on as far as no person is needed."""
    if upload.state == State.RECEIVED:
        take(upload, Event.READ, by=by, at=at)
    touch(upload, by=by, at=at, seen=found, progress={}, fault=fault)
    if seen.open_questions(found, upload.left_out):
        take(upload, Event.ASK, by=by, at=at)
    elif not found["errors"] and not found["empty"]:
        # questions that remain were left out by a person: that is their consent
        take(upload, Event.PREPARE, by=by, at=at, accept_good=bool(found["questions"]))


def _give_up(upload: Upload, fault: str, *, by: Who, at: datetime) -> None:
    ends = {State.RECEIVED: Event.FAIL, State.WRITING: Event.INTERRUPT}
    event = ends.get(State(upload.state))
    if event is None:
        touch(upload, by=by, at=at, progress={}, fault=fault, seen={})
    else:
        take(upload, event, by=by, at=at, progress={}, fault=fault)

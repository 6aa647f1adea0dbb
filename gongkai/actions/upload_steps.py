"""One step of an upload, whoever takes it: checked against what was on the page, written down, audited."""

from datetime import datetime
from typing import Any

from django.db import connection
from django.utils import timezone

from gongkai.records import offices
from gongkai.records.audit import Who, record
from gongkai.records.models import Office, Upload
from gongkai.workflows.imports import MACHINE, Event, State

READING, WRITING = "read", "write"
"""What a worker may be asked to do."""


class UploadError(ValueError):
    """A step that cannot be taken with an upload; the message says why and what to do."""


class UploadMoved(UploadError):
    """Somebody else took a step after the page was shown; the message says who and when."""


def held(office: Office, number: int, version: int) -> Upload:
    """The upload as the page showed it, the office held until the running transaction ends.

    Raises UploadError where there is none, UploadMoved where it went on since.
    """
    assert connection.in_atomic_block
    offices.lock(office)
    upload = Upload.objects.select_related("office", "file").filter(office=office, pk=number).first()
    if upload is None:
        raise UploadError(f"没有编号为{number}的导入文件，请返回列表刷新后重试")
    if upload.version != version:
        when = f"{timezone.localtime(upload.moved_at):%Y-%m-%d %H:%M}"
        raise UploadMoved(
            f"“{upload.file.name}”在您打开页面之后由{upload.moved_by}于{when}办理过，现为“{State(upload.state).label}”，"
            "您的操作没有执行，请核对后再办理"
        )
    return upload


def take(upload: Upload, event: Event, *, by: Who, at: datetime, **fields: Any) -> None:
    """Write down a step that was found to be allowed. Raises WrongMove where the state does not allow it."""
    old = upload.state
    upload.state = MACHINE.next(upload.state, event)
    touch(upload, by=by, at=at, **fields)
    new = {"state": upload.state, "file": upload.file.name}
    if upload.batch_id:
        new["batch"] = str(upload.batch_id)
    record(f"upload.{event}", upload.code, by=by, at=at, old={"state": old}, new=new)


def touch(upload: Upload, *, by: Who, at: datetime, **fields: Any) -> None:
    """Store the fields as a new version."""
    for name, value in fields.items():
        setattr(upload, name, value)
    upload.version += 1
    upload.moved_at, upload.moved_by = at, by.name
    upload.save()


def under_way(doing: str, at: datetime) -> dict[str, Any]:
    """The `progress` of an upload whose work is handed to a worker."""
    return {"doing": doing, "since": at.isoformat(), "words": "已交后台，排队中"}

"""Read and write spreadsheets that were handed in. Which version of the upload the work was asked for goes
with it: run twice, or after a person went on, it does nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError
from django.utils import timezone

from gongkai.actions import importing
from gongkai.records.audit import Who
from gongkai.records.models import Upload
from gongkai.web import refusals
from gongkai.web.jobs import queue

BROKEN = "程序出错，没有办成，已有数据没有变动；请重试一次，仍不行请联系管理员"


def ask(upload: Upload, by: Who) -> None:
    """Hand to the worker what the upload's `progress` says is to be done."""
    queue.later(f"uploads.{upload.progress['doing']}", upload.pk, upload.version, by.name, by.origin)


def read(number: int, version: int, name: str, origin: str) -> None:
    """See `importing.read`."""
    by = Who(name, origin)
    with _told(number, version, by):
        importing.read(number, version, by=by, at=timezone.now())


def write(number: int, version: int, name: str, origin: str) -> None:
    """See `importing.write`."""
    by = Who(name, origin)
    with _told(number, version, by):
        importing.write(number, version, by=by, at=timezone.now())


@contextmanager
def _told(number: int, version: int, by: Who) -> Iterator[None]:
    """Whatever ends the work, the person who waits is told; a bug keeps its traceback."""
    fault = BROKEN
    try:
        yield
        fault = ""
    except (DatabaseError, OSError) as error:
        said = refusals.told(error)
        if said is None:
            raise
        fault = said
    finally:
        if fault:
            importing.give_up(number, version, fault, by=by, at=timezone.now())

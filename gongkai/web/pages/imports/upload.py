"""A file on its way in: what it was taken for, what it asks, what it would do, and the step that is next."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from gongkai.actions import seen, uploading
from gongkai.actions.upload_steps import UploadError
from gongkai.records import packs, uploads
from gongkai.records.models import Upload
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.imports import finding, periods, presenting
from gongkai.workflows.imports import MACHINE, Event, State
from gongkai.workflows.rights import Action, Forbidden
from gongkai.workflows.states import WrongMove

SLOW = 30
"""Seconds after which a person is told what to do about a worker that does not answer."""


@dataclass(frozen=True)
class Typed:
    """The answers a person gave by name, where they could not be taken: `answer`, `other` and `wrong`."""

    answers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    fault: str = ""


@page(Action.IMPORTS_SEE)
def index(request: OfficeRequest, number: int) -> HttpResponse:
    """The page of an upload; asked again every second while a worker is at it."""
    return shown(request, finding.upload(request, number))


def shown(
    request: OfficeRequest, upload: Upload, typed: Typed | None = None, status: int = 200
) -> HttpResponse:
    """The page, with answers that could not be taken kept in the form."""
    typed = typed or Typed()
    waited = presenting.waited(upload, acting.now())
    context = {
        "upload": upload,
        "standing": presenting.standing(upload),
        "steps": presenting.steps(upload),
        "sheets": presenting.sheets(upload),
        "questions": _questions(upload, typed),
        "typed_fault": typed.fault,
        "units": packs.current(request.office).office.units,
        "counts": presenting.counts(upload),
        "faults": presenting.faults(upload, "faults"),
        "hints": presenting.faults(upload, "hints"),
        "summary": presenting.counted(upload.seen) if upload.seen else "",
        "changes": presenting.changes(upload),
        "tables": presenting.first_rows(upload),
        "kinds_found": list(upload.seen.get("counts", ())),
        "slow": waited >= SLOW,
        "waited": waited,
        "why_not": {event.value: why_not(request, upload, event) for event in Event},
        "accepting": _accepting(upload),
        "named_period": periods.named(upload),
        "other_periods": periods.others(request),
        "following": _following(upload),
        "before": uploads.written_before(request.office, upload.period, upload.file.digest)
        if upload.state in uploads.OPEN
        else None,
    }
    return render(request, "imports/upload.html", context, status=status)


def _following(upload: Upload) -> list[Upload]:
    """After a file is written: the others of the period that still want a person, the longest waiting first."""
    if upload.state != State.WRITTEN:
        return []
    waiting = uploads.unfinished(upload.office, upload.period)
    return [each for each in reversed(waiting) if each.state != State.FAILED]


def why_not(request: OfficeRequest, upload: Upload, event: Event) -> str:
    """Why the person cannot take a step now, "" where they can."""
    try:
        MACHINE.check_can(upload.state, event, request.actor.roles)
    except WrongMove as refusal:
        return _before_writing(upload) if event is Event.WRITE else str(refusal)
    except Forbidden as refusal:
        return str(refusal)
    return ""


def _before_writing(upload: Upload) -> str:
    """What is to be done before a file can be written."""
    if not upload.seen:
        return "文件还没有识别出内容，请先重新识别"
    if waiting := seen.open_questions(upload.seen, upload.left_out):
        return f"还有 {len(waiting)} 个单位名称没有确认，请先在上面确认"
    if _accepting(upload):
        return "还有问题没有处理：请改好表格重新上传，或者选择“只导入没有问题的行”"
    if upload.seen["errors"]:
        return "没有一行可以写入，请按上面的说明处理后重新识别或重新上传"
    return "与已有数据一致，没有新的内容可写入"


def _accepting(upload: Upload) -> bool:
    """Whether the good rows alone could be written."""
    if upload.state != State.READ:
        return False
    try:
        uploading.check_can_accept(upload)
    except UploadError:
        return False
    return bool(upload.seen["errors"])


def _questions(upload: Upload, typed: Typed) -> list[dict[str, Any]]:
    """The names asked for, each with what was typed; names that were left out say so."""
    found = []
    for place, question in enumerate(upload.seen.get("questions", ())):
        left_out = question["text"] in upload.left_out
        given = typed.answers.get(question["text"], {"answer": "leave" if left_out else ""})
        found.append({**question, "place": place, "left_out": left_out, "given": given})
    for place, question in enumerate(seen.unknown_units(upload.seen), len(found)):
        given = typed.answers.get(question["text"], {"answer": ""})
        found.append({**question, "place": place, "unknown": True, "given": given})
    return found


def asked(upload: Upload) -> list[str]:
    """The names in the order of the form."""
    questions = (*upload.seen.get("questions", ()), *seen.unknown_units(upload.seen))
    return [question["text"] for question in questions]

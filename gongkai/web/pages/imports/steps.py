"""The forms of an upload: each takes one step and leads back to its page."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from gongkai.actions import answering, uploading
from gongkai.actions.answering import LEAVE_OUT, AnswerError
from gongkai.actions.upload_steps import UploadError, UploadMoved
from gongkai.records.models import Upload
from gongkai.web import acting
from gongkai.web.forms import version
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.jobs import uploads as jobs
from gongkai.web.pages.imports import finding, upload
from gongkai.web.pages.imports.upload import Typed
from gongkai.workflows.rights import Action
from gongkai.workflows.states import WrongMove

STEPS: dict[str, tuple[Callable[..., Upload], str]] = {
    "reread": (uploading.reread, ""),
    "accept": (uploading.accept, "已确认只写入没有问题的行，请点“写入”完成导入。"),
    "write": (uploading.write, ""),
    "stop": (uploading.stop, "已停止写入，没有写入任何内容，可以重新写入。"),
    "discard": (uploading.discard, "已放弃这个文件，没有写入任何内容。"),
}
"""What a form may ask for: the action, and what is said when it is done."""
LONGEST_NAME = 100


@page(Action.IMPORTS_WRITE, methods=("POST",))
def step(request: OfficeRequest, number: int) -> HttpResponse:
    """Have it read again, accept its good rows, write it, stop, discard it."""
    finding.upload(request, number)
    name = request.POST.get("step", "")
    if name not in STEPS:
        raise Http404
    action, said = STEPS[name]
    moved = action(request.office, number, version=version(request), **_acting(request))
    if moved.progress:
        jobs.ask(moved, acting.who(request))
    if said:
        messages.success(request, said)
    if name == "discard":
        return redirect("imports", request.office.key, request.period)
    return redirect("upload", request.office.key, request.period, number)


@page(Action.IMPORTS_WRITE, methods=("POST",))
def answer(request: OfficeRequest, number: int) -> HttpResponse:
    """Say which units the names mean; what cannot be taken is shown again as it was typed."""
    found = finding.upload(request, number)
    given = _given(request, found)
    wanted = {name: _unit(each) for name, each in given.items() if each["answer"]}
    try:
        moved = answering.run(request.office, number, wanted, version=version(request), **_acting(request))
    except (UploadError, WrongMove) as refusal:
        wrong = refusal.wrong if isinstance(refusal, AnswerError) else {}
        kept = {name: {**each, "wrong": wrong.get(name, "")} for name, each in given.items()}
        status = 409 if isinstance(refusal, (UploadMoved, WrongMove)) else 422
        return upload.shown(request, finding.upload(request, number), Typed(kept, str(refusal)), status)
    jobs.ask(moved, acting.who(request))
    return redirect("upload", request.office.key, request.period, number)


def _given(request: OfficeRequest, found: Upload) -> dict[str, dict[str, str]]:
    """Name → what was chosen (unit:…, other, leave) and typed; the names come back with the form, so that
    an answer is never taken for another question."""
    asked, given = set(upload.asked(found)), {}
    for place, name in enumerate(request.POST.getlist("name")):
        other = request.POST.get(f"other-{place}", "").strip()[:LONGEST_NAME]
        chosen = request.POST.get(f"answer-{place}", "") or ("other" if other else "")
        if name in asked:
            given[name] = {"answer": chosen, "other": other}
    return given


def _unit(given: dict[str, str]) -> str | None:
    if given["answer"] == "leave":
        return LEAVE_OUT
    return given["answer"].removeprefix("unit:") if given["answer"].startswith("unit:") else given["other"]


def _acting(request: OfficeRequest) -> dict[str, Any]:
    return {"actor": request.actor, "by": acting.who(request), "at": acting.now()}

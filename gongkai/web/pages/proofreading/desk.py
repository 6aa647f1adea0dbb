"""Paste a text or hand in a file: what is found in it, or a copy without personal data. Nothing of it is kept."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import render

from gongkai.actions import proofreading
from gongkai.actions.proofreading import TextRefused
from gongkai.proofreading.document import Document
from gongkai.proofreading.hits import Hit
from gongkai.proofreading.masking import PROFILES, mask_all
from gongkai.sources.documents.faults import DocumentError
from gongkai.sources.documents.masked import pictures
from gongkai.web import acting, exports
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.may import May
from gongkai.web.pages.proofreading import accepting, dismissals, presenting
from gongkai.workflows.rights import Action

MASK = "mask"
COPY = "脱敏后的文字.txt"


@page(Action.PROOFREADING_USE, methods=("GET", "POST"))
def index(request: OfficeRequest) -> HttpResponse:
    """An empty desk; what was found in what is sent, or its masked copy."""
    if request.method != "POST":
        return _shown(request, {})
    try:
        if "accept" in request.POST:
            return _accepted(request)
        return _copy(request) if request.POST.get("do") == MASK else _found(request)
    except (TextRefused, DocumentError) as refusal:
        return _shown(request, {"fault": mask_all(str(refusal))}, 422)


def _found(request: OfficeRequest) -> HttpResponse:
    given, rules = request.FILES.get("file"), proofreading.rules(request.office, acting.today())
    if given is None:
        return _shown(
            request, {"result": _result(request, *proofreading.proofread_text(_text(request), rules))}
        )
    name, content = _file(given)
    result = _result(request, *proofreading.proofread_file(name, content, rules))
    return _shown(request, {"result": result, "of_file": True, "pictures": pictures(content)})


def _accepted(request: OfficeRequest) -> HttpResponse:
    """The text with what was suggested, and what is found in it now."""
    text, rules = _text(request), proofreading.rules(request.office, acting.today())
    changed, count = accepting.accept(text, *proofreading.proofread_text(text, rules), request.POST["accept"])
    if not count:
        raise TextRefused("文字已经改动，这条建议对不上了，请再校对一次")
    result = _result(request, *proofreading.proofread_text(changed, rules))
    return _shown(request, {"result": result, "text": changed, "accepted": count})


def _result(request: OfficeRequest, document: Document, hits: Sequence[Hit]) -> dict[str, Any]:
    return presenting.result(
        document,
        hits,
        lambda hit, shown: dismissals.sealed(hit, shown, request.office.key),
        dismisses=bool(May(request.actor)[Action.PROOFREADING_SETTLE.name]),
    )


def _copy(request: OfficeRequest) -> HttpResponse:
    given, profile = request.FILES.get("file"), request.POST.get("profile", "")
    rules = proofreading.rules(request.office, acting.today())
    if given is None:
        text = proofreading.mask_text(_text(request), profile, rules)
        return exports.attachment(COPY, "text/plain; charset=utf-8", text.encode())
    name, content = proofreading.mask_file(*_file(given), profile, rules)
    return exports.attachment(name, "application/octet-stream", content)


def _text(request: OfficeRequest) -> str:
    """Lines as they were typed; a browser sends each with a carriage return."""
    return request.POST.get("text", "").replace("\r\n", "\n")


def _file(given: UploadedFile) -> tuple[str, bytes]:
    """Name and content; of one that is too large only so much that it is seen to be."""
    return given.name or "未命名", given.read(settings.UPLOAD_BYTES + 1)


def _shown(request: OfficeRequest, found: dict[str, Any], status: int = 200) -> HttpResponse:
    context = {
        "text": _text(request),
        "profile": request.POST.get("profile") or proofreading.usual_mask(request.office),
        "profiles": PROFILES,
        "endings": ",".join(proofreading.ENDINGS),
        "most_bytes": settings.UPLOAD_BYTES,
        "longest": proofreading.LONGEST // 10_000,
        "longest_masked": proofreading.LONGEST_MASKED // 10_000,
    }
    return render(request, "proofreading/desk.html", context | found, status=status)

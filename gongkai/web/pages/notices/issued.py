"""An issued notice: its files, the units it names, and who has signed for it."""

import hashlib
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from gongkai.actions import receive
from gongkai.actions.receive import ReceiptError
from gongkai.records import versions
from gongkai.records.models import Notice
from gongkai.web import acting, exports
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.notices import finding, presenting
from gongkai.web.pages.notices.version import TYPES
from gongkai.workflows.rights import Action

OPEN_TO_ALL = ("通报.docx", "通报.pdf", "附件.xlsx")
"""The list of problems is the office's own paper."""


@page(Action.NOTICES_SEE)
def index(request: OfficeRequest, number: int) -> HttpResponse:
    """A notice; a unit sees whether it has signed, the office who has not."""
    notice = finding.notice(request, number)
    named = versions.named(notice)
    signed = {receipt.unit: receipt for receipt in notice.receipts.select_related("person")}
    units = [{"unit": unit, "receipt": signed.get(unit)} for unit in named]
    context: dict[str, Any] = {
        "notice": presenting.notice_row(notice, request.own_unit),
        "files": [
            name for name in notice.files if _may_have(request, name) and _path(notice, name).is_file()
        ],
        "units": [row for row in units if not request.own_unit or row["unit"] == request.own_unit],
        "missing": [row["unit"] for row in units if row["receipt"] is None],
        "asked": bool(request.own_unit) and request.own_unit in named and request.own_unit not in signed,
    }
    return render(request, "notices/issued.html", context)


@page(Action.NOTICES_DOWNLOAD)
def file(request: OfficeRequest, number: int, name: str) -> HttpResponse:
    """A file of a notice, exactly as it was issued."""
    notice = finding.notice(request, number)
    if name not in notice.files or not _may_have(request, name):
        raise Http404
    path = _path(notice, name)
    if not path.is_file():
        raise Http404
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != notice.files[name]:
        return render(request, "notices/altered.html", {"name": name}, status=409)
    return exports.attachment(name, TYPES[name], content)


@page(Action.RECEIPTS_GIVE, methods=("POST",))
def receive_notice(request: OfficeRequest, number: int) -> HttpResponse:
    """Sign for a notice on behalf of one's unit."""
    notice = finding.notice(request, number)
    try:
        receive.run(
            notice,
            request.own_unit,
            person=acting.person(request),
            by=acting.who(request),
            at=acting.now(),
        )
    except ReceiptError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "已签收")
    return redirect("notice", request.office.key, request.period, number)


def _may_have(request: OfficeRequest, name: str) -> bool:
    return name in OPEN_TO_ALL or not request.own_unit


def _path(notice: Notice, name: str) -> Any:
    version = getattr(notice, "version", None)
    office = notice.assessment.office.key
    return settings.NOTICES / office / str(version.pk if version else f"notice-{notice.pk}") / name

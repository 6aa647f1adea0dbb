"""An issued notice: its files, the units it names, and who has signed for it."""

import hashlib

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from gongkai.actions import receive
from gongkai.actions.receive import ReceiptError
from gongkai.records import vault, versions
from gongkai.web import acting, exports
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.notices import finding, presenting
from gongkai.web.pages.notices.version import TYPES
from gongkai.workflows.rights import Action, can, only_unit

OPEN_TO_ALL = ("通报.docx", "通报.pdf", "附件.xlsx")
"""The list of problems is the office's own paper."""


@page(Action.NOTICES_SEE)
def index(request: OfficeRequest, number: int) -> HttpResponse:
    """A notice; a unit sees whether it has signed, the office who has not."""
    notice = finding.notice(request, number)
    named, own = versions.named(notice), _signs_for(request)
    signed = {receipt.unit: receipt for receipt in notice.receipts.select_related("person")}
    units = [{"unit": unit, "receipt": signed.get(unit)} for unit in named]
    files = [name for name in notice.files if _may_have(request, name)]
    context = {
        "notice": presenting.notice_row(notice, set()),
        "version": getattr(notice, "version", None),
        "files": [name for name in files if vault.path(notice.files[name]).is_file()],
        "lost": [name for name in files if not vault.path(notice.files[name]).is_file()],
        "digests": notice.files,
        "units": [row for row in units if not request.own_unit or row["unit"] == request.own_unit],
        "missing": [row["unit"] for row in units if row["receipt"] is None],
        "asked": own in named and own not in signed,
        "own": own,
    }
    return render(request, "notices/issued.html", context)


@page(Action.NOTICES_DOWNLOAD)
def file(request: OfficeRequest, number: int, name: str) -> HttpResponse:
    """A file of a notice, exactly as it was issued."""
    notice = finding.notice(request, number)
    if name not in notice.files or not _may_have(request, name):
        raise Http404
    path = vault.path(notice.files[name])
    if not path.is_file():
        raise Http404
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != notice.files[name]:
        return render(request, "notices/altered.html", {"name": name, "number": number}, status=409)
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
        messages.success(request, f"{request.own_unit}已签收")
    return redirect("notice", request.office.key, request.period, number)


def _may_have(request: OfficeRequest, name: str) -> bool:
    return name in OPEN_TO_ALL or can(request.actor, Action.NOTICES_SEE_DRAFTS)


def _signs_for(request: OfficeRequest) -> str:
    """The unit this person signs for, "" for none."""
    may = can(request.actor, Action.RECEIPTS_GIVE)
    return (only_unit(request.actor, Action.RECEIPTS_GIVE) or "") if may else ""

"""A .docx edited outside and brought back: every difference, and what became of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from gongkai.actions import returning, storing
from gongkai.actions.drafting import DraftError
from gongkai.actions.returning import ReturnError
from gongkai.actions.storing import FileRefused
from gongkai.notice.returned import ReturnedError
from gongkai.notice.template import TemplateError
from gongkai.records import versions
from gongkai.records.models import ReturnedDocument, StoredFile
from gongkai.web import acting, kept_files
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.notices import finding, presenting, version
from gongkai.workflows.rights import Action


@page(Action.RETURNED_COMPARE, methods=("POST",))
def bring(request: OfficeRequest, number: int) -> HttpResponse:
    """Hand in a document that was edited outside."""
    found = finding.version(request, number)
    try:
        document = returning.bring(
            found,
            _file(request),
            person=acting.person(request),
            by=acting.who(request),
            at=acting.now(),
        )
    except (FileRefused, ReturnError, ReturnedError) as refusal:
        return version.shown(request, found, str(refusal), status=422)
    messages.info(request, f"已比对，共有 {len(document.differences)} 处不同")
    return redirect("notice_returned", request.office.key, request.period, document.pk)


@page(Action.NOTICES_SEE_DRAFTS)
def index(request: OfficeRequest, number: int) -> HttpResponse:
    """A document brought back."""
    return _shown(request, finding.returned(request, number))


@page(Action.RETURNED_COMPARE, methods=("POST",))
def settle(request: OfficeRequest, number: int) -> HttpResponse:
    """Say what became of each difference that touches a figure or a name."""
    document = finding.returned(request, number)
    notes = {place: request.POST.get(f"note-{place}", "") for place in range(len(document.differences))}
    try:
        returning.settle(
            document, notes, person=acting.person(request), by=acting.who(request), at=acting.now()
        )
    except ReturnError as refusal:
        return _shown(request, finding.returned(request, number), str(refusal), notes, 422)
    messages.success(request, "差异已全部处理")
    return redirect("notice_version", request.office.key, request.period, document.version.number)


@page(Action.NOTICES_EDIT, methods=("POST",))
def adopt(request: OfficeRequest, number: int) -> HttpResponse:
    """Take over the wording that can be taken word for word: the next version."""
    document = finding.returned(request, number)
    try:
        again = returning.adopt(
            document, person=acting.person(request), by=acting.who(request), at=acting.now()
        )
    except (ReturnError, DraftError, TemplateError) as refusal:
        return _shown(request, document, str(refusal), status=409)
    messages.success(request, f"已采用文字改动，另存为第{again.version.number}稿，并与交回的文稿重新比对")
    return redirect("notice_returned", request.office.key, request.period, again.pk)


def _file(request: OfficeRequest) -> StoredFile:
    handed = request.FILES.get("document")
    if handed is None:
        raise FileRefused("还没有选择文件，请选择改过的 .docx")
    return kept_files.keep(request, handed, frozenset({storing.DOCX}))


def _shown(
    request: OfficeRequest,
    document: ReturnedDocument,
    fault: str = "",
    notes: dict[int, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    rows = presenting.difference_rows(
        request.office, request.period, document, returning.adoptable(document), notes or {}
    )
    context = {
        "document": document,
        "serious": [row for row in rows if row["serious"]],
        "other": [row for row in rows if not row["serious"]],
        "fault": fault,
        "adoptable": sum(row["adoptable"] for row in rows),
        "current": versions.newest(request.office, request.period.code) == document.version,
    }
    return render(request, "notices/returned.html", context, status=status)

"""The editor of the wording, with the official page beside it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from gongkai.actions import drafting
from gongkai.actions.basis import Basis
from gongkai.actions.drafting import DraftError
from gongkai.actions.worded import Wording
from gongkai.notice import words
from gongkai.notice.template import TemplateError
from gongkai.records import readers, rectifications
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.notices import asked
from gongkai.web.pages.notices.asked import WordingForm
from gongkai.web.pages.notices.composing import Composed, composed
from gongkai.workflows.rights import Action


@page(Action.NOTICES_EDIT, methods=("GET", "POST"))
def index(request: OfficeRequest) -> HttpResponse:
    """Edit the wording; saving it makes the next version."""
    if request.method != "POST":
        newest = drafting.newest(request.office, request.period)
        wording = drafting.begin(request.office, request.period)
        return _shown(
            request, asked.filled(wording, newest.number if newest else 0), composed(request, wording)
        )
    form = WordingForm(request.POST)
    if not form.is_valid():
        return _shown(request, form, Composed(), 422)
    try:
        version = drafting.save(
            request.office,
            request.period,
            form.wording(),
            based_on=form.cleaned_data["based_on"],
            note=form.cleaned_data["note"],
            person=acting.person(request),
            by=acting.who(request),
            at=acting.now(),
        )
    except (DraftError, TemplateError) as refusal:
        form.add_error(None, str(refusal))
        status = 409 if isinstance(refusal, DraftError) else 422
        return _shown(request, form, composed(request, form.wording()), status)
    messages.success(request, f"已保存为第{version.number}稿")
    return redirect("notice_version", request.office.key, request.period, version.number)


@page(Action.NOTICES_EDIT, methods=("POST",))
def preview(request: OfficeRequest) -> HttpResponse:
    """The official page of the text as typed, and its cross-check; nothing is kept."""
    form = WordingForm(request.POST)
    seen = composed(request, form.wording()) if form.is_valid() else Composed()
    if request.headers.get("HX-Request"):
        return render(request, "notices/seen.html", {"form": form, "seen": seen})
    return _shown(request, form, seen)


def _shown(request: OfficeRequest, form: WordingForm, seen: Composed, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "seen": seen,
        "words": _words(request),
        "open_before": rectifications.open_from_before(request.office, request.period),
        "newest": drafting.newest(request.office, request.period),
    }
    return render(request, "notices/edit.html", context, status=status)


def _words(request: OfficeRequest) -> list[dict[str, Any]]:
    """What may be put into the text, with what it says now. Raises NotAssessedError."""
    row = readers.latest(request.office, request.period.code)
    office = Basis.of(row).office
    issued = Wording.of_pack(office, request.period).dates(office, request.period)
    content = readers.content(row)
    return [word._asdict() for word in words.available(office, content, issued=issued, period=request.period)]

"""The editor of the wording, with the official page beside it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from gongkai.actions import drafting
from gongkai.actions.drafting import Overtaken
from gongkai.notice.template import TemplateError
from gongkai.records import rectifications, versions
from gongkai.records.readers import NotAssessedError
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.notices import asked, differences, palette
from gongkai.web.pages.notices.asked import WordingForm
from gongkai.web.pages.notices.composing import Composed, composed
from gongkai.workflows.rights import Action


@page(Action.NOTICES_EDIT, methods=("GET", "POST"))
def index(request: OfficeRequest) -> HttpResponse:
    """Edit the wording; saving it makes the next version."""
    if request.method == "POST":
        return _saved(request, WordingForm(request.POST))
    try:
        wording, number = drafting.begin(request.office, request.period, today=acting.today())
    except NotAssessedError:
        messages.error(request, f"{request.period.label}尚未考核，考核之后才能起草通报")
        return redirect("notices", request.office.key, request.period)
    return shown(request, asked.filled(wording, number), composed(request, wording))


@page(Action.NOTICES_EDIT, methods=("POST",))
def preview(request: OfficeRequest) -> HttpResponse:
    """The official page of the text as typed, and its cross-check; nothing is kept."""
    form = WordingForm(request.POST)
    return shown(request, form, composed(request, form.wording()) if form.is_valid() else Composed())


def shown(
    request: OfficeRequest,
    form: WordingForm,
    seen: Composed,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """The editor with this form; only what stands beside it where a script asked."""
    context = {"form": form, "seen": seen, "may_waive": True, "waive_in_place": True, **more}
    context["reasons"] = asked.reasons(request.POST)
    context["lacking"] = asked.lacking(form)
    if request.headers.get("HX-Request"):
        return render(request, "notices/seen.html", context, status=status)
    words = palette.words(request)
    context |= {
        "words": words,
        "palette": palette.groups(words),
        "open_before": rectifications.open_from_before(request.office, request.period),
        "newest": versions.newest(request.office, request.period.code),
        "word_url": reverse("notice_word", args=(request.office.key, request.period)),
    }
    return render(request, "notices/edit.html", context, status=status)


def _saved(request: OfficeRequest, form: WordingForm) -> HttpResponse:
    if not form.is_valid():
        return shown(request, form, Composed(), 422)
    wording = form.wording()
    try:
        version = drafting.save(
            request.office,
            request.period,
            wording,
            based_on=form.cleaned_data["based_on"],
            note=form.cleaned_data["note"],
            person=acting.person(request),
            by=acting.who(request),
            at=acting.now(),
        )
    except Overtaken as refusal:
        return _overtaken(request, form, refusal)
    except TemplateError as error:
        place = f"正文第{error.line}行" if error.line else error.file
        form.add_error(None, f"没有保存。{place}：{error.message}")
        return shown(request, form, composed(request, wording), 422)
    messages.success(request, f"已保存为第{version.number}稿")
    return redirect("notice_version", request.office.key, request.period, version.number)


def _overtaken(request: OfficeRequest, form: WordingForm, refusal: Overtaken) -> HttpResponse:
    """What was typed beside what the other saved; sent again, it counts as written on theirs."""
    data = request.POST.copy()
    data["based_on"] = str(refusal.newest.number)
    again = WordingForm(data)
    again.add_error(None, str(refusal))
    wording = form.wording()
    theirs = differences.lines(refusal.newest.template, wording.template)
    settings = differences.settings(refusal.newest, wording)
    return shown(
        request,
        again,
        composed(request, wording),
        409,
        overtaken=refusal.newest,
        lines=theirs,
        settings=settings,
    )

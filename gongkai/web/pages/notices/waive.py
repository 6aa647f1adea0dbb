"""Answering for a red item of the cross-check: from a version, or from the editor without losing its text."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from gongkai.actions import waiving
from gongkai.actions.waiving import WaiverError
from gongkai.records import versions
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.notices import editor, version
from gongkai.web.pages.notices.asked import WordingForm
from gongkai.web.pages.notices.composing import Composed, composed, of_version
from gongkai.workflows.rights import Action

LONGEST_REASON = 1000


@page(Action.NOTICES_WAIVE, methods=("POST",))
def index(request: OfficeRequest) -> HttpResponse:
    """Record a reason; the page is the one the form stood on."""
    if "template" in request.POST:
        return _in_editor(request, WordingForm(request.POST))
    newest = versions.newest(request.office, request.period.code)
    if newest is None:
        raise Http404
    if fault := _waived(request, of_version(request, newest)):
        return version.shown(request, newest, fault, status=422)
    messages.success(request, "已放行，理由记录在案")
    return redirect("notice_version", request.office.key, request.period, newest.number)


def _in_editor(request: OfficeRequest, form: WordingForm) -> HttpResponse:
    if not form.is_valid():
        return editor.shown(request, form, Composed(), 422)
    fault = _waived(request, composed(request, form.wording()))
    seen = composed(request, form.wording())
    if fault:
        return editor.shown(request, form, seen, 422, waive_fault=fault)
    return editor.shown(request, form, seen, waived="已放行，理由记录在案")


def _waived(request: OfficeRequest, seen: Composed) -> str:
    """What stands in the way, "" if the reason was recorded."""
    code = request.POST.get("code", "")
    reason = request.POST.get(f"reason-{code}", "")
    if not reason.strip():
        return "放行必须写明理由，请填写后再放行"
    if len(reason) > LONGEST_REASON:
        return f"理由有 {len(reason)} 字，超过 {LONGEST_REASON} 字，请精简"
    try:
        waiving.run(
            request.office,
            request.period,
            seen.issues,
            {code: reason},
            by=acting.who(request),
            at=acting.now(),
        )
    except WaiverError:
        return "要放行的问题已经没有了，或者内容有了变化，请看新的校核结果"
    return ""

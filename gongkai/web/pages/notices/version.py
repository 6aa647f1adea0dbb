"""One version: the page as it would be printed, its cross-check, and its way through the three reviews."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from gongkai.actions import issue, review
from gongkai.actions.worded import Wording
from gongkai.records import assessments, versions
from gongkai.records.models import NoticeVersion
from gongkai.web import acting, exports
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.notices import asked, finding, presenting
from gongkai.web.pages.notices.composing import of_version
from gongkai.workflows.reviews import MACHINE, REVIEWS, Event, State
from gongkai.workflows.rights import Action, Forbidden
from gongkai.workflows.roles import Role, in_words
from gongkai.workflows.states import WrongMove

TYPES = {
    "通报.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "通报.pdf": "application/pdf",
    "附件.xlsx": exports.XLSX,
    "问题清单.xlsx": exports.XLSX,
}
FORMS = {
    Event.SUBMIT: "notice_submit",
    Event.CHECK: "notice_check",
    Event.APPROVE: "notice_approve",
    Event.ISSUE: "notice_issue",
}


@page(Action.NOTICES_SEE_DRAFTS)
def index(request: OfficeRequest, number: int) -> HttpResponse:
    """A version."""
    return shown(request, finding.version(request, number))


@page(Action.NOTICES_SEE_DRAFTS)
def draft(request: OfficeRequest, number: int, name: str) -> HttpResponse:
    """A file of a version as it would be printed, named as a draft."""
    if name not in issue.NOTICE_FILES:
        raise Http404
    found = finding.version(request, number)
    plan = issue.drafted(request.office, request.period, Wording.of_version(found), found.assessment).plan
    return exports.attachment(f"{issue.DRAFT}{name}", TYPES[name], issue.rendered(plan)[name])


def shown(
    request: OfficeRequest,
    version: NoticeVersion,
    fault: str = "",
    typed: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page of a version; with what was `typed` in a step that was refused."""
    latest = versions.newest(request.office, request.period.code) == version
    newest = assessments.newest(request.office, request.period.code)
    ended = version.state in MACHINE.ends
    context = {
        "version": version,
        "here": f"第{version.number}稿",
        "state": State(version.state).label,
        "mark": presenting.MARKS[State(version.state)],
        "waiting": presenting.waiting_for(version),
        "latest": latest,
        "open": latest and not ended,
        "overlooked": presenting.overlooked(version, acting.today()) if latest and not ended else [],
        "stale": not ended and newest is not None and newest.pk != version.assessment_id,
        "seen": of_version(request, version),
        "may_waive": latest and not ended,
        "chain": _chain(version),
        "forms": _forms(request, version),
        "returned": list(version.returned.select_related("file", "brought_by", "resolved_by")),
        "files": issue.NOTICE_FILES,
        "fault": fault,
        "typed": typed,
        "typed_in": request.POST.get("event", ""),
        "reasons": asked.reasons(request.POST),
    }
    return render(request, "notices/version.html", context, status=status)


def _chain(version: NoticeVersion) -> list[dict[str, Any]]:
    """The three reviews: who did each, or who is to do it; what was sent back stands beside them."""
    taken = {review.event: review for review in version.reviews.select_related("person")}
    roles = {move.event: move.by for move in MACHINE.transitions}
    steps: list[dict[str, Any]] = [
        {"label": event.label, "by": in_words(roles[event], "或"), "taken": taken.get(event)}
        for event in REVIEWS
    ]
    if Event.SEND_BACK in taken:
        steps.append(
            {"label": Event.SEND_BACK.label, "by": "", "taken": taken[Event.SEND_BACK], "back": True}
        )
    return steps


def _forms(request: OfficeRequest, version: NoticeVersion) -> list[dict[str, Any]]:
    """The step that takes the version on, with why this person may not take it; and sending back."""
    event = presenting.NEXT.get(State(version.state))
    if event is None:
        return []
    place = (request.office.key, request.period, version.number)
    why = _why_not(request, version, event)
    forms: list[dict[str, Any]] = [
        {"event": event.value, "label": event.label, "address": reverse(FORMS[event], args=place), "why": why}
    ]
    if any(move.event is Event.SEND_BACK for move in MACHINE.moves(version.state, frozenset(Role))):
        address = reverse("notice_check" if event is Event.CHECK else "notice_approve", args=place)
        back = _why_not(request, version, Event.SEND_BACK)
        forms.append({"event": "send_back", "label": "退回", "address": address, "why": back, "back": True})
    return forms


def _why_not(request: OfficeRequest, version: NoticeVersion, event: Event) -> str:
    try:
        review.check_can(version, event, actor=request.actor, person=acting.person(request))
    except (Forbidden, WrongMove, review.ReviewError) as refusal:
        return str(refusal)
    return ""

"""The forms of a version: the three reviews, sending back, issuing."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from gongkai.actions import issue as issuing
from gongkai.actions import review
from gongkai.actions.review import ReviewError
from gongkai.actions.worded import IssueError
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest, View, page
from gongkai.web.pages.notices import finding, version
from gongkai.workflows.reviews import Event
from gongkai.workflows.rights import Action
from gongkai.workflows.states import WrongMove


def _step(action: Action, *events: Event) -> View:
    """The view that takes these steps."""
    allowed = {event.value: event for event in events}

    @page(action, methods=("POST",))
    def posted(request: OfficeRequest, number: int) -> HttpResponse:
        found = finding.version(request, number)
        event = allowed.get(request.POST.get("event", ""))
        if event is None:
            raise Http404
        comment = request.POST.get("comment", "")
        try:
            review.take(
                found,
                event,
                comment=comment,
                actor=request.actor,
                person=acting.person(request),
                by=acting.who(request),
                at=acting.now(),
            )
        except (ReviewError, WrongMove) as refusal:
            status = 409 if isinstance(refusal, WrongMove) else 422
            return version.shown(request, finding.version(request, number), str(refusal), comment, status)
        messages.success(request, f"第{number}稿已{event.label}")
        return redirect("notice_version", request.office.key, request.period, number)

    return posted


submit = _step(Action.NOTICES_REVIEW_DRAFT, Event.SUBMIT)
check = _step(Action.NOTICES_REVIEW_FACTS, Event.CHECK, Event.SEND_BACK)
approve = _step(Action.NOTICES_REVIEW_LEAD, Event.APPROVE, Event.SEND_BACK)


@page(Action.NOTICES_ISSUE, methods=("POST",))
def issue(request: OfficeRequest, number: int) -> HttpResponse:
    """Issue a version that the leader approved: print its files, open its rectifications."""
    found = finding.version(request, number)
    try:
        issued = issuing.run(
            request.office.key,
            request.period,
            None,
            waivers={},
            by=acting.who(request),
            at=acting.now(),
            version=found,
        )
    except IssueError as refusal:
        return version.shown(request, finding.version(request, number), str(refusal), status=409)
    if issued.notice is None:
        reds = f"校核还有 {len(issued.open_reds)} 项须处理的问题，没有印发"
        return version.shown(request, finding.version(request, number), reds, status=409)
    messages.success(request, "通报已印发，整改事项已下发到单位")
    return redirect("notice", request.office.key, request.period, issued.notice.pk)

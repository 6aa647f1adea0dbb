"""Which assessment a page shows, and what it says where there is none to see."""

from django.http import HttpResponse
from django.shortcuts import render

from gongkai.records import assessments
from gongkai.records.assessments import Seen
from gongkai.web.gate import OfficeRequest
from gongkai.workflows.rights import GRANTS, Action
from gongkai.workflows.roles import UNIT_ROLES


def seen(request: OfficeRequest) -> Seen | None:
    """The assessment of the period that the person may see."""
    return assessments.seen(request.office, request.period.code, request.actor.roles)


def nothing(request: OfficeRequest, title: str) -> HttpResponse:
    """The page where there is nothing to see yet: why, and what comes first."""
    return render(request, "assessments/nothing.html", {"title": title, "why": _why(request)})


def _why(request: OfficeRequest) -> str:
    label, roles = request.period.label, request.actor.roles
    if roles & GRANTS[Action.ASSESSMENTS_SEE_DRAFTS]:
        return f"{label}还没有考核结果。导入数据后，请在“考核”中点击“开展考核”。"
    if roles & UNIT_ROLES:
        return (
            f"{label}的考核结果还没有送单位核对。送核对后，您可以在这里查看本单位的得分和依据，并提出异议。"
        )
    return f"{label}的考核结果还没有发布。"


def only_published(request: OfficeRequest, title: str) -> HttpResponse:
    """What a unit reads in place of the table of all units before it is published."""
    why = f"{request.period.label}的考核结果一览表在发布后可以查看；现在可以查看本单位的得分。"
    return render(request, "assessments/nothing.html", {"title": title, "why": why, "own": request.own_unit})

"""Where the notice of a period stands: who must act now, its versions, what was issued."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from gongkai.records import readers, rectifications, versions
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.notices import presenting
from gongkai.workflows.rights import Action, can


@page(Action.NOTICES_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """The notice of a period; drafts only for those who may see them."""
    code = request.period.code
    drafts: dict[str, Any] = {}
    if can(request.actor, Action.NOTICES_SEE_DRAFTS):
        found = list(versions.of(request.office, code))
        newest = found[0] if found else None
        drafts = {
            "drafts": True,
            "versions": [presenting.version_row(one) for one in found],
            "newest": newest,
            "waiting": presenting.waiting_for(newest) if newest else "",
            "assessed": readers.newest(request.office, code),
            "open_before": rectifications.open_from_before(request.office, request.period),
        }
    issued = versions.issued(request.office, code)
    context = drafts | {"issued": [presenting.notice_row(one, request.own_unit) for one in issued]}
    return render(request, "notices/index.html", context)

"""Where the notice of a period stands: who must act now, its versions, what was issued."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from gongkai.records import assessments, rectifications, versions
from gongkai.records.models import Notice
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.notices import presenting
from gongkai.workflows.rights import Action, can

COUNTED = 20
"""Notices of which it is looked up how many units they name: each is read from its assessment."""


@page(Action.NOTICES_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """The notice of a period; drafts only for those who may see them."""
    signed = versions.signed(request.office, request.own_unit)
    rows = [
        presenting.notice_row(one, signed, _named(request, one) if place < COUNTED else None)
        for place, one in enumerate(versions.issued(request.office))
    ]
    code = request.period.code
    context = {
        "issued": [row for row in rows if row["period"] == code],
        "others": [row for row in rows if row["period"] != code],
    }
    if can(request.actor, Action.NOTICES_SEE_DRAFTS):
        context |= _drafts(request)
    return render(request, "notices/index.html", context)


def _named(request: OfficeRequest, notice: Notice) -> int | None:
    """How many units are asked to sign; a unit is told of itself alone."""
    return None if request.own_unit else len(versions.named(notice))


def _drafts(request: OfficeRequest) -> dict[str, Any]:
    found = list(versions.of(request.office, request.period.code))
    newest = found[0] if found else None
    assessed = assessments.newest(request.office, request.period.code)
    return {
        "drafts": True,
        "versions": [presenting.version_row(one, found[0]) for one in found],
        "newest": presenting.version_row(newest, newest) if newest else None,
        "path": presenting.path(newest),
        "waiting": presenting.waiting_for(newest) if newest else "",
        "assessed": assessed,
        "stale": bool(newest and newest.notice is None and assessed and newest.assessment_id != assessed.pk),
        "open_before": rectifications.open_from_before(request.office, request.period),
    }

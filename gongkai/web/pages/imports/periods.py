"""A file handed in for the wrong period is moved to the right one: nobody needs to give it up and begin again."""

import re
from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from gongkai.actions import uploading
from gongkai.records.models import Upload
from gongkai.sources import titles
from gongkai.sources.faults import Code
from gongkai.terms import Period, TermError
from gongkai.web import acting, forms, shell
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.jobs import uploads as jobs
from gongkai.web.pages.imports import finding
from gongkai.workflows.rights import Action

_MONTH = re.compile(r"(\d{4})\D{1,2}(\d{1,2})")


@page(Action.IMPORTS_WRITE, methods=("POST",))
def move(request: OfficeRequest, number: int) -> HttpResponse:
    """Have the file read for the period that was chosen."""
    finding.upload(request, number)
    try:
        period = Period.parse(request.POST.get("period", ""))
    except TermError:
        messages.error(request, "没有选择期间，请选择后再改。")
        return redirect("upload", request.office.key, request.period, number)
    moved = uploading.move(
        request.office,
        number,
        period,
        version=forms.version(request),
        actor=request.actor,
        by=acting.who(request),
        at=acting.now(),
    )
    jobs.ask(moved, acting.who(request))
    messages.success(request, f"已改为导入{period.label}，正在重新识别。")
    return redirect("upload", request.office.key, period, number)


def named(upload: Upload) -> Period | None:
    """The period the file itself speaks of, where that is not the one it was handed in for."""
    return next(_named(upload), None)


def _named(upload: Upload) -> Iterator[Period]:
    for fault in upload.seen.get("faults", ()):
        if fault["code"] == Code.OTHER_PERIOD:
            yield from titles.periods(fault["reason"])
        elif fault["code"] == Code.DAY_OUTSIDE and (found := _MONTH.search(fault["value"])):
            year, month = map(int, found.groups())
            if 1 <= month <= 12 and 1900 <= year < 2100:
                yield Period.parse(f"{year}Q{(month + 2) // 3}")


def others(request: OfficeRequest) -> list[Period]:
    """The periods to choose from, newest first."""
    offered = shell.offered_periods(request.office, request.actor)
    return sorted(offered - {request.period}, reverse=True)

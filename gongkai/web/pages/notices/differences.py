"""Two versions side by side."""

import difflib
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from gongkai.actions.worded import Wording
from gongkai.records import versions
from gongkai.records.models import NoticeVersion
from gongkai.web.forms import whole
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.notices import finding
from gongkai.workflows.rights import Action

KINDS = {"-": "removed", "+": "added", " ": "same"}
SIGNS = {"-": "删", "+": "增", " ": ""}
SETTINGS = {
    "title": "标题",
    "document_number": "发文字号",
    "issued_on": "印发日期",
    "rectify_by": "整改期限",
}


@page(Action.NOTICES_SEE_DRAFTS)
def index(request: OfficeRequest) -> HttpResponse:
    """The versions asked for, by default the newest two."""
    numbers = list(versions.of(request.office, request.period.code).values_list("number", flat=True))
    left = whole(request.GET.get("left", ""), numbers[1] if len(numbers) > 1 else 0)
    right = whole(request.GET.get("right", ""), numbers[0] if numbers else 0)
    earlier, later = finding.version(request, left), finding.version(request, right)
    context = {
        "earlier": earlier,
        "later": later,
        "numbers": [{"number": number} for number in numbers],
        "lines": lines(earlier.template, later.template),
        "settings": settings(earlier, later),
    }
    return render(request, "notices/compare.html", context)


def lines(earlier: str, later: str) -> list[dict[str, str]]:
    """The text line by line: what went, what came, what stayed; empty where nothing differs."""
    told = [line for line in difflib.ndiff(earlier.splitlines(), later.splitlines()) if line[0] in KINDS]
    if all(line[0] == " " for line in told):
        return []
    return [{"kind": KINDS[line[0]], "sign": SIGNS[line[0]], "text": line[2:]} for line in told]


def settings(earlier: NoticeVersion | Wording, later: NoticeVersion | Wording) -> list[dict[str, Any]]:
    """Title, number and dates that differ."""
    rows = [
        {"label": label, "old": getattr(earlier, name), "new": getattr(later, name)}
        for name, label in SETTINGS.items()
    ]
    return [row for row in rows if row["old"] != row["new"]]

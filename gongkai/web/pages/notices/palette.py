"""What may be put into the text: the words of this notice with what they say now, and where each comes from."""

from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from gongkai.actions.basis import Basis
from gongkai.actions.worded import Wording
from gongkai.notice import words as notice_words
from gongkai.notice.template import TemplateError
from gongkai.records import assessments, readers
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.assessments import links
from gongkai.workflows.rights import Action

LONGEST_EXPRESSION = 500


def words(request: OfficeRequest) -> list[dict[str, str]]:
    """Every word with its present value. Raises NotAssessedError, SnapshotError."""
    return [word._asdict() for word in notice_words.available(**_material(request))]


def groups(found: list[dict[str, str]]) -> list[dict[str, Any]]:
    """The words by the heading they are offered under, as the buttons that insert them."""
    return [
        {
            "label": label,
            "words": [{**word, "insert": f"{{{{ {word['expression']} }}}}"} for word in members],
        }
        for label, members in groupby(found, lambda word: word["group"])
    ]


@page(Action.NOTICES_EDIT)
def word(request: OfficeRequest) -> HttpResponse:
    """Where a word of the text comes from: the page of its figure, or what it is."""
    expression = request.GET.get("expression", "")[:LONGEST_EXPRESSION]
    try:
        text, bound = notice_words.origin(expression, **_material(request))
    except TemplateError as error:
        return render(request, "notices/word.html", {"expression": expression, "fault": error.message})
    address = links.binding(request.office.key, request.period, bound) if bound else ""
    if address:
        return redirect(address)
    return render(request, "notices/word.html", {"expression": expression, "text": text})


def _material(request: OfficeRequest) -> dict[str, Any]:
    row = readers.latest(request.office, request.period.code)
    office = Basis.of(row).office
    wording = Wording.proposed(office, request.period, acting.today())
    return {
        "office": office,
        "assessment": assessments.content(row),
        "issued": wording.dates(office, request.period),
        "period": request.period,
    }

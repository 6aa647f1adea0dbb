"""The assessment of a period: where it stands, what to do next, what came of it."""

from collections import Counter
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from gongkai.actions import basis
from gongkai.assessment.result import Assessment
from gongkai.measures.facts import KIND_LABELS
from gongkai.records import assessments, readers
from gongkai.records.assessments import Seen
from gongkai.web import presenters
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.assessments import course_words, links, seeing
from gongkai.workflows.assessments import State
from gongkai.workflows.rights import Action, can

UNREAD_SHOWN = 50


@page(Action.ASSESSMENTS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """The room's first page."""
    return shown(request)


def shown(request: OfficeRequest, *, typed: dict[str, str] | None = None, status: int = 200) -> HttpResponse:
    """The page; a form that was refused stands in it with what was `typed` and why."""
    seen = seeing.seen(request)
    if seen is None and not can(request.actor, Action.ASSESSMENTS_SEE_DRAFTS):
        return seeing.nothing(request, "考核")
    context: dict[str, Any] = {"seen": seen, "typed": typed or {}}
    if seen is not None:
        context |= _result(request, seen)
    if can(request.actor, Action.ASSESSMENTS_SEE_DRAFTS):
        context |= _of_office(request, seen)
        return render(request, "assessments/index.html", context, status=status)
    template = "assessments/own.html" if request.own_unit else "assessments/published.html"
    return render(request, template, context, status=status)


def _result(request: OfficeRequest, seen: Seen) -> dict[str, Any]:
    """What came of it: problems by kind, the lists; of a unit its own card."""
    content, own = seen.content, request.own_unit
    return {
        "scored": bool(content.scorecards),
        "problems": _problems(request, content),
        "commended": content.commended if seen.everyone else {},
        "criticised": content.criticised if seen.everyone else {},
        "card": next((one for one in content.scorecards if one.unit == own), None),
        "course": course_words.of_unit(request, seen, own) if own else None,
        "objections": assessments.objections(request.office, request.period.code, own),
    }


def _problems(request: OfficeRequest, content: Assessment) -> list[tuple[str, int, int, str]]:
    """(kind, problems, units, link) of each kind of problem there is."""
    own = request.own_unit
    found = [one for one in content.findings if own in ("", one.unit)]
    counts = Counter(one.kind for one in found)
    return [
        (
            kind.value,
            count,
            len({one.unit for one in found if one.kind is kind}),
            links.figure(
                request.office.key, request.period, f"finding.{kind.name.lower()}", (own,) if own else ()
            ),
        )
        for kind, count in counts.items()
    ]


def _of_office(request: OfficeRequest, seen: Seen | None) -> dict[str, Any]:
    """What the office works with: what changed since, what is unread, how far the course is, the history."""
    history = list(assessments.made(request.office, request.period.code))
    imports = readers.batches(request.office, request.period.code).count()
    context = {
        "history": history[::-1],
        "imports": imports,
        "course_steps": course_words.steps(request, seen),
        "why_not_run": course_words.why_not_run(request, seen, imports),
    }
    if seen is None:
        return context
    return context | {
        "changed": basis.changed_since(seen.row, request.office, request.period),
        "frozen": seen.state is State.PUBLISHED,
        "why_not_publish": course_words.why_not_publish(request, seen),
        "unread": [_unread(*pair) for pair in _by_kind(seen.content)],
        "units": sum(1 for _ in seen.content.scorecards) or len(seen.content.figures_by_unit),
        "confirmed": assessments.confirmations(seen.row),
        "undecided": assessments.undecided(request.office, request.period.code),
    }


def _by_kind(content: Assessment) -> list[tuple[str, list[tuple[str, str]]]]:
    """Kind → (unit and item, what is missing) of each duty about which nothing was read."""
    kinds: dict[str, list[tuple[str, str]]] = {}
    for one in content.unread:
        about = f"{one.unit}“{one.item}”" if one.item else one.unit
        kinds.setdefault(one.kind, []).append((about, presenters.missing_text(one)))
    return list(kinds.items())


def _unread(kind: str, duties: list[tuple[str, str]]) -> dict[str, Any]:
    return {
        "label": KIND_LABELS[kind],
        "count": len(duties),
        "duties": duties[:UNREAD_SHOWN],
        "more": max(0, len(duties) - UNREAD_SHOWN),
    }

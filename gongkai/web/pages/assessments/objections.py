"""Objections: a list, the form to make one, and the page of one with its decision."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from gongkai.actions import object as objecting
from gongkai.actions import storing
from gongkai.actions.object import LONGEST, ObjectionError
from gongkai.actions.storing import EVIDENCE, FileRefused
from gongkai.assessment.subjects import subjects
from gongkai.records import assessments
from gongkai.records.assessments import Seen
from gongkai.records.models import Objection
from gongkai.web import acting, exports, kept_files
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.listing import Cell, Column, Filter, Row, listing, wants_export
from gongkai.web.pages.assessments import course_words, links, seeing
from gongkai.web.presenters import person_name
from gongkai.workflows.objections import Event, State
from gongkai.workflows.rights import Action
from gongkai.workflows.states import WrongMove

MARKS = {State.MADE: "due", State.ACCEPTED: "ok", State.PARTLY: "ok"}
TO_MEND = "请经办更正数据或录入人工加减分，重新考核后再送单位核对。"
"""What a granted objection still needs: the decision changes no figure."""


@page(Action.OBJECTIONS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """The objections of a period; of one's own unit."""
    shown = listing(
        request,
        _of(request).values(
            "pk", "unit", "subject", "state", "made_at", "made_by", "decided_at", "decided_by"
        ),
        _columns(request),
        filters=[Filter("state", "办理情况", [(state.value, state.label) for state in State])],
        search=("unit", "subject", "text"),
    )
    if wants_export(request):
        return exports.workbook(shown, f"{request.period.label}异议")
    return render(request, "assessments/objections.html", {"listing": shown, "may_export": True})


def _columns(request: OfficeRequest) -> list[Column]:
    def subject(row: Row) -> Cell:
        address = reverse("objection", args=(request.office.key, request.period, row["pk"]))
        return Cell(row["subject"], address)

    def state(row: Row) -> Cell:
        return Cell(State(row["state"]).label, mark=MARKS.get(State(row["state"]), ""))

    return [
        Column("pk", "编号", "number"),
        Column("unit", "单位"),
        Column("subject", "对哪一项", cell=subject),
        Column("state", "办理情况", cell=state),
        Column("made_at", "提出时间", "date"),
        Column("made_by", "提出人", cell=lambda row: Cell(person_name(row["made_by"]))),
        Column("decided_at", "决定时间", "date"),
        Column("decided_by", "决定人", cell=lambda row: Cell(person_name(row["decided_by"] or ""))),
    ]


@page(Action.OBJECTIONS_MAKE, methods=("GET", "POST"))
def new(request: OfficeRequest) -> HttpResponse:
    """Object to one thing of one's own result."""
    unit, seen = request.own_unit, seeing.seen(request)
    if seen is None or not unit:
        return seeing.nothing(request, "提出异议")
    typed = {name: request.POST.get(name, "") for name in ("subject", "text")}
    typed["subject"] = typed["subject"] or request.GET.get("subject", "")
    if request.method != "POST":
        return _form(request, seen, typed)
    try:
        made = objecting.make(
            request.office,
            request.period,
            unit,
            subject=typed["subject"],
            text=typed["text"],
            evidence=kept_files.handed_in(request, "evidence", EVIDENCE),
            actor=request.actor,
            by=acting.who(request),
            at=acting.now(),
        )
    except (ObjectionError, FileRefused, WrongMove) as refusal:
        return _form(request, seen, typed, str(refusal), status=422)
    messages.success(request, "异议已提出，政务公开办公室作出决定后在这里答复。")
    return redirect("objection", request.office.key, request.period, made.pk)


def _form(
    request: OfficeRequest, seen: Seen, typed: dict[str, str], why: str = "", status: int = 200
) -> HttpResponse:
    found = subjects(seen.content, request.own_unit)
    context = {
        "seen": seen,
        "groups": [(heading, list(ones)) for heading, ones in groupby(found, key=lambda one: one.heading)],
        "typed": typed,
        "why": why,
        "longest": LONGEST,
        "course": course_words.of_unit(request, seen, request.own_unit),
        "accepted": "、".join(storing.LABELS[media] for media in storing.LABELS if media in EVIDENCE),
    }
    return render(request, "assessments/objection_new.html", context, status=status)


@page(Action.OBJECTIONS_SEE)
def one(request: OfficeRequest, number: int) -> HttpResponse:
    """One objection with its decision."""
    return _page(request, _get(request, number))


def _page(
    request: OfficeRequest, found: Objection, text: str = "", why: str = "", status: int = 200
) -> HttpResponse:
    key = request.office.key
    figure = links.figure(key, request.period, found.measure, (found.unit,), found.item, found.window)
    context: dict[str, Any] = {
        "objection": found,
        "figure": figure if found.measure else "",
        "open": found.state == State.MADE,
        "events": (Event.ACCEPT, Event.ACCEPT_PARTLY, Event.REJECT),
        "text": text,
        "why": why,
        "longest": LONGEST,
    }
    return render(request, "assessments/objection.html", context, status=status)


@page(Action.OBJECTIONS_DECIDE, methods=("POST",))
def decide(request: OfficeRequest, number: int) -> HttpResponse:
    """Accept, accept in part or reject, with the reason."""
    found, text = _get(request, number), request.POST.get("text", "")
    try:
        event = Event(request.POST.get("event", ""))
    except ValueError:
        return _page(request, found, text, "请选择采纳、部分采纳或不予采纳", status=422)
    try:
        objecting.decide(
            request.office,
            found.pk,
            event=event,
            text=text,
            actor=request.actor,
            by=acting.who(request),
            at=acting.now(),
        )
    except ObjectionError as refusal:
        return _page(request, found, text, str(refusal), status=422)
    except WrongMove as refusal:
        found.refresh_from_db()
        who = (
            f"（{person_name(found.decided_by)}已作出决定，您写的理由没有保存，仍在下面）"
            if found.decided_by
            else ""
        )
        return _page(request, found, text, f"{refusal}{who}", status=409)
    messages.success(request, f"决定已登记，单位可以看到。{'' if event is Event.REJECT else TO_MEND}")
    return redirect("objection", request.office.key, request.period, found.pk)


@page(Action.OBJECTIONS_MAKE, methods=("POST",))
def withdraw(request: OfficeRequest, number: int) -> HttpResponse:
    """The unit takes its objection back."""
    found = _get(request, number)
    objecting.withdraw(request.office, found.pk, actor=request.actor, by=acting.who(request), at=acting.now())
    messages.success(request, "异议已撤回。")
    return redirect("objection", request.office.key, request.period, found.pk)


@page(Action.OBJECTIONS_SEE)
def evidence(request: OfficeRequest, number: int) -> FileResponse:
    """The file handed in with an objection."""
    found = _get(request, number)
    if found.evidence is None:
        raise Http404
    return exports.stored(found.evidence)


def _of(request: OfficeRequest) -> "QuerySet[Objection]":
    """The objections a person may see: of their own unit, where they belong to one."""
    return assessments.objections(request.office, request.period.code, request.own_unit)


def _get(request: OfficeRequest, number: int) -> Objection:
    found = _of(request).filter(pk=number).first()
    if found is None:
        raise Http404
    return found

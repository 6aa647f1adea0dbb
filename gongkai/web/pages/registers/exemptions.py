"""Exemptions: the list, a request, and the decision on it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from gongkai.actions import exempt
from gongkai.actions.exempt import ExemptionError, Wanted
from gongkai.actions.storing import EVIDENCE, FileRefused
from gongkai.records import exemptions as records
from gongkai.records.models import ExemptionRequest, StoredFile
from gongkai.terms import Period
from gongkai.web import acting, exports, kept_files
from gongkai.web.gate import OfficeRequest, View, page
from gongkai.web.listing import Cell, Column, Filter, Row, listing, wants_export
from gongkai.web.pages.registers import evidence
from gongkai.web.shell import current_period
from gongkai.workflows import rights
from gongkai.workflows.exemptions import MACHINE, Event, State
from gongkai.workflows.rights import Action
from gongkai.workflows.states import WrongMove

MARKS = {State.ASKED: "ask", State.GRANTED: "ok", State.REFUSED: "late"}
QUESTIONS = {
    Event.GRANT: "批准后本期不考核该栏目，确认批准？",
    Event.REVOKE: "取消后该栏目本期照常考核，确认取消？",
}
LONGEST = 2000
BETWEEN = " — "


class AskForm(forms.Form):
    """What is asked for: a duty, a period, the reason."""

    duty = forms.ChoiceField(label="栏目和单位")
    period = forms.CharField(label="期间", max_length=20, help_text="例如 2022Q2、2022-05、2022。")
    reason = forms.CharField(
        label="理由",
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 3}),
        help_text="写明本期确无此类信息的原因。",
    )

    def __init__(self, data: Any, *, kept: list[tuple[str, str]], period: str) -> None:
        super().__init__(data, initial={"period": period}, auto_id="field-%s")
        names = [f"{column}{BETWEEN}{unit}" for column, unit in kept]
        self.fields["duty"].choices = [("", "（请选择）"), *((name, name) for name in names)]  # type: ignore[attr-defined]


@page(Action.REGISTERS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """All requests, or those of one's unit."""
    rows = records.of(request.office, request.own_unit)
    periods = rows.order_by("-period").values_list("period", flat=True).distinct()
    units = rows.order_by("unit").values_list("unit", flat=True).distinct()
    found = listing(
        request,
        rows.values("pk", "unit", "column", "period", "reason", "state", "asked_at", "decided_at"),
        _columns(request.office.key),
        filters=(
            Filter("state", "状态", [(state.value, state.label) for state in State]),
            Filter("period", "期间", [(code, Period.parse(code).label) for code in periods]),
            *([] if request.own_unit else [Filter("unit", "单位", [(unit, unit) for unit in units])]),
        ),
        search=("unit", "column", "reason"),
        sort="-asked_at",
    )
    if wants_export(request):
        return exports.workbook(found, f"{request.office.name}免更新申请")
    return render(request, "registers/exemptions.html", {"listing": found})


@page(Action.REGISTERS_SEE)
def one(request: OfficeRequest, number: int) -> HttpResponse:
    """A request and what may be done with it."""
    return _page(request, _find(request, number))


@page(Action.REGISTERS_SEE)
def file(request: OfficeRequest, number: int) -> HttpResponseBase:
    """The evidence."""
    found = _find(request, number)
    if found.evidence is None:
        raise Http404
    return exports.stored(found.evidence)


@page(Action.EXEMPTIONS_ASK, methods=("GET", "POST"))
def new(request: OfficeRequest) -> HttpResponse:
    """Ask for an exemption."""
    kept = records.kept(request.office, request.own_unit)
    form = AskForm(request.POST or None, kept=kept, period=current_period(request.office).code)
    proof: StoredFile | None = None
    if form.is_bound:
        try:
            proof = kept_files.handed_in(request, "evidence", EVIDENCE)
            if form.is_valid():
                asked = _ask(request, form, proof)
                messages.success(request, "已提交免更新申请，等待审批。")
                return redirect("exemption", request.office.key, asked.pk)
        except FileRefused as refusal:
            form.add_error(None, str(refusal))
        except ExemptionError as refusal:
            form.add_error("duty" if refusal.field == "column" else refusal.field or None, str(refusal))
    context = {"form": form, "proof": proof, "hint": evidence.HINT, "accept": evidence.ACCEPT}
    return render(request, "registers/exemption_new.html", context, status=422 if form.is_bound else 200)


def _ask(request: OfficeRequest, form: AskForm, proof: StoredFile | None) -> ExemptionRequest:
    given = form.cleaned_data
    column, _, unit = given["duty"].rpartition(BETWEEN)
    return exempt.ask(
        request.office,
        Wanted(unit, column, given["period"], given["reason"], proof),
        person=acting.person(request),
        actor=request.actor,
        by=acting.who(request),
        at=acting.now(),
    )


def _form(action: Action) -> View:
    """The view that takes the steps which need this right."""
    events = {event.value: event for event, needed in exempt.ACTIONS.items() if needed is action}

    @page(action, methods=("POST",))
    def posted(request: OfficeRequest, number: int) -> HttpResponse:
        found = _find(request, number)
        event = events.get(request.POST.get("event", ""))
        if event is None:
            raise Http404
        answer = request.POST.get("answer", "")[:LONGEST]
        try:
            exempt.decide(
                request.office,
                found.pk,
                event,
                answer=answer,
                person=acting.person(request),
                actor=request.actor,
                by=acting.who(request),
                at=acting.now(),
            )
        except (ExemptionError, WrongMove) as refusal:
            status = 409 if isinstance(refusal, WrongMove) else 422
            return _page(request, _find(request, number), str(refusal), answer, status)
        messages.success(request, f"已{event.label}。")
        return redirect("exemption", request.office.key, number)

    return posted


decide = _form(Action.EXEMPTIONS_DECIDE)
withdraw = _form(Action.EXEMPTIONS_ASK)
ADDRESSES = {Action.EXEMPTIONS_DECIDE: "exemption_decide", Action.EXEMPTIONS_ASK: "exemption_withdraw"}


def _find(request: OfficeRequest, number: int) -> ExemptionRequest:
    rows = records.of(request.office, request.own_unit).select_related("asked_by", "decided_by", "evidence")
    found = rows.filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def _page(
    request: OfficeRequest, found: ExemptionRequest, fault: str = "", answer: str = "", status: int = 200
) -> HttpResponse:
    state = State(found.state)
    context = {
        "asked": found,
        "state": state.label,
        "mark": MARKS.get(state, "quiet"),
        "steps": _steps(request, found),
        "fault": fault,
        "answer": answer,
    }
    return render(request, "registers/exemption.html", context, status=status)


def _steps(request: OfficeRequest, found: ExemptionRequest) -> list[dict[str, Any]]:
    """The steps that the state allows, each with why this person may not take it."""
    moves = [move for move in MACHINE.transitions if move.source == found.state]
    return [_step(request, found, Event(move.event)) for move in moves]


def _step(request: OfficeRequest, found: ExemptionRequest, event: Event) -> dict[str, Any]:
    needed = exempt.ACTIONS[event]
    try:
        rights.check_can(request.actor, needed, found.unit)
        why = ""
    except rights.Forbidden as refusal:
        why = str(refusal)
    return {
        "event": event.value,
        "label": event.label,
        "address": reverse(ADDRESSES[needed], args=(request.office.key, found.pk)),
        "why": why,
        "answered": event is not Event.WITHDRAW,
        "required": event in exempt.ANSWERED,
        "question": QUESTIONS.get(event, ""),
        "style": "btn-primary" if event is Event.GRANT else "",
    }


def _columns(office: str) -> list[Column]:
    def opened(row: Row) -> Cell:
        return Cell(row["column"], reverse("exemption", args=(office, row["pk"])))

    def state(row: Row) -> Cell:
        found = State(row["state"])
        return Cell(found.label, mark=MARKS.get(found, "quiet"))

    return [
        Column("column", "栏目", cell=opened),
        Column("unit", "单位"),
        Column("period", "期间", cell=lambda row: Cell(Period.parse(row["period"]).label)),
        Column("reason", "理由", sortable=False),
        Column("state", "状态", cell=state),
        Column("asked_at", "申请时间", "date"),
        Column("decided_at", "决定时间", "date"),
    ]

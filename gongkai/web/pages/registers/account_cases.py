"""Cases about accounts: the list, a new one, and each on its way up the levels."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from gongkai.actions import file_account
from gongkai.actions.entry_faults import EditError
from gongkai.actions.file_account import CaseError, CaseMoved, Wanted
from gongkai.actions.storing import EVIDENCE, FileRefused
from gongkai.records import account_cases as records
from gongkai.records.models import AccountCase, StoredFile
from gongkai.web import acting, exports, kept_files
from gongkai.web.forms import version
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.listing import Cell, Column, Filter, Row, listing, wants_export
from gongkai.web.pages.registers import evidence
from gongkai.web.pages.registers.case_form import CaseForm
from gongkai.workflows import accounts, rights, unapproved_accounts
from gongkai.workflows.account_purposes import Purpose, machine
from gongkai.workflows.rights import Action
from gongkai.workflows.worded import Worded

STATES: dict[str, Worded] = {state.value: state for state in accounts.State} | {
    state.value: state for state in unapproved_accounts.State
}
"""By code; CANCELLED belongs to accounts without approval alone."""


@page(Action.REGISTERS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """All cases, or those of one's unit."""
    rows = records.of(request.office, request.own_unit)
    units = rows.order_by("unit").values_list("unit", flat=True).distinct()
    fields = ("number", "purpose", "unit", "name", "platform", "state", "begun_at", "moved_at")
    found = listing(
        request,
        rows.values("pk", *fields),
        _columns(request.office.key),
        filters=(
            Filter("purpose", "事项", [(purpose.value, purpose.label) for purpose in Purpose]),
            Filter("state", "状态", [(code, state.label) for code, state in STATES.items()]),
            *([] if request.own_unit else [Filter("unit", "单位", [(unit, unit) for unit in units])]),
        ),
        search=("unit", "name", "platform", "reason"),
        sort="-number",
    )
    if wants_export(request):
        return exports.workbook(found, f"{request.office.name}账号办理")
    return render(request, "registers/account_cases.html", {"listing": found})


@page(Action.REGISTERS_SEE)
def one(request: OfficeRequest, number: int) -> HttpResponse:
    """A case, its steps so far, and the next."""
    return shown(request, find(request, number))


@page(Action.REGISTERS_SEE)
def file(request: OfficeRequest, number: int) -> HttpResponseBase:
    """What came with the case."""
    case = find(request, number)
    if case.evidence is None:
        raise Http404
    return exports.stored(case.evidence)


def _beginning(action: Action, purposes: tuple[Purpose, ...], title: str) -> Any:
    """The page that begins a case of one of the purposes."""

    @page(action, methods=("GET", "POST"))
    def new(request: OfficeRequest) -> HttpResponse:
        form = CaseForm(
            request.POST or None,
            office=request.office,
            purposes=purposes,
            own_unit=request.own_unit,
            asked=request.GET,
        )
        proof: StoredFile | None = None
        if form.is_bound:
            try:
                proof = kept_files.handed_in(request, "evidence", EVIDENCE)
                if form.is_valid():
                    case = _begin(request, form.wanted(proof))
                    messages.success(request, f"已登记，第 {case.number} 件。")
                    return redirect("account_case", request.office.key, case.number)
            except EditError as error:
                for fault in error.faults:
                    form.add_error(fault.field if fault.field in form.fields else None, fault.message)
            except CaseError as refusal:
                form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
            except FileRefused as refusal:
                form.add_error(None, str(refusal))
        context = {"form": form, "proof": proof, "title": title, "found": Purpose.UNAPPROVED in purposes}
        context |= {"hint": evidence.HINT, "accept": evidence.ACCEPT}
        status = 422 if form.is_bound else 200
        return render(request, "registers/account_case_new.html", context, status=status)

    return new


ask = _beginning(
    Action.ACCOUNTS_ASK, (Purpose.OPEN, Purpose.CHANGE, Purpose.CANCEL), "申请开设、变更或注销账号"
)
found = _beginning(Action.ACCOUNTS_RECORD, (Purpose.UNAPPROVED,), "登记未经报备的账号")


def _begin(request: OfficeRequest, wanted: Wanted) -> AccountCase:
    return file_account.begin(
        request.office, wanted, actor=request.actor, by=acting.who(request), at=acting.now()
    )


def _stepping(action: Action) -> Any:
    """The form of the steps that need this right."""

    @page(action, methods=("POST",))
    def posted(request: OfficeRequest, number: int) -> HttpResponse:
        case = find(request, number)
        event, text = request.POST.get("event", ""), request.POST.get("text", "")[:2000]
        try:
            file_account.step(
                request.office,
                number,
                event,
                text=text,
                version=version(request),
                actor=request.actor,
                by=acting.who(request),
                at=acting.now(),
            )
        except (CaseError, EditError) as refusal:
            status = 409 if isinstance(refusal, CaseMoved) else 422
            return shown(request, find(request, number), str(refusal), event, text, status)
        messages.success(request, f"已{file_account.step_label(case.purpose, event)}。")
        return redirect("account_case", request.office.key, number)

    return posted


STEPS = {
    Action.ACCOUNTS_ASK: "account_case_ask",
    Action.ACCOUNTS_CONFIRM: "account_case_confirm",
    Action.ACCOUNTS_PASS: "account_case_pass",
    Action.ACCOUNTS_RECORD: "account_case_record",
}
step_of_asking = _stepping(Action.ACCOUNTS_ASK)
step_of_head = _stepping(Action.ACCOUNTS_CONFIRM)
step_of_office = _stepping(Action.ACCOUNTS_PASS)
step_of_clerk = _stepping(Action.ACCOUNTS_RECORD)


def find(request: OfficeRequest, number: int) -> AccountCase:
    """The case of that number, if this person may see it. Raises Http404."""
    rows = records.of(request.office, request.own_unit).select_related("evidence")
    case = rows.filter(number=number).first()
    if case is None:
        raise Http404
    return case


def shown(
    request: OfficeRequest,
    case: AccountCase,
    fault: str = "",
    event: str = "",
    text: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page of a case; with what was typed in a form that was refused."""
    context = {
        "case": case,
        "purpose": Purpose(case.purpose).label,
        "state": STATES[case.state].label,
        "ended": case.state in records.ENDED,
        "steps": [
            _step(request, case, move)
            for move in machine(case.purpose).transitions
            if move.source == case.state
        ],
        "history": [
            {
                "at": step.at,
                "by": step.by,
                "label": file_account.step_label(case.purpose, step.event),
                "state": STATES[step.state].label,
                "text": step.text,
            }
            for step in case.steps.order_by("-id")
        ],
        "fault": fault,
        "event": event,
        "text": text,
    }
    return render(request, "registers/account_case.html", context, status=status)


def _step(request: OfficeRequest, case: AccountCase, move: Any) -> dict[str, Any]:
    needed = next(action for action in STEPS if rights.GRANTS[action] == move.by)
    try:
        file_account.check_can(case, move.event, actor=request.actor)
        why = ""
    except rights.Forbidden as refusal:
        why = str(refusal)
    return {
        "event": move.event.value,
        "label": move.event.label,
        "address": reverse(STEPS[needed], args=(request.office.key, case.number)),
        "why": why,
        "required": move.event in file_account.EXPLAINED,
        "style": "" if move.event.value in ("refuse", "withdraw", "dismiss") else "btn-primary",
        "question": f"确认{move.event.label}？办结后不能收回。" if move.target in records.ENDED else "",
    }


def _columns(office: str) -> list[Column]:
    def opened(row: Row) -> Cell:
        return Cell(f"{row['name']}·{row['platform']}", reverse("account_case", args=(office, row["number"])))

    def state(row: Row) -> Cell:
        mark = "quiet" if row["state"] in records.ENDED else "ask"
        return Cell(STATES[row["state"]].label, mark=mark)

    return [
        Column("number", "件号", "number"),
        Column("name", "账号", cell=opened),
        Column("purpose", "事项", cell=lambda row: Cell(Purpose(row["purpose"]).label)),
        Column("unit", "单位"),
        Column("state", "状态", cell=state),
        Column("begun_at", "登记时间", "date"),
        Column("moved_at", "最近办理", "date"),
    ]

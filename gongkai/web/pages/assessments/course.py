"""Steps in the course of an assessment: run, show to the units, confirm, publish, withdraw."""

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from gongkai.actions import assess, publish
from gongkai.actions.publish import PublishError
from gongkai.terms import chinese_date
from gongkai.web import acting
from gongkai.web.forms import whole
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.assessments import index
from gongkai.workflows.rights import Action
from gongkai.workflows.states import WrongMove


@page(Action.ASSESSMENTS_RUN, methods=("POST",))
def run(request: OfficeRequest) -> HttpResponse:
    """Assess the period from the facts as they stand."""
    made = assess.run(request.office.key, request.period, by=acting.who(request), at=acting.now())
    if made.new:
        found = len(made.content.findings)
        messages.success(request, f"考核完成，得出第{made.row.number}版结果，发现{found}个问题。")
    else:
        messages.info(request, f"数据、名录和考核办法都没有变动，仍是第{made.row.number}版结果。")
    return _back(request)


@page(Action.ASSESSMENTS_SHOW, methods=("POST",))
def show(request: OfficeRequest) -> HttpResponse:
    """Show the result to the units until a day, or move that day."""
    typed = {"until": request.POST.get("until", "")}
    until = _day(typed["until"])
    if until is None:
        return _refused(request, typed, "show", "请填写核对期限，如 2022-01-20")

    def do() -> None:
        publish.show(
            request.office,
            request.period,
            number=_looked_at(request),
            until=until,
            actor=request.actor,
            by=acting.who(request),
            at=acting.now(),
        )

    return _done(request, do, typed, "show", f"已送单位核对，可在{chinese_date(until)}前（含当日）提出异议。")


@page(Action.ASSESSMENTS_PUBLISH, methods=("POST",))
def put_out(request: OfficeRequest) -> HttpResponse:
    """Publish the result and freeze it."""

    def do() -> None:
        publish.publish(
            request.office,
            request.period,
            number=_looked_at(request),
            actor=request.actor,
            by=acting.who(request),
            at=acting.now(),
        )

    return _done(request, do, {}, "publish", "考核结果已发布并冻结。")


@page(Action.ASSESSMENTS_WITHDRAW, methods=("POST",))
def withdraw(request: OfficeRequest) -> HttpResponse:
    """Take a published result back, with a reason."""
    typed = {"reason": request.POST.get("reason", "")}

    def do() -> None:
        publish.withdraw(
            request.office,
            request.period,
            reason=typed["reason"],
            actor=request.actor,
            by=acting.who(request),
            at=acting.now(),
        )

    return _done(request, do, typed, "withdraw", "已撤回发布；更正后请重新考核、送单位核对再发布。")


@page(Action.ASSESSMENTS_CONFIRM, methods=("POST",))
def confirm(request: OfficeRequest) -> HttpResponse:
    """The head of a unit says that it has no objection."""
    unit = request.own_unit
    if not unit:
        raise Http404
    publish.confirm(
        request.office,
        request.period,
        unit,
        number=_looked_at(request),
        actor=request.actor,
        by=acting.who(request),
        at=acting.now(),
    )
    messages.success(request, f"已登记：{unit}对本期考核结果无异议。")
    return _back(request)


def _done(
    request: OfficeRequest, do: Callable[[], None], typed: dict[str, str], form: str, said: str
) -> HttpResponse:
    """Do it and go back to the page; refused, the page again with what was typed and why."""
    try:
        do()
    except (PublishError, WrongMove) as refusal:
        return _refused(request, typed, form, str(refusal), status=409)
    messages.success(request, said)
    return _back(request)


def _refused(
    request: OfficeRequest, typed: dict[str, str], form: str, why: str, status: int = 422
) -> HttpResponse:
    return index.shown(request, typed={**typed, "form": form, "why": why}, status=status)


def _back(request: OfficeRequest) -> HttpResponse:
    return redirect("assessments", request.office.key, request.period)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _looked_at(request: OfficeRequest) -> int:
    """The number of the assessment the person saw; 0, which there never is, where the form does not say."""
    return whole(request.POST.get("number", ""), 0)

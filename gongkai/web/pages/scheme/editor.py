"""The editor of the scheme: check, compare with what is stored, try out, save. Nothing typed is lost."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from gongkai.actions import scheme
from gongkai.actions.scheme import Fault, SchemeError, SchemeMoved, Trial
from gongkai.assessment.result import AssessmentError
from gongkai.office.faults import PackError
from gongkai.office.scheme import Scheme
from gongkai.records import assessments
from gongkai.records.snapshots import SnapshotError
from gongkai.terms import Period, TermError
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.scheme import trials
from gongkai.workflows.rights import Action


@dataclass(frozen=True)
class Typed:
    """What the form holds, and what came of it: `why` it was refused as a whole, `faults` by line."""

    text: str
    based_on: str
    why: str = ""
    faults: list[Fault] = field(default_factory=list)
    compared: bool = False
    trial: Trial | None = None
    checked: bool = False


@page(Action.SCHEME_EDIT, methods=("GET", "POST"))
def index(request: OfficeRequest) -> HttpResponse:
    """The stored scheme to be edited; a POST saves it, or with `compare` only shows the differences."""
    if request.method != "POST":
        text = scheme.text_of(request.office)
        return _shown(request, Typed(text, scheme.digest(text)))
    text, based_on = _text(request), request.POST.get("based_on", "")
    if "compare" in request.POST:
        return _shown(request, Typed(text, based_on, compared=True))
    return _save(request, text, based_on)


def _save(request: OfficeRequest, text: str, based_on: str) -> HttpResponse:
    try:
        changed = scheme.save(
            request.office,
            text,
            based_on=based_on,
            actor=request.actor,
            by=acting.who(request),
            at=acting.now(),
        )
    except PackError as error:
        return _shown(request, Typed(text, based_on, faults=scheme.told(text, error)), status=422)
    except SchemeMoved as moved:
        now = scheme.digest(scheme.text_of(request.office))
        return _shown(request, Typed(text, now, str(moved), compared=True), status=409)
    if changed:
        messages.success(request, "考核办法已保存；以后的考核按新办法计算，已有的考核结果不变。")
    else:
        messages.info(request, "内容没有变动，没有保存新的版本。")
    return redirect("scheme", request.office.key)


@page(Action.SCHEME_EDIT, methods=("POST",))
def check(request: OfficeRequest) -> HttpResponse:
    """The faults of a text by line: as JSON while it is written, as the page where the button was pressed."""
    text = _text(request)
    faults = scheme.faults(request.office, text)
    if request.accepts("text/html"):
        typed = Typed(text, request.POST.get("based_on", ""), faults=faults, checked=True)
        return _shown(request, typed, status=422 if faults else 200)
    return JsonResponse([fault._asdict() for fault in faults], safe=False)


@page(Action.SCHEME_EDIT, methods=("POST",))
def trial(request: OfficeRequest) -> HttpResponse:
    """How ranks and points of a period would move under the text; nothing is stored."""
    text, based_on = _text(request), request.POST.get("based_on", "")
    try:
        period = Period.parse(request.POST.get("trial_period", ""))
        made = scheme.try_out(request.office, period, text)
    except PackError as error:
        return _shown(request, Typed(text, based_on, faults=scheme.told(text, error)), status=422)
    except (SchemeError, AssessmentError, SnapshotError, TermError) as error:
        return _shown(request, Typed(text, based_on, f"不能试算：{error}"), status=422)
    return _shown(request, Typed(text, based_on, trial=made))


def _shown(request: OfficeRequest, typed: Typed, status: int = 200) -> HttpResponse:
    stored = scheme.text_of(request.office)
    context: dict[str, Any] = {
        "typed": typed,
        "stored": stored,
        "saved": Scheme.model_validate_json(request.office.scheme),
        "changed": typed.text != stored,
        "periods": assessments.assessed_periods(request.office),
        "asked_period": request.POST.get("trial_period", ""),
    }
    if typed.trial is not None:
        context |= trials.context(typed.trial)
    return render(request, "scheme/editor.html", context, status=status)


def _text(request: OfficeRequest) -> str:
    """Browsers send every end of a line as two characters."""
    return request.POST.get("text", "").replace("\r\n", "\n")

"""What the office does not want to be told of again, and why. What is dismissed travels sealed, with masked words."""

from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from gongkai.actions import dismissing
from gongkai.actions.dismissing import DismissalError
from gongkai.proofreading.hits import Hit
from gongkai.records import proofreading
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest, page
from gongkai.workflows.rights import Action

SALT = "proofreading.dismissal"


@page(Action.PROOFREADING_USE)
def index(request: OfficeRequest) -> HttpResponse:
    """All of them."""
    return _shown(request)


@page(Action.PROOFREADING_SETTLE, methods=("POST",))
def dismiss(request: OfficeRequest) -> HttpResponse:
    """Dismiss one finding. The form is shown again with the reason where it cannot be recorded."""
    sealed, reason = request.POST.get("finding", ""), request.POST.get("reason", "")
    try:
        given = opened(sealed, request.office.key)
        dismissing.dismiss(
            request.office,
            *given,
            reason,
            person=acting.person(request),
            by=acting.who(request),
            at=acting.now(),
        )
    except DismissalError as refusal:
        told = {
            "fault": str(refusal),
            "reason": reason,
            "finding": sealed,
            "kind": given[1],
            "words": given[2],
        }
        if _in_place(request):
            told["number"] = request.POST.get("number", "")
            return render(request, "proofreading/dismiss.html", told, status=422)
        return _shown(request, told, 422)
    except signing.BadSignature:
        return _shown(request, {"fault": "这处问题无法识别，请重新校对后再办理"}, 422)
    if _in_place(request):
        return render(request, "proofreading/dismissed.html")
    messages.success(request, f"已登记：“{given[2]}”不再提示。再次校对时生效，可以关闭本页回到校对结果。")
    return redirect("proofreading_dismissals", request.office.key)


@page(Action.PROOFREADING_SETTLE, methods=("POST",))
def restore(request: OfficeRequest, number: int) -> HttpResponse:
    """Tell of it again."""
    row = get_object_or_404(proofreading.dismissals(request.office), pk=number)
    dismissing.restore(request.office, row, by=acting.who(request), at=acting.now())
    messages.success(request, f"“{row.shown}”恢复提示")
    return redirect("proofreading_dismissals", request.office.key)


def _in_place(request: OfficeRequest) -> bool:
    """Whether the desk's script asks: the answer goes where the form stood."""
    return bool(request.headers.get("HX-Request"))


def sealed(hit: Hit, shown: str, office: str) -> str:
    """A finding of the page, in the masked words it is `shown` in, as its form carries it, so that nothing else can
    be dismissed under them. Its key goes sealed too: whoever reads the page could else find the number that is
    masked there."""
    return signing.dumps([office, proofreading.sealed(hit.key), hit.kind, shown], salt=SALT)


def opened(given: str, office: str) -> tuple[str, str, str]:
    """Sealed key, kind and masked words of what `sealed` made for this office. Raises BadSignature for anything else."""
    made_for, key, kind, shown = signing.loads(given, salt=SALT)
    if made_for != office:
        raise signing.BadSignature
    return key, kind, shown


def _shown(request: OfficeRequest, given: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    context = {"rows": proofreading.dismissals(request.office)[:500]}
    return render(request, "proofreading/dismissals.html", context | (given or {}), status=status)

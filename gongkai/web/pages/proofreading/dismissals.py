"""What the office does not want to be told of again, and why. What is dismissed travels sealed, with masked words."""

from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from gongkai.actions import dismissing
from gongkai.actions.dismissing import DismissalError
from gongkai.proofreading.hits import Hit
from gongkai.records import proofreading
from gongkai.web import acting, exports
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.listing import Cell, Column, Filter, Listing, Row, listing, wants_export
from gongkai.workflows.rights import Action

SALT = "proofreading.dismissal"


@page(Action.PROOFREADING_USE)
def index(request: OfficeRequest) -> HttpResponse:
    """All of them, the newest first."""
    found = _listing(request)
    if wants_export(request):
        return exports.workbook(found, f"{request.office.name}不再提示的问题")
    return render(request, "proofreading/dismissals.html", {"listing": found})


@page(Action.PROOFREADING_USE)
def one(request: OfficeRequest, number: int) -> HttpResponse:
    """What was dismissed, why, and the form that has it told again."""
    row = get_object_or_404(proofreading.dismissals(request.office), pk=number)
    return render(request, "proofreading/dismissal.html", {"row": row})


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


def _shown(request: OfficeRequest, given: dict[str, Any], status: int) -> HttpResponse:
    return render(
        request, "proofreading/dismissals.html", given | {"listing": _listing(request)}, status=status
    )


def _listing(request: OfficeRequest) -> Listing:
    rows = proofreading.dismissals(request.office)
    kinds = sorted(set(rows.order_by().values_list("kind", flat=True)))

    def opening(row: Row) -> Cell:
        return Cell(row["shown"], reverse("proofreading_dismissal", args=(request.office.key, row["pk"])))

    columns = (
        Column("shown", "内容", cell=opening),
        Column("kind", "类别"),
        Column("reason", "理由"),
        Column("by__name", "登记人"),
        Column("at", "登记时间", "date"),
    )
    return listing(
        request,
        rows.values("pk", *(column.key for column in columns)),
        columns,
        filters=(Filter("kind", "类别", [(kind, kind) for kind in kinds]),),
        search=("shown", "reason", "by__name"),
        sort="-at",
    )

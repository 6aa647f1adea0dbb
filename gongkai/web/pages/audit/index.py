"""The list of entries, filtered by person, object, act and time."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.notice import listing as workbooks
from gongkai.records import entries, people
from gongkai.records.entries import Asked
from gongkai.records.models import AuditEntry, ChainCheck
from gongkai.web import acting, exports
from gongkai.web.citizens import hidden
from gongkai.web.forms import whole
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.listing import LONGEST_SEARCH, wants_export
from gongkai.web.pages.audit import difference, objects, words
from gongkai.workflows.rights import Action, check_can

SIZE = 50
MOST_EXPORTED = 20_000
HEADS = ("序号", "时间", "人员", "来源", "事项", "对象", "改前", "改后", "摘要")


@page(Action.AUDIT_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """A page of entries, the latest first; the same entries as a workbook for whoever may take them away."""
    asked = _asked(request)
    rows = entries.narrowed(seen(request), asked)
    if wants_export(request):
        check_can(request.actor, Action.AUDIT_EXPORT)
        return _workbook(request, rows)
    turned = entries.turned(rows, size=SIZE, before=_entry(request, "before"), after=_entry(request, "after"))
    counted = entries.count(rows)
    context = {
        "asked": asked,
        "families": words.families(),
        "people": people.of_office(request.office),
        "entries": [_line(request, one) for one in turned.entries],
        "counted": counted,
        "more": counted >= entries.COUNTED,
        "newer": turned.newer and _address(asked, after=turned.newer),
        "older": turned.older and _address(asked, before=turned.older),
        "first": _address(asked),
        "export": _address(asked, export="xlsx"),
        "check": ChainCheck.objects.last(),
    }
    return render(request, "audit/index.html", context)


def seen(request: OfficeRequest) -> Any:
    """The entries this person may see."""
    return entries.of_office(request.office, everywhere=entries.everywhere(acting.person(request)))


def _asked(request: OfficeRequest) -> Asked:
    given = {name: request.GET.get(name, "").strip()[:LONGEST_SEARCH] for name in ("person", "object")}
    action = request.GET.get("action", "")
    return Asked(
        **given,
        action=action if words.known(action) else "",
        since=_day(request, "since"),
        until=_day(request, "until"),
    )


def _day(request: OfficeRequest, name: str) -> date | None:
    """A day asked for in the address; what is no day is not asked for."""
    try:
        found = date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None
    return found if date.min < found < date.max else None


def _address(asked: Asked, **turn: object) -> str:
    given = {name: value for name, value in vars(asked).items() if value}
    return f"?{urlencode({**given, **turn})}"


def _line(request: OfficeRequest, one: AuditEntry) -> dict[str, Any]:
    return {
        "number": one.sequence,
        "at": one.at,
        "by": one.by,
        "origin": one.origin,
        "action": words.action(one.action),
        "object": objects.named(one.object, request.office.key, one.action),
    }


def _workbook(request: OfficeRequest, rows: Any) -> HttpResponse:
    columns = [workbooks.Column(head, "number" if head == "序号" else "text") for head in HEADS]
    cut = rows.count() > MOST_EXPORTED
    notes = (f"只列最近的{MOST_EXPORTED}条，请缩小时间范围分次导出。",) if cut else ()
    ordered = rows.order_by("-sequence")[:MOST_EXPORTED].iterator(chunk_size=entries.CHUNK)
    title = f"{request.office.name}审计记录"
    sheet = workbooks.Sheet("审计记录", columns, _cells(request, ordered), notes)
    return exports.attachment(f"{title}.xlsx", exports.XLSX, workbooks.render([sheet]))


def _cells(request: OfficeRequest, rows: Iterator[AuditEntry]) -> Iterator[Sequence[str | int]]:
    for one in rows:
        line = _line(request, one)
        yield (
            one.sequence,
            f"{timezone.localtime(one.at):%Y-%m-%d %H:%M:%S}",
            one.by,
            one.origin,
            line["action"],
            line["object"],
            hidden(difference.plain(words.readable(one.old, one.action))),
            hidden(difference.plain(words.readable(one.new, one.action))),
            one.digest,
        )


def _entry(request: OfficeRequest, name: str) -> int | None:
    return whole(request.GET.get(name, ""), None, digits=15)

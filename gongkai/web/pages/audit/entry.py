"""One entry: who, when, from where, and what it was before and after."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.audit import difference, objects, words
from gongkai.web.pages.audit.index import seen
from gongkai.workflows.rights import Action


@page(Action.AUDIT_SEE)
def index(request: OfficeRequest, number: int) -> HttpResponse:
    """The entry with what changed side by side."""
    entry = seen(request).filter(sequence=number).first()
    if entry is None:
        raise Http404
    old, new = (words.readable(value, entry.action) for value in (entry.old, entry.new))
    changes = difference.changes(old, new)
    context = {
        "entry": entry,
        "action": words.action(entry.action),
        "object": objects.named(entry.object, request.office.key, entry.action),
        "changes": changes[: difference.MOST],
        "left_out": max(0, len(changes) - difference.MOST),
    }
    return render(request, "audit/entry.html", context)

"""Verifying the chain: asked for by a form, walked at once or by the worker, shown with its last digest."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from gongkai.actions import chain
from gongkai.records.models import ChainCheck
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.jobs import queue
from gongkai.workflows.rights import Action


@page(Action.AUDIT_SEE, methods=("POST",))
def ask(request: OfficeRequest) -> HttpResponse:
    """Begin a check; a long chain is left to the worker."""
    check = chain.ask(request.office, by=acting.who(request), at=acting.now())
    if check.total > chain.AT_ONCE:
        queue.later("chain.run", check.pk)
    else:
        chain.walk(check.pk, at=acting.now())
    return redirect("audit_check", request.office.key, check.pk)


@page(Action.AUDIT_SEE)
def index(request: OfficeRequest, number: int) -> HttpResponse:
    """How far a check has come, or what it showed."""
    check = get_object_or_404(ChainCheck, pk=number)
    return render(request, "audit/check.html", {"check": check})

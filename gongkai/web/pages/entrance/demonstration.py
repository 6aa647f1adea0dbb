"""The demonstration: two sample offices with their figures, and a person for each role."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.actions import demo_people, shipped
from gongkai.records.models import Office
from gongkai.web import acting
from gongkai.web.gate import everywhere
from gongkai.web.jobs import demonstration as job
from gongkai.web.jobs import queue
from gongkai.workflows.rights import Action


@everywhere(Action.OFFICE_CREATE, methods=("POST",))
def begin(request: HttpRequest) -> HttpResponse:
    """Load the sample offices; begun twice, the second finds it done."""
    if not job.state().running:
        who = acting.who(request)
        queue.later("demonstration.load", who.name, who.origin)
    return redirect("setup_demo")


@everywhere(Action.OFFICE_CREATE)
def progress(request: HttpRequest) -> HttpResponse:
    """How far the loading has come; asks again by itself."""
    return render(request, "entrance/demonstration.html", {"state": job.state()})


@everywhere(Action.OFFICE_CREATE, methods=("POST",))
def people(request: HttpRequest) -> HttpResponse:
    """Make a person for each role, and show their password this once."""
    keys = [pack.key for pack in shipped.packs(settings.PACKS)]
    loaded = list(Office.objects.filter(key__in=keys).order_by("key"))
    cast = demo_people.run(loaded, by=acting.who(request), at=acting.now())
    return render(request, "entrance/cast.html", {"cast": cast}, status=201)

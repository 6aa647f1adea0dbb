"""A new office: from a pack that came with the program, from one handed in, or for demonstration."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.actions import setup, shipped
from gongkai.actions.register import RegisterError
from gongkai.actions.unpacking import PackRefused
from gongkai.office.files import PackError
from gongkai.records.models import Office
from gongkai.web import acting
from gongkai.web.forms import handed_in
from gongkai.web.gate import everywhere
from gongkai.web.pages.entrance.forms import ChoosePack
from gongkai.workflows.rights import Action


@everywhere(Action.OFFICE_CREATE, methods=("GET", "POST"))
def choose(request: HttpRequest) -> HttpResponse:
    """Choose the pack of a new office."""
    packs = shipped.packs(settings.PACKS)
    form = ChoosePack(*handed_in(request), packs=[(pack.key, pack.name) for pack in packs])
    if form.is_valid():
        try:
            office = _opened(request, form)
        except (PackRefused, PackError, RegisterError) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{office.name}已载入。")
            return redirect("start", office.key)
    keys = [pack.key for pack in packs]
    context = {
        "form": form,
        "packs": packs,
        "first": not Office.objects.exists(),
        "loaded": list(Office.objects.filter(key__in=keys).order_by("key")),
    }
    return render(request, "entrance/packs.html", context, status=422 if form.is_bound else 200)


def _opened(request: HttpRequest, form: ChoosePack) -> Office:
    given, by, at = form.cleaned_data, acting.who(request), acting.now()
    clerk = acting.person(request) if given["clerk"] else None
    if given["file"]:
        return setup.open_packed(given["file"], clerk=clerk, by=by, at=at)
    folder = next(pack.folder for pack in shipped.packs(settings.PACKS) if pack.key == given["pack"])
    return setup.open_office(folder, clerk=clerk, by=by, at=at)

"""One person: their roles here, whether they may sign in, where they are signed in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from gongkai.actions import people
from gongkai.actions.people_guard import PeopleError, PeopleMoved
from gongkai.records import people as records
from gongkai.records import signing_in
from gongkai.records.models import Person
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.people import presenting
from gongkai.web.pages.people.finding import person
from gongkai.web.pages.people.forms import RolesForm
from gongkai.workflows.rights import Action


@page(Action.PEOPLE_SEE)
def show(request: OfficeRequest, number: int) -> HttpResponse:
    """Look at someone."""
    someone = person(request, number)
    held = records.roles_in(someone, request.office)
    unit = next((one.unit for one in held if one.unit), "")
    form = RolesForm(office=request.office, initial={"roles": [one.role for one in held], "unit": unit})
    return _page(request, someone, form, 200)


@page(Action.PEOPLE_MANAGE, methods=("POST",))
def change(request: OfficeRequest, number: int) -> HttpResponse:
    """Give someone other roles here."""
    someone = person(request, number)
    form = RolesForm(request.POST, office=request.office)
    if not form.is_valid():
        return _page(request, someone, form, 422)
    try:
        people.change_roles(
            request.office,
            someone,
            form.wanted(),
            form.cleaned_data["unit"],
            seen=request.POST.get("version", ""),
            manager=acting.person(request),
            by=acting.who(request),
            at=acting.now(),
        )
    except PeopleError as error:
        form.add_error(None, str(error))
        return _page(request, someone, form, 409 if isinstance(error, PeopleMoved) else 422)
    messages.success(request, f"已修改{someone}的身份。")
    stays = records.roles_in(someone, request.office) or records.roles_in(someone, None)
    return (
        redirect("person", request.office.key, someone.pk)
        if stays
        else redirect("people", request.office.key)
    )


def _page(request: OfficeRequest, someone: Person, form: RolesForm, status: int) -> HttpResponse:
    office, locked = request.office, signing_in.locked([someone.username])
    sessions = signing_in.sessions(someone)
    context = {
        "person": someone,
        "form": form,
        "version": people.stamp(office, someone),
        "held": [records.in_words(one) for one in presenting.held_here(person(request, someone.pk))],
        "state": presenting.state(someone, locked),
        "locked": bool(locked),
        "second_factor": signing_in.has_second_factor(someone),
        "sessions": [presenting.session(one, request.session.session_key) for one in sessions],
    }
    return render(request, "people/one.html", context, status=status)


@page(Action.PEOPLE_MANAGE, methods=("POST",))
def activate(request: OfficeRequest, number: int) -> HttpResponse:
    """Let someone sign in, or no longer."""
    someone, active = person(request, number), request.POST.get("active") == "1"
    people.set_active(
        request.office,
        someone,
        active,
        manager=acting.person(request),
        by=acting.who(request),
        at=acting.now(),
    )
    messages.success(request, f"已{'启用' if active else '停用'}{someone}的账号。")
    return redirect("person", request.office.key, someone.pk)

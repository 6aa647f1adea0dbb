"""The first start: who is the administrator."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from gongkai.actions import invite, setup
from gongkai.actions.people_guard import PeopleError
from gongkai.web import acting
from gongkai.web.forms import handed_in
from gongkai.web.gate import public
from gongkai.web.pages.entrance.forms import FirstAdministrator

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@public
@sensitive_post_parameters()
def first(request: HttpRequest, secret: str) -> HttpResponse:
    """Create the first administrator, by the link that the program printed when it started."""
    try:
        if invite.pending(secret, at=acting.now()).person:
            return gone(request)
        form = FirstAdministrator(*handed_in(request))
        if form.is_valid() and (made := _created(request, secret, form)):
            return made
    except invite.LinkSpent:
        return gone(request)
    return render(request, "entrance/setup.html", {"form": form}, status=422 if form.is_bound else 200)


def _created(request: HttpRequest, secret: str, form: FirstAdministrator) -> HttpResponse | None:
    """Sign the new administrator in; None where the form must be shown again."""
    given = form.cleaned_data
    try:
        person = setup.create_administrator(
            secret,
            name=given["name"],
            username=given["username"],
            password=given["password1"],
            origin=acting.origin(request),
            at=acting.now(),
        )
    except PeopleError as error:
        form.add_error("username", str(error))
        return None
    login(request, person, BACKEND)
    return redirect("setup_pack")


def gone(request: HttpRequest) -> HttpResponse:
    """The page of a link that cannot be used, whatever the reason."""
    return render(request, "entrance/gone.html", status=410)

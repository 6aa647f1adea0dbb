"""The gate before every page: signed in, of this office, with the right; else a clear refusal.

A view without a gate is a fault that a test finds: nothing is open by being forgotten.
"""

from collections.abc import Callable, Sequence
from enum import Enum
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase

from gongkai.records import models, unchanged
from gongkai.terms import Period
from gongkai.web import faults, once
from gongkai.workflows.rights import Action, Actor, Forbidden, check_can, only_unit
from gongkai.workflows.roles import Role

View = Callable[..., HttpResponseBase]
READS = ("GET", "HEAD")
MOST_NUMBER = 2**63 - 1


class Scope(Enum):
    """Where whoever opens a page must hold the right."""

    OFFICE = "office"
    DEPLOYMENT = "deployment"
    PERSONAL = "personal"
    PUBLIC = "public"


class OfficeRequest(HttpRequest):
    """A request behind the gate. `actor` says who asks and with which roles here; `own_unit` is the one unit
    they may see, "" for all: every query of a page is narrowed by it. Pages of no period have none."""

    office: models.Office
    actor: Actor
    period: Period
    own_unit: str


def page(action: Action, *, methods: Sequence[str] = ("GET",)) -> Callable[[View], View]:
    """A page or form of an office, for whoever may do `action`. The view gets `request` (OfficeRequest)
    and what is left of the address. Whoever has no role in the office is told that there is no such page."""

    def gated(view: View) -> View:
        @wraps(view)
        def guarded(request: Any, office: str, **address: Any) -> HttpResponseBase:
            if request.method not in (*methods, "HEAD"):
                return faults.not_allowed(request, methods)
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            _check_numbers(address)
            request.office = _office(office, request.method)
            request.actor = actor_in(request.user, request.office)
            if not request.actor.roles:
                raise Http404
            request.own_unit = only_unit(request.actor, action) or ""
            if "period" in address:
                request.period = address.pop("period")
            if request.method in READS:
                return view(request, **address)
            return _posted(view, request, address)

        return _marked(guarded, action, Scope.OFFICE)

    return gated


def everywhere(action: Action, *, methods: Sequence[str] = ("GET",)) -> Callable[[View], View]:
    """A page above the offices, for whoever may do `action` in the whole deployment."""

    def gated(view: View) -> View:
        @wraps(view)
        def guarded(request: Any, **address: Any) -> HttpResponseBase:
            if request.method not in (*methods, "HEAD"):
                return faults.not_allowed(request, methods)
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            _check_everywhere(request.user, action)
            if request.method in READS:
                return view(request, **address)
            return _posted(view, request, address)

        return _marked(guarded, action, Scope.DEPLOYMENT)

    return gated


def public(view: View) -> View:
    """A page for everybody, signed in or not."""
    return _marked(view, None, Scope.PUBLIC)


def personal(view: View) -> View:
    """A page for anybody who is signed in, whatever their roles."""

    @wraps(view)
    def guarded(request: HttpRequest, **address: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, **address)

    return _marked(guarded, None, Scope.PERSONAL)


def _marked(view: View, action: Action | None, scope: Scope) -> View:
    """Say on the view what its gate asks for: a test walks all addresses by it."""
    vars(view).update(action=action, scope=scope)
    return view


def actor_in(person: models.Person, office: models.Office) -> Actor:
    """The person with the roles they have in an office, those in the whole deployment among them."""
    held = [one for one in person.memberships.all() if one.office_id in (None, office.pk)]
    roles = frozenset(Role(one.role) for one in held)
    return Actor(str(person), roles, next((one.unit for one in held if one.unit), None))


def actor_everywhere(person: models.Person) -> Actor:
    """The person with the roles they have in the whole deployment."""
    held = person.memberships.filter(office=None)
    return Actor(str(person), frozenset(Role(one.role) for one in held))


def _check_everywhere(person: models.Person, action: Action) -> None:
    actor = actor_everywhere(person)
    if not actor.roles:  # of roles in single offices nothing is known up here
        raise Forbidden(f"{action.label}由总管理员办理，您的身份只在所在办公室有效")
    check_can(actor, action)


def _check_numbers(address: dict[str, Any]) -> None:
    """Raise Http404 for a number that no row can have: the database would not take the question."""
    if any(isinstance(part, int) and part > MOST_NUMBER for part in address.values()):
        raise Http404


def _office(key: str, method: str) -> models.Office:
    office = unchanged.for_reading(key) if method in READS else models.Office.objects.filter(key=key).first()
    if office is None:
        raise Http404
    return office


def _posted(view: View, request: HttpRequest, address: dict[str, Any]) -> HttpResponseBase:
    """A form sent twice is carried out once; one that was refused may be sent again."""
    if once.spent(request):
        messages.info(request, "这份表单已经提交过，没有重复办理。")
        return HttpResponseRedirect(once.back(request))
    try:
        response = view(request, **address)
    except BaseException:
        once.release(request)
        raise
    if response.status_code >= 400 or response.status_code == 200:
        once.release(request)
    return response

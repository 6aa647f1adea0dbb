"""Sessions end: after a working day, after two idle hours, and the oldest when there are too many. Coming in
goes on record, and so does being locked out."""

import time
from collections.abc import Callable
from typing import Any

from allauth.account.signals import password_changed
from allauth.account.signals import user_logged_in as signed_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed, authenticator_added, authenticator_removed
from allauth.usersessions.models import UserSession
from axes.handlers.proxy import AxesProxyHandler
from axes.signals import user_locked_out
from django.conf import settings
from django.contrib.auth import logout, user_logged_in
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse

from gongkai.records import audit, people
from gongkai.records.models import AuditEntry, Person
from gongkai.web import acting

SEEN = "seen"
NOTED_EVERY = 300  # seconds: a session is not written at every click
LONGEST_NAME = 50


def limited(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: signs out whoever was idle too long."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = int(time.time())
            seen = request.session.get(SEEN, now)
            if now - seen > settings.SESSION_IDLE_SECONDS:
                logout(request)
            elif SEEN not in request.session or now - seen > NOTED_EVERY:
                request.session[SEEN] = now
        return get_response(request)

    return middleware


@receiver(user_logged_in)
def end_oldest(sender: type[Person], user: Person, **_: Any) -> None:
    """Leave room for the session that begins."""
    running = list(UserSession.objects.purge_and_list(user))
    for session in sorted(running, key=lambda one: one.created_at)[: 1 - settings.SESSIONS_AT_ONCE]:
        session.end()


@receiver(signed_in)
def note_coming_in(sender: type[Person], request: HttpRequest, user: Person, **_: Any) -> None:
    _note("person.sign_in", people.own_name(user), str(user), request)


@receiver(password_changed)
def note_password(sender: type[Person], request: HttpRequest, user: Person, **_: Any) -> None:
    _note("person.password", people.own_name(user), str(user), request)


@receiver(authenticator_added)
def note_second_factor(
    sender: type[Authenticator], request: HttpRequest, user: Person, authenticator: Authenticator, **_: Any
) -> None:
    if authenticator.type == Authenticator.Type.TOTP:
        _note("person.second_factor_on", people.own_name(user), str(user), request)


@receiver(authenticator_removed)
def note_no_second_factor(
    sender: type[Authenticator], request: HttpRequest, user: Person, authenticator: Authenticator, **_: Any
) -> None:
    if authenticator.type == Authenticator.Type.TOTP:
        _note("person.second_factor", people.own_name(user), str(user), request)


@receiver(user_locked_out)
def note_lock(sender: Any, request: HttpRequest, username: str, **_: Any) -> None:
    """A name that was tried too often, whether there is such a person or not: once, however often it is tried
    again while it is locked."""
    name, found = username[:LONGEST_NAME], people.named(username)
    called = people.own_name(found) if found else name
    since = acting.now() - settings.AXES_COOLOFF_TIME
    if not AuditEntry.objects.filter(action="person.lock", object=called, at__gte=since).exists():
        _note("person.lock", called, name, request)


@receiver(authentication_failed)
def count_wrong_code(sender: type[Any], request: HttpRequest, user: Person, **_: Any) -> None:
    """A wrong code counts as a wrong password does; whoever guesses begins again at the password, which
    is refused while the name is locked."""
    AxesProxyHandler.user_login_failed(sender, {"username": user.username}, request)
    if getattr(request, "axes_locked_out", False):
        request.session.flush()


def _note(action: str, name: str, by: str, request: HttpRequest) -> None:
    with transaction.atomic():
        audit.record(action, name, by=audit.Who(by, acting.origin(request)), at=acting.now())

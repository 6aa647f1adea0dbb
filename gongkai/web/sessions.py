"""Sessions end: after a working day, after two idle hours, and the oldest when there are too many."""

import time
from collections.abc import Callable
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout, user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse

from gongkai.records.models import Person

SEEN = "seen"
NOTED_EVERY = 300  # seconds: a session is not written at every click


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

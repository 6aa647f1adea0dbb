"""What the sign-in libraries keep of a person: running sessions, failures in a row, a second factor."""

from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.db.models import Sum
from django.utils import timezone

from gongkai.records.models import Person


def sessions(person: Person) -> list[UserSession]:
    """The sessions of a person that still run, the newest first; what has ended is cleared away."""
    running: list[UserSession] = UserSession.objects.purge_and_list(person)
    return sorted(running, key=lambda one: one.created_at, reverse=True)


def end_sessions(person: Person, number: int | None = None) -> int:
    """End one session of a person, or all; how many were ended."""
    chosen = [one for one in UserSession.objects.filter(user=person) if number in (None, one.pk)]
    for one in chosen:
        one.end()
    return len(chosen)


def locked(usernames: Iterable[str]) -> set[str]:
    """Those of the names that failed too often and cannot sign in for now."""
    since = timezone.now() - settings.AXES_COOLOFF_TIME
    attempts = AccessAttempt.objects.filter(username__in=list(usernames), attempt_time__gte=since)
    failures = attempts.order_by().values("username").annotate(failures=Sum("failures_since_start"))
    return {one["username"] for one in failures.filter(failures__gte=settings.AXES_FAILURE_LIMIT)}


def unlock(username: str) -> None:
    """Forget the failures of a name."""
    reset(username=username)


def has_second_factor(person: Person) -> bool:
    """Whether a code is asked for at sign-in."""
    return bool(Authenticator.objects.filter(user=person).exists())


def forget_second_factor(person: Person) -> None:
    """No code is asked for any more; recovery codes go with it."""
    Authenticator.objects.filter(user=person).delete()

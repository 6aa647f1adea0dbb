"""Who acts, and when: what every action of a page is told."""

from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone

from gongkai.records.audit import Who
from gongkai.records.models import Person


def person(request: HttpRequest) -> Person:
    """The person signed in; pages ask only behind the gate."""
    assert isinstance(request.user, Person)
    return request.user


def who(request: HttpRequest) -> Who:
    """The acting person for the audit, and the address they came from."""
    return Who(str(person(request)), origin(request))


def origin(request: HttpRequest) -> str:
    """Where a request came from, for the audit."""
    return f"网页 {request.META.get('REMOTE_ADDR', '')}".rstrip()


def now() -> datetime:
    return timezone.now()


def today() -> date:
    return timezone.localdate()

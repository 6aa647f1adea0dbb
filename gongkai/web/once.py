"""A form is carried out once: its token is spent by the first of two clicks, whichever process they reach."""

from urllib.parse import urlsplit
from uuid import UUID, uuid4

from django.core.exceptions import DisallowedHost
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from gongkai.records.models import SpentForm

FIELD = "once"


def token() -> str:
    return str(uuid4())


def spent(request: HttpRequest) -> bool:
    """Whether this very form was sent before; it counts as sent from now on."""
    given = request.POST.get(FIELD, "")
    if not _is_token(given):
        return False
    try:
        with transaction.atomic():
            SpentForm.objects.create(token=given, at=timezone.now())
    except IntegrityError:
        return True
    return False


def release(request: HttpRequest) -> None:
    """The form led to nothing: it may be sent again."""
    given = request.POST.get(FIELD, "")
    if _is_token(given):
        SpentForm.objects.filter(token=given).delete()


def back(request: HttpRequest) -> str:
    """The page the form stood on, never one elsewhere: //elsewhere/ behind our own name is a path of ours, and
    alone another site."""
    came: str = request.META.get("HTTP_REFERER", "")
    try:
        ours = url_has_allowed_host_and_scheme(came, {request.get_host()})
    except DisallowedHost:  # asked under a name that is not ours: there is no page to go back to
        return "/"
    parts = urlsplit(came)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    return path if ours and url_has_allowed_host_and_scheme(path, None) else "/"


def _is_token(text: str) -> bool:
    try:
        return bool(UUID(text))
    except ValueError:
        return False

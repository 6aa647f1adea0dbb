"""Invite: links, used once and soon, by which a person chooses a password."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from gongkai.records.models import Invitation, Membership
from gongkai.workflows.roles import Role

LASTS = timedelta(days=3)


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def first_administrator(*, at: datetime) -> str | None:
    """The secret of a new link to create the first administrator, in place of earlier ones; None where
    there is one already."""
    if Membership.objects.filter(role=Role.ADMINISTRATOR, office=None).exists():
        return None
    Invitation.objects.filter(person=None).delete()
    secret = secrets.token_urlsafe(24)
    Invitation.objects.create(digest=digest(secret), made_at=at, expires_at=at + LASTS)
    return secret

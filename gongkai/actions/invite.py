"""Invite: links, used once and soon, by which a person chooses a password."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from gongkai.records import people, signing_in
from gongkai.records.audit import Who, record
from gongkai.records.models import Invitation, Membership, Person
from gongkai.workflows.roles import Role

LASTS = timedelta(days=3)


class LinkSpent(LookupError):
    """A link that was used, has expired, was replaced or never was: which of them is nobody's business."""

    def __init__(self) -> None:
        super().__init__("这个链接已经用过、过期或被新的链接代替，请向管理员索取新的链接")


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
    return make(None, at=at)


def make(person: Person | None, *, at: datetime) -> str:
    """The secret of a new link, in place of earlier ones of that person that were not used. It is known
    to whoever is given it now and to nobody afterwards."""
    if person:
        Invitation.objects.filter(person=person, used_at=None).delete()
    secret = secrets.token_urlsafe(24)
    Invitation.objects.create(person=person, digest=digest(secret), made_at=at, expires_at=at + LASTS)
    return secret


def pending(secret: str, *, at: datetime) -> Invitation:
    """The invitation behind a link that may still be used. Raises LinkSpent."""
    usable = Invitation.objects.select_related("person").filter(used_at=None, expires_at__gt=at)
    found = usable.filter(digest=digest(secret)).first()
    if found is None or (found.person and not found.person.is_active):
        raise LinkSpent
    return found


@transaction.atomic
def accept(secret: str, password: str, *, origin: str, at: datetime) -> Person:
    """Give the invited person the password they chose: the link is used up, earlier sessions end, a locked
    name is free again. Raises LinkSpent."""
    person = use(pending(secret, at=at), at=at).person
    if person is None:
        raise LinkSpent
    person.set_password(password)
    person.save(update_fields=["password"])
    signing_in.end_sessions(person)
    signing_in.unlock(person.username)
    record("person.password", people.own_name(person), by=Who(str(person), origin), at=at)
    return person


def use(invitation: Invitation, *, at: datetime) -> Invitation:
    """Use a link up, in the running transaction. Raises LinkSpent for the second of two at once."""
    taken = Invitation.objects.filter(pk=invitation.pk, used_at=None).update(used_at=at)
    if not taken:
        raise LinkSpent
    return invitation

"""What screens and actions ask of the dismissals and of what an office makes public."""

from collections.abc import Container

from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from gongkai.proofreading.personal.public import contacts
from gongkai.records import packs
from gongkai.records.models import Dismissal, Office

KEY_LENGTH = 16


class Dismissed(Container[str]):
    """The keys of findings, asked by those that were kept of them."""

    def __init__(self, kept: frozenset[str]) -> None:
        self._kept = kept

    def __contains__(self, key: object) -> bool:
        return bool(self._kept) and sealed(str(key)) in self._kept


def sealed(key: str) -> str:
    """What is kept of a finding's key. The words of a finding can be a citizen's number, and of numbers there are
    few enough to try them all: without the secret of the installation nobody can."""
    return salted_hmac("proofreading.dismissal", key, algorithm="sha256").hexdigest()[:KEY_LENGTH]


def dismissals(office: Office) -> "QuerySet[Dismissal]":
    """The dismissals of an office, the newest first, with who made them."""
    return Dismissal.objects.filter(office=office).select_related("by")


def dismissed(office: Office) -> Dismissed:
    """The findings that the office does not want to be told of, by their keys."""
    return Dismissed(frozenset(Dismissal.objects.filter(office=office).values_list("key", flat=True)))


def public(office: Office) -> tuple[str, ...]:
    """The phones, mailboxes, addresses and accounts that anybody may read."""
    now = packs.current(office).office
    return (*(each.value for each in now.proofreading.public_contacts), *contacts(now.notice.contact))

"""What screens and actions ask of the dismissals and of what an office makes public."""

from collections.abc import Container
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from gongkai.office.proofreading import Proofreading
from gongkai.proofreading.personal.public import contacts
from gongkai.records.models import Dismissal, Office
from gongkai.records.unchanged import until_changed

KEY_LENGTH = 16
OFFICES_KEPT = 8


class Asked(NamedTuple):
    """What an office asks of the proofreader; `public` are the phones, mailboxes, addresses and accounts that
    anybody may read, those of its contact line among them."""

    own: Proofreading
    public: tuple[str, ...]


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


@until_changed(OFFICES_KEPT)
def asked(office: Office) -> Asked:
    """As it stands in the office's settings; its registers need not be read for it."""
    own = Proofreading.model_validate(office.settings.get("proofreading", {}))
    line = contacts(office.settings["notice"].get("contact", ""))
    return Asked(own, (*(each.value for each in own.public_contacts), *line))

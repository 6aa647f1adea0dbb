"""The versions of an office's scheme, from the audit."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from django.db.models import QuerySet
from django.db.models.fields.json import KT
from django.utils import timezone

from gongkai.office.files import SCHEME
from gongkai.records.models import AuditEntry, Office

MOST = 100
"""Entries looked through: a scheme is changed a few times a year."""


class Version(NamedTuple):
    """A scheme as it was saved; `number` is that of the audit entry."""

    number: int
    at: datetime
    by: str
    text: str

    @property
    def moment(self) -> str:
        """2022-01-10 17:00, in the office's time."""
        return f"{timezone.localtime(self.at):%Y-%m-%d %H:%M}"


def versions(office: Office) -> list[Version]:
    """Every text the scheme had, newest first; saving something else of the pack makes no version."""
    found = [Version(*row) for row in _entries(office)[:MOST]]
    return list(_changes(found))


def latest(office: Office) -> Version | None:
    """The newest version, None where the audit has none."""
    return next(iter(versions(office)), None)


def _entries(office: Office) -> "QuerySet[AuditEntry, tuple[int, datetime, str, str]]":
    rows = AuditEntry.objects.filter(object=office.key, action__in=("office.load", "scheme.save"))
    told = rows.annotate(scheme=KT(f"new__{SCHEME}")).filter(scheme__isnull=False).order_by("-sequence")
    return told.values_list("sequence", "at", "by", "scheme")


def _changes(newest_first: list[Version]) -> Iterator[Version]:
    """Of equal texts in a row only the first one that was saved."""
    for place, version in enumerate(newest_first):
        before = newest_first[place + 1 : place + 2]
        if not before or before[0].text != version.text:
            yield version

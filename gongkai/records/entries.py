"""The audit entries as a person asks for them: narrowed, and turned page by page without counting them all."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from gongkai.records.models import AuditEntry, Office, Person
from gongkai.workflows.rights import GRANTS, Action

CHUNK = 200
"""Entries read at once: one may hold a whole office pack."""
COUNTED = 10_000
"""Entries are counted up to here: past it the number helps nobody and takes time."""

DIGEST = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True)
class Asked:
    """What narrows the entries; "" and None ask for nothing. `action` is one (fact.change) or a family (fact.),
    `object` a part of its name or the digest that somebody kept of an entry; `since` and `until` are days, both included."""

    person: str = ""
    action: str = ""
    object: str = ""
    since: date | None = None
    until: date | None = None

    def __bool__(self) -> bool:
        return any((self.person, self.action, self.object, self.since, self.until))


@dataclass(frozen=True)
class Turned:
    """A page of entries, the latest first, and the numbers from which the pages beside it go on."""

    entries: list[AuditEntry]
    newer: int | None
    older: int | None


def of_office(office: Office, *, everywhere: bool) -> "QuerySet[AuditEntry]":
    """The entries about an office; with `everywhere` those too that are about no office: people of the whole
    deployment, the system."""
    own = Q(realm=office.key)
    others = Office.objects.exclude(pk=office.pk).values("key")
    return AuditEntry.objects.filter(
        own | ~Q(object__contains="/") & ~Q(realm__in=others) if everywhere else own
    )


def everywhere(person: Person) -> bool:
    """Whether someone sees the entries of no office: by a role in the whole deployment."""
    return person.memberships.filter(office=None, role__in=GRANTS[Action.AUDIT_SEE]).exists()


def narrowed(rows: "QuerySet[AuditEntry]", asked: Asked) -> "QuerySet[AuditEntry]":
    """The entries that match all that is asked."""
    if asked.person:
        rows = rows.filter(by__contains=asked.person)
    if asked.action:
        family = asked.action.endswith(".")
        rows = rows.filter(**{"action__startswith" if family else "action": asked.action})
    if DIGEST.fullmatch(asked.object):
        rows = rows.filter(digest=asked.object)
    elif asked.object:
        rows = rows.filter(object__contains=asked.object)
    if asked.since:
        rows = rows.filter(at__gte=_midnight(asked.since))
    if asked.until:
        rows = rows.filter(at__lt=_midnight(asked.until + timedelta(days=1)))
    return rows


def turned(
    rows: "QuerySet[AuditEntry]", *, size: int, before: int | None = None, after: int | None = None
) -> Turned:
    """The page of `size` entries older than number `before`, or newer than `after`, or the latest."""
    slim = rows.defer("old", "new")
    if after is not None:
        found = list(slim.filter(sequence__gt=after).order_by("sequence")[: size + 1])
        newer, entries = len(found) > size, found[:size][::-1]
        older = True
    else:
        within = slim if before is None else slim.filter(sequence__lt=before)
        found = list(within.order_by("-sequence")[: size + 1])
        older, entries = len(found) > size, found[:size]
        newer = before is not None
    if not entries:
        return Turned([], None, None)
    return Turned(
        entries,
        newer=entries[0].sequence if newer else None,
        older=entries[-1].sequence if older else None,
    )


def count(rows: "QuerySet[AuditEntry]") -> int:
    """How many there are, COUNTED at most."""
    return rows.order_by()[:COUNTED].count()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone())

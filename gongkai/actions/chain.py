"""Verify the audit chain because a person asks for it, and keep what the walk showed."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gongkai.records import audit
from gongkai.records.audit import Verification, Who, record
from gongkai.records.models import AuditEntry, ChainCheck, Office

AT_ONCE = 10_000
"""Entries that are walked while the person waits; more are walked by the worker."""


@transaction.atomic
def ask(office: Office, *, by: Who, at: datetime) -> ChainCheck:
    """A check to be walked; who asked for it is itself on record, and walked with the rest."""
    record("audit.verify", f"{office.key}/audit", by=by, at=at)
    total = AuditEntry.objects.order_by("-sequence").values_list("sequence", flat=True).first() or 0
    return ChainCheck.objects.create(asked_at=at, asked_by=by.name, total=total)


def walk(number: int, *, at: datetime) -> ChainCheck:
    """Walk the chain for a check and keep what it showed; one that is finished stays as it is. Safe to run
    twice: a second walk begins at the beginning."""
    check = ChainCheck.objects.get(pk=number)
    if check.finished_at:
        return check

    def progress(walked: int) -> None:
        ChainCheck.objects.filter(pk=number).update(walked=walked)

    shown = _against_the_last(audit.verify(progress))
    check.walked, check.head = shown.entries, shown.head
    check.broken, check.reason, check.finished_at = shown.broken, shown.reason, at
    check.save()
    return check


def _against_the_last(shown: Verification) -> Verification:
    """A chain whose end was cut off fits in itself; it no longer holds the entry at which the last good walk
    ended."""
    last = ChainCheck.objects.exclude(finished_at=None).filter(broken=None).last()
    if shown.broken or last is None or not last.walked:
        return shown
    if AuditEntry.objects.filter(sequence=last.walked, digest=last.head).exists():
        return shown
    reason = f"与{timezone.localtime(last.asked_at):%Y-%m-%d %H:%M}核验时不同，末尾的记录可能被整段删去"
    return Verification(shown.entries, shown.head, last.walked, reason)

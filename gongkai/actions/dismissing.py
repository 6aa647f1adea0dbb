"""A finding that is none is dismissed for the office, with a reason; it can be told of again."""

from datetime import datetime

from django.db import transaction

from gongkai.records import offices
from gongkai.records.audit import Who, record
from gongkai.records.models import Dismissal, Office, Person

MOST_REASON = 500


class DismissalError(ValueError):
    """A dismissal that cannot be recorded; the message says why."""


@transaction.atomic
def dismiss(
    office: Office, key: str, kind: str, shown: str, reason: str, *, person: Person, by: Who, at: datetime
) -> Dismissal:
    """Record why a finding is none; for one that is dismissed already the reason is written anew. `shown` are its
    words, masked. Raises DismissalError without a reason, or for one that is too long."""
    given = reason.strip()
    if not given or len(given) > MOST_REASON:
        raise DismissalError(f"请写明不再提示的理由，不超过{MOST_REASON}字")
    offices.lock(office)
    row = Dismissal.objects.filter(office=office, key=key).first()
    old = row.reason if row else None
    row = row or Dismissal(office=office, key=key, kind=kind, shown=shown)
    row.reason, row.by, row.at = given, person, at
    row.save()
    record("proofreading.dismiss", _object(row), by=by, at=at, old=old, new={"text": shown, "reason": given})
    return row


@transaction.atomic
def restore(office: Office, row: Dismissal, *, by: Who, at: datetime) -> None:
    """Tell of the finding again."""
    offices.lock(office)
    record("proofreading.restore", _object(row), by=by, at=at, old={"text": row.shown, "reason": row.reason})
    row.delete()


def _object(row: Dismissal) -> str:
    return f"{row.office.key}/{row.kind}"

"""What screens and actions ask of the cases about accounts."""

from django.db.models import QuerySet

from gongkai.records.models import AccountCase, Office
from gongkai.workflows import accounts, unapproved_accounts

ENDED = (*accounts.MACHINE.ends, *unapproved_accounts.MACHINE.ends)


def of(office: Office, unit: str = "") -> "QuerySet[AccountCase]":
    """The cases of an office, of one unit where it is named."""
    rows = AccountCase.objects.filter(office=office)
    return rows.filter(unit=unit) if unit else rows


def running(office: Office, unit: str = "") -> int:
    """How many have not come to an end."""
    return of(office, unit).exclude(state__in=ENDED).count()

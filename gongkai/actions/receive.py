"""Receive: a unit named in an issued notice signs for it, once."""

from datetime import datetime

from django.db import transaction

from gongkai.records import offices, versions
from gongkai.records.audit import Who, record
from gongkai.records.models import Notice, Person, Receipt


class ReceiptError(ValueError):
    """The notice cannot be signed for; the message says why."""


def check_can(notice: Notice, unit: str) -> None:
    """Raise ReceiptError with the reason why this unit cannot sign for the notice now."""
    if unit not in versions.named(notice):
        raise ReceiptError(f"这份通报没有点名{unit}，不需要签收")
    if Receipt.objects.filter(notice=notice, unit=unit).exists():
        raise ReceiptError(f"{unit}已经签收过这份通报，不必再次签收")


@transaction.atomic
def run(notice: Notice, unit: str, *, person: Person, by: Who, at: datetime) -> Receipt:
    """Sign for a notice. Raises ReceiptError."""
    offices.lock(notice.assessment.office)
    check_can(notice, unit)
    receipt = Receipt.objects.create(notice=notice, unit=unit, person=person, at=at)
    record("notice.receive", f"{notice.assessment.code}/{notice.number}/{unit}", by=by, at=at, new=unit)
    return receipt

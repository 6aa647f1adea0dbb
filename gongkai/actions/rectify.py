"""Rectify: the problems of an issued notice become items, and each step of an item is checked and recorded."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, Q

from gongkai.assessment.result import Finding
from gongkai.records import offices, readers
from gongkai.records.audit import Who, record
from gongkai.records.models import Notice, Rectification
from gongkai.workflows.rectification import MACHINE, State


class RectifyError(ValueError):
    """A step that cannot be taken; the message says why and what to do."""


@transaction.atomic
def open_items(notice: Notice, *, deadline: date, by: Who, at: datetime) -> list[Rectification]:
    """An item for each finding of a notice, to be reported on by the end of `deadline`; returns the new ones.

    A second call adds nothing. A finding that an earlier notice of the period has raised already is followed
    there and not twice, unless that item was cancelled.
    """
    office, period = notice.assessment.office, notice.assessment.period
    offices.lock(office)
    raised = _raised(notice)
    found = readers.content(notice.assessment).findings
    fresh = [finding for finding in found if (finding.unit, finding.kind, finding.item) not in raised]
    last = Rectification.objects.filter(office=office).aggregate(last=Max("number"))["last"] or 0
    items = Rectification.objects.bulk_create(
        Rectification(
            office=office,
            number=number,
            notice=notice,
            period=period,
            deadline=deadline,
            state=MACHINE.start,
            **_of_finding(finding),
        )
        for number, finding in enumerate(fresh, last + 1)
    )
    if items:
        code = f"{notice.assessment.code}/{notice.number}"
        record("rectification.open", code, by=by, at=at, new=_opened(items, deadline))
    return items


def _raised(notice: Notice) -> set[tuple[str, str, str]]:
    """The findings of the period that have an item: of this notice, or of an earlier one and not cancelled."""
    office, period = notice.assessment.office, notice.assessment.period
    rows = Rectification.objects.filter(office=office, period=period)
    rows = rows.filter(Q(notice=notice) | ~Q(state=State.CANCELLED))
    return set(rows.values_list("unit", "kind", "item"))


def _of_finding(finding: Finding) -> dict[str, Any]:
    names = ("unit", "kind", "item", "measure", "value", "target", "text")
    return {name: getattr(finding, name) for name in names}


def _opened(items: Iterable[Rectification], deadline: date) -> dict[str, Any]:
    opened = [{"number": item.number, "unit": item.unit, "text": item.text} for item in items]
    return {"deadline": deadline.isoformat(), "items": opened}

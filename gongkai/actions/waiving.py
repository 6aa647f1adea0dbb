"""Waivers: a person answers for a red item of the cross-check, with a reason, on record."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction

from gongkai.notice.plan import Issue, Severity
from gongkai.records.audit import Who, record
from gongkai.records.models import Office, Waiver
from gongkai.terms import Period


class WaiverError(ValueError):
    """A waiver that cannot be recorded; the message says why."""


@transaction.atomic
def run(
    office: Office,
    period: Period,
    issues: Sequence[Issue],
    reasons: Mapping[str, str],
    *,
    by: Who,
    at: datetime,
) -> None:
    """Record a waiver for every red item whose code is in `reasons`; the same one twice changes nothing.

    Raises WaiverError for a code that no red item has and for an empty reason.
    """
    reds = [issue for issue in issues if issue.severity is Severity.RED]
    for code, reason in reasons.items():
        if code not in {red.code for red in reds}:
            raise WaiverError(f"本次校核没有代码为“{code}”的须处理问题，请核对代码，或去掉这一项放行")
        if not reason.strip():
            raise WaiverError(f"放行“{code}”必须写明理由")
        for red in reds:
            if red.code == code:
                _waive(office, period, red, reason.strip(), by=by, at=at)


def open_reds(office: Office, period: Period, issues: Sequence[Issue]) -> tuple[Issue, ...]:
    """The red items that nobody answered for as they stand."""
    reds = [issue for issue in issues if issue.severity is Severity.RED]
    waived = set(Waiver.objects.filter(office=office, period=period.code).values_list("digest", flat=True))
    return tuple(red for red in reds if digest(red) not in waived)


def lapsed(office: Office, period: Period, reds: Sequence[Issue]) -> Iterator[str]:
    """The codes among open red items that were waived when they said something else."""
    codes = set(Waiver.objects.filter(office=office, period=period.code).values_list("code", flat=True))
    return (code for code in dict.fromkeys(red.code for red in reds) if code in codes)


def _waive(office: Office, period: Period, red: Issue, reason: str, *, by: Who, at: datetime) -> None:
    waiver = Waiver.objects.filter(office=office, period=period.code, digest=digest(red)).first()
    old = waiver.reason if waiver else None
    if old == reason:
        return
    waiver = waiver or Waiver(office=office, period=period.code, code=red.code, digest=digest(red))
    waiver.issue, waiver.reason, waiver.waived_by, waiver.waived_at = asdict(red), reason, by.name, at
    waiver.save()
    waived: dict[str, Any] = {"issue": waiver.issue, "reason": reason}
    record("notice.waive", f"{office.key}/{period.code}/{red.code}", by=by, at=at, old=old, new=waived)


def digest(issue: Issue) -> str:
    """Of all it says: a waiver is for these words and figures only."""
    return hashlib.sha256(json.dumps(asdict(issue), ensure_ascii=False).encode()).hexdigest()

"""What pages ask of notices: their versions, what was issued, who has signed for it."""

from django.db.models import Count, QuerySet

from gongkai.records import assessments
from gongkai.records.models import Notice, NoticeVersion, Office, Receipt


def of(office: Office, period: str) -> "QuerySet[NoticeVersion]":
    """The versions of a period's notice, newest first, with their reviews."""
    rows = NoticeVersion.objects.filter(office=office, period=period).order_by("-number")
    return rows.select_related("made_by", "assessment", "notice").defer("assessment__result")


def newest(office: Office, period: str) -> NoticeVersion | None:
    """The version people work on, if any."""
    return of(office, period).first()


def unsettled(version: NoticeVersion) -> bool:
    """Whether a document came back with a figure or a name changed, and nobody has said what became of it."""
    return version.returned.filter(resolved_at=None).exists()


def issued(office: Office, period: str = "") -> "QuerySet[Notice]":
    """The notices of an office, of one period or of all, newest first; `received` is how many units signed."""
    rows = Notice.objects.filter(assessment__office=office)
    if period:
        rows = rows.filter(assessment__period=period)
    rows = rows.select_related("assessment__office", "version").defer("assessment__result", "issues")
    rows = rows.annotate(received=Count("receipts"))
    return rows.order_by("-issued_at", "-id")


def signed(office: Office, unit: str) -> set[int]:
    """The notices that a unit has signed for, by primary key."""
    rows = Receipt.objects.filter(notice__assessment__office=office, unit=unit)
    return set(rows.values_list("notice", flat=True)) if unit else set()


def named(notice: Notice) -> list[str]:
    """The units that an issued notice names for a problem or in a list, each once, in register order."""
    content = assessments.content(notice.assessment)
    lists = (*content.commended.values(), *content.criticised.values())
    found = {finding.unit for finding in content.findings} | {unit for units in lists for unit in units}
    order = list(dict.fromkeys(figure.unit for figure in content.figures))
    return sorted(found, key=lambda unit: (order.index(unit) if unit in order else len(order), unit))

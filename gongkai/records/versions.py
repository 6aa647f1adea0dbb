"""What pages ask of notices: their versions, what was issued, who has signed for it."""

from django.db.models import QuerySet

from gongkai.records import readers
from gongkai.records.models import Notice, NoticeVersion, Office


def of(office: Office, period: str) -> "QuerySet[NoticeVersion]":
    """The versions of a period's notice, newest first, with their reviews."""
    rows = NoticeVersion.objects.filter(office=office, period=period).order_by("-number")
    return rows.select_related("made_by", "assessment", "notice").defer("assessment__result")


def issued(office: Office, period: str = "") -> "QuerySet[Notice]":
    """The notices of an office, of one period or of all, newest first."""
    rows = Notice.objects.filter(assessment__office=office)
    if period:
        rows = rows.filter(assessment__period=period)
    rows = rows.select_related("assessment__office", "version").defer("assessment__result", "issues")
    return rows.order_by("-issued_at", "-id")


def named(notice: Notice) -> list[str]:
    """The units that an issued notice names for a problem or in a list, each once, in register order."""
    content = readers.content(notice.assessment)
    lists = (*content.commended.values(), *content.criticised.values())
    found = {finding.unit for finding in content.findings} | {unit for units in lists for unit in units}
    order = list(dict.fromkeys(figure.unit for figure in content.figures))
    return sorted(found, key=lambda unit: (order.index(unit) if unit in order else len(order), unit))

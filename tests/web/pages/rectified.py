"""An office with an issued notice and its items, and the scan that a report needs."""

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from gongkai.actions import rectify
from gongkai.records import models
from tests.conftest import AT, CLERK
from tests.records.issued import assessment, finding, notice

PDF = b"%PDF-1.4 \xe6\x95\xb4\xe6\x94\xb9\xe6\x8a\xa5\xe5\x91\x8a"
FOUND = (
    finding("财政局", "零报送", value=0, target=24),
    finding("财政局", "断更", "渭滨财政·微博", measure="posts.original", value=3, target=12),
    finding("教体局", "栏目更新为零", "教育督导", measure="columns.total"),
)


def opened(key: str, *, days: int = 10, period: str = "2021Q4", found=FOUND) -> list[models.Rectification]:
    """Items due in `days` days from today; a negative number makes them overdue."""
    office = models.Office.objects.get(key=key)
    deadline = timezone.localdate() + timedelta(days=days)
    made = notice(assessment(office, list(found), period=period))
    return rectify.open_items(made, deadline=deadline, by=CLERK, at=AT)


def moved(number: int, **changes: object) -> models.Rectification:
    """Put an item of 渭滨 into another state without the way there."""
    rows = models.Rectification.objects.filter(office__key="weibin", number=number)
    rows.update(**changes)
    return rows.get()


def scan(name: str = "整改报告.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    """A signed and sealed report as a browser sends it."""
    return SimpleUploadedFile(name, content, "application/octet-stream")


def deadline(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)

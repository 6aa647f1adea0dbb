"""Versions and notices by the numbers in an address: those of another office or period are no pages."""

from django.http import Http404

from gongkai.records import versions
from gongkai.records.models import Notice, NoticeVersion, ReturnedDocument
from gongkai.web.gate import OfficeRequest


def version(request: OfficeRequest, number: int) -> NoticeVersion:
    """The version of that number. Raises Http404."""
    found = versions.of(request.office, request.period.code).filter(number=number).first()
    if found is None:
        raise Http404
    return found


def notice(request: OfficeRequest, number: int) -> Notice:
    """The issued notice of that number. Raises Http404."""
    found = versions.issued(request.office, request.period.code).filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def returned(request: OfficeRequest, number: int) -> ReturnedDocument:
    """The document brought back under that number. Raises Http404."""
    rows = ReturnedDocument.objects.select_related("version__office", "file", "brought_by", "resolved_by")
    found = rows.filter(
        version__office=request.office, version__period=request.period.code, pk=number
    ).first()
    if found is None:
        raise Http404
    return found

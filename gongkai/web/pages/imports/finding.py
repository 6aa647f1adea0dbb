"""The upload or batch that an address names, of this office and period; anything else is no page."""

from django.http import Http404

from gongkai.records import uploads
from gongkai.records.models import Batch, Upload
from gongkai.web.gate import OfficeRequest


def upload(request: OfficeRequest, number: int) -> Upload:
    """Raises Http404."""
    found = uploads.find(request.office, request.period.code, number)
    if found is None:
        raise Http404
    return found


def batch(request: OfficeRequest, number: int) -> Batch:
    """Raises Http404."""
    found = uploads.batches(request.office, request.period.code).filter(pk=number).first()
    if found is None:
        raise Http404
    return found

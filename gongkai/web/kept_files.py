"""Files that come with a form: kept at once, so that nobody chooses one twice because the form was refused."""

from django.core.files.uploadedfile import UploadedFile

from gongkai.actions import storing
from gongkai.records.models import StoredFile
from gongkai.web import acting
from gongkai.web.forms import whole
from gongkai.web.gate import OfficeRequest


def keep(request: OfficeRequest, given: UploadedFile, accepted: frozenset[str]) -> StoredFile:
    """A file handed in, of one of the `accepted` media types. Raises FileRefused, OSError."""
    return storing.run(
        request.office,
        given.name or "",
        given.chunks(),
        given.size or 0,
        accepted=accepted,
        by=acting.person(request),
        at=acting.now(),
    )


def handed_in(request: OfficeRequest, field: str, accepted: frozenset[str]) -> StoredFile | None:
    """The file in that field of the form; else the one this person handed in when the form was refused before
    (its number stands in `kept`); None for neither. Raises FileRefused, OSError."""
    given = request.FILES.get(field)
    if given is not None:
        return keep(request, given, accepted)
    return StoredFile.objects.filter(
        office=request.office,
        kept_by=acting.person(request),
        media_type__in=accepted,
        pk=whole(request.POST.get("kept", ""), None),
    ).first()

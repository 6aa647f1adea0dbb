"""A file that comes with a form: kept when the form is refused, so that nobody chooses it twice."""

from gongkai.actions import storing
from gongkai.records.models import StoredFile
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest

HINT = "可附证明材料：PDF、图片、.xlsx 或 .docx"
ACCEPT = ".pdf,.png,.jpg,.jpeg,.xlsx,.docx"


def handed_in(request: OfficeRequest) -> StoredFile | None:
    """The file of the form, or the one this person handed in before. Raises FileRefused."""
    file = request.FILES.get("evidence")
    if file is not None:
        return storing.run(
            request.office,
            file.name or "",
            file.chunks(),
            file.size or 0,
            accepted=storing.EVIDENCE,
            by=acting.person(request),
            at=acting.now(),
        )
    kept = request.POST.get("kept", "")
    if not (kept.isascii() and kept.isdecimal() and len(kept) < 10):
        return None
    return StoredFile.objects.filter(
        office=request.office, kept_by=acting.person(request), media_type__in=storing.EVIDENCE, pk=int(kept)
    ).first()

"""An uploaded file to be saved again: as it came, or with its faults marked."""

from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from django.http import HttpResponse
from django.http.response import HttpResponseBase

from gongkai.actions import importing
from gongkai.sources import marked as marking
from gongkai.web import exports
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.imports import finding
from gongkai.workflows.rights import Action


@page(Action.IMPORTS_WRITE)
def original(request: OfficeRequest, number: int) -> HttpResponseBase:
    """The file as it was handed in: it may hold what citizens wrote, so only for who works with it."""
    found = finding.upload(request, number)
    importing.path(found.file)
    return exports.stored(found.file)


@page(Action.IMPORTS_WRITE)
def marked(request: OfficeRequest, number: int) -> HttpResponse:
    """A copy with every fault marked in its cell and listed on a first sheet."""
    found = finding.upload(request, number)
    compared = importing.preview(found)
    name = found.file.name
    with TemporaryDirectory() as folder:
        target = Path(folder) / "marked.xlsx"
        faults = [*compared.faults, *compared.warnings]
        marking.write(importing.path(found.file), faults, target, compared.reading.questions, name)
        content = target.read_bytes()
    return exports.attachment(f"{PurePath(name).stem}（标注问题）.xlsx", exports.XLSX, content)

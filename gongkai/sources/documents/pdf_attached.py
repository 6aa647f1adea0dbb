"""Files that lie in a PDF: those of the document, and those pinned to a page."""

import ctypes
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from gongkai.proofreading.document import Part, Piece
from gongkai.sources.containers import LARGEST_FILE
from gongkai.sources.documents.limits import MOST_EMBEDDED
from gongkai.sources.documents.pdf_strings import wide


class Attached(NamedTuple):
    """A file, and what is said of it. `content` is b"" where it cannot be taken out, or is too large."""

    name: str
    description: str
    content: bytes


def of_document(document: pdfium.PdfDocument) -> Iterator[Attached]:
    """The files that the document lists, one more than are looked at where there are too many."""
    for place in range(min(raw.FPDFDoc_GetAttachmentCount(document), MOST_EMBEDDED + 1)):
        yield _taken(raw.FPDFDoc_GetAttachment(document, place))


def of_page(page: pdfium.PdfPage) -> Iterator[Attached]:
    """The files that are pinned to a page."""
    for place in range(raw.FPDFPage_GetAnnotCount(page)):
        one = raw.FPDFPage_GetAnnot(page, place)
        if one and raw.FPDFAnnot_GetSubtype(one) == raw.FPDF_ANNOT_FILEATTACHMENT:
            yield _taken(raw.FPDFAnnot_GetFileAttachment(one))
        raw.FPDFPage_CloseAnnot(one)


def names(files: Sequence[Attached]) -> Iterator[Piece]:
    """What the files are called: it is published as well."""
    for place, one in enumerate(files, start=1):
        for label, text in (("名称", one.name), ("说明", one.description)):
            if text.strip() and (label == "名称" or text != one.name):
                yield Piece(Part.PROPERTY, f"内嵌文件{place}{label}", text)


def _taken(one: ctypes.c_void_p) -> Attached:
    if not one:
        return Attached("", "", b"")
    name, said = wide(raw.FPDFAttachment_GetName, one), wide(raw.FPDFAttachment_GetDescription, one)
    length = ctypes.c_ulong()
    raw.FPDFAttachment_GetFile(one, None, 0, length)
    if not 0 < length.value <= LARGEST_FILE:
        return Attached(name, said, b"")
    buffer = ctypes.create_string_buffer(length.value)
    raw.FPDFAttachment_GetFile(one, buffer, length.value, length)
    return Attached(name, said, buffer.raw)

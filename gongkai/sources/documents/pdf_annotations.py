"""What lies on the pages of a PDF and is no part of their text: comments, typed boxes, links, fields of forms."""

import ctypes
import re
from collections.abc import Iterator

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from gongkai.proofreading.document import Part, Piece
from gongkai.sources.documents.pdf_fields import field
from gongkai.sources.documents.pdf_strings import narrow, wide

_TAG = re.compile(r"<[^<>]{0,500}>")
_OWN = {raw.FPDF_ANNOT_FREETEXT: (Part.TEXT_BOX, "文本框"), raw.FPDF_ANNOT_LINK: (Part.HIDDEN, "链接说明")}
_COMMENT = (Part.COMMENT, "批注")


def annotations(document: pdfium.PdfDocument, page: pdfium.PdfPage, number: int) -> Iterator[Piece]:
    """The annotations of a page in the order of the file; one that is broken says nothing."""
    for place in range(raw.FPDFPage_GetAnnotCount(page)):
        one = raw.FPDFPage_GetAnnot(page, place)
        if not one:
            continue
        try:
            yield from _annotation(document, one, raw.FPDFAnnot_GetSubtype(one), f"第{number}页", place + 1)
        finally:
            raw.FPDFPage_CloseAnnot(one)


def _annotation(
    document: pdfium.PdfDocument, one: ctypes.c_void_p, kind: int, page: str, place: int
) -> Iterator[Piece]:
    if kind == raw.FPDF_ANNOT_WIDGET:
        yield from field(document, one, page)
        return
    part, label = _OWN.get(kind, _COMMENT)
    where, said = f"{page}{label}{place}", _string(one, "Contents")
    rich = _TAG.sub("", _string(one, "RC"))
    found = [Piece(part, where, said), Piece(Part.PROPERTY, f"{where}作者", _string(one, "T"))]
    found.append(Piece(Part.HIDDEN, f"{where}主题", _string(one, "Subj")))
    if rich.split() != said.split():
        found.append(Piece(Part.HIDDEN, f"{where}的另一文本", rich))
    if kind == raw.FPDF_ANNOT_LINK:
        found.append(Piece(Part.LINK, f"{page}链接{place}", _target(document, one)))
    yield from (piece for piece in found if piece.text.strip())


def _string(one: ctypes.c_void_p, key: str) -> str:
    return wide(raw.FPDFAnnot_GetStringValue, one, key.encode())


def _target(document: pdfium.PdfDocument, one: ctypes.c_void_p) -> str:
    """Where a link leads outside the document: an address, a file; "" for a place inside."""
    link = raw.FPDFAnnot_GetLink(one)
    action = raw.FPDFLink_GetAction(link) if link else None
    if not action:
        return ""
    if raw.FPDFAction_GetType(action) == raw.PDFACTION_URI:
        return narrow(raw.FPDFAction_GetURIPath, document, action)
    return narrow(raw.FPDFAction_GetFilePath, action)

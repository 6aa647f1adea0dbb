"""The fields of a form in a PDF: what somebody filled in, what stood there before, what there is to choose from."""

import ctypes
from collections.abc import Iterator

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from gongkai.proofreading.document import Part, Piece
from gongkai.sources.documents.pdf_strings import wide

MOST_CHOICES = 1_000
_TICKED = frozenset(
    {raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON, raw.FPDF_FORMFIELD_PUSHBUTTON}
)


def field(document: pdfium.PdfDocument, widget: ctypes.c_void_p, page: str) -> Iterator[Piece]:
    """A field as a person reads it, 姓名：某某: its label says what its value is. The value is that of the field the
    widget belongs to, else its own, for a form may be damaged."""
    form = document.formenv
    name = (
        (wide(raw.FPDFAnnot_GetFormFieldAlternateName, form, widget) or _name(form, widget)) if form else ""
    )
    name = name.strip() or _string(widget, "T")
    ticked = form and raw.FPDFAnnot_GetFormFieldType(form, widget) in _TICKED
    value = wide(raw.FPDFAnnot_GetFormFieldValue, form, widget) if form and not ticked else ""
    value = value or _string(widget, "V")
    where = f"{page}表单“{name}”"
    if value.strip() and not ticked:
        yield Piece(Part.TEXT_BOX, where, f"{name}：{value}" if name else value)
    usual = _string(widget, "DV")
    if usual.strip() and usual != value:
        yield Piece(Part.HIDDEN, f"{where}默认值", usual)
    for place in range(_choices(form, widget)):
        choice = wide(raw.FPDFAnnot_GetOptionLabel, form, widget, place)
        if choice.strip() and choice != value:
            yield Piece(Part.HIDDEN, f"{where}下拉列表", choice)


def _choices(form: pdfium.PdfFormEnv | None, widget: ctypes.c_void_p) -> int:
    return min(raw.FPDFAnnot_GetOptionCount(form, widget), MOST_CHOICES) if form else 0


def _name(form: pdfium.PdfFormEnv, widget: ctypes.c_void_p) -> str:
    """The last part of the full name: 申请表.姓名 → 姓名."""
    return wide(raw.FPDFAnnot_GetFormFieldName, form, widget).rpartition(".")[2]


def _string(widget: ctypes.c_void_p, key: str) -> str:
    return wide(raw.FPDFAnnot_GetStringValue, widget, key.encode())

"""Annexes: each on a page of its own, turned pages in sections of their own."""

from collections.abc import Iterator

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from gongkai.notice import layout
from gongkai.notice.docx.sections import new_section
from gongkai.notice.docx.tables import table_element
from gongkai.notice.docx.xml import element, flag, paragraph, text_run, twips
from gongkai.notice.grid import Grid, grids
from gongkai.notice.plan import AnnexPage, Plan
from gongkai.notice.typesetting import annex_label, annex_title


def add_annexes(document: Document, plan: Plan) -> layout.Page:
    """Append the annexes and give back the page the document ends on."""
    page = layout.PORTRAIT
    body = document.element.body
    for annex in plan.annexes:
        wanted = layout.page_of(annex.layout)
        turned = wanted is not page
        if turned:
            new_section(document, wanted)
            page = wanted
        for block in _annex(annex, len(plan.annexes), new_page=not turned):
            body.insert(len(body) - 1, block)
    return page


def _annex(annex: AnnexPage, count: int, *, new_page: bool) -> Iterator[BaseOxmlElement]:
    drawn = grids(annex)
    label = [] if new_page else [flag("pageBreakBefore", on=False)]
    yield paragraph("AnnexLabel", text_run(annex_label(annex, count)), properties=label)
    size, lines = annex_title(annex.title)
    yield paragraph("AnnexTitle", text_run("\n".join(lines), size=size))
    if annex.heading:
        yield paragraph("AnnexHeading", text_run(annex.heading))
    for place, part in enumerate(drawn):
        if place:
            yield closing_paragraph(new_page=True)
        yield table_element(part)
    for place, note in enumerate(annex.notes):
        yield _note(note, drawn[-1], first=place == 0)


def _note(note: str, drawn: Grid, *, first: bool) -> BaseOxmlElement:
    before = element(
        "spacing",
        before=twips(4) if first else 0,
        line=twips(drawn.size * layout.NOTE_LINE),
        lineRule="exact",
    )
    return paragraph("TableNote", text_run(note, size=drawn.size), properties=[before])


def closing_paragraph(*, new_page: bool = False) -> BaseOxmlElement:
    """Word wants a paragraph after a table: this one takes no room."""
    start = [flag("pageBreakBefore")] if new_page else []
    return paragraph("Normal", properties=[*start, element("spacing", line=20, lineRule="exact")])

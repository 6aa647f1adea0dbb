"""Sections: a page, its margins, and the page number on odd and even pages."""

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section, _Footer
from docx.shared import Length, Mm, Pt

from gongkai.notice import layout
from gongkai.notice.docx.turned import turned_text
from gongkai.notice.docx.xml import element, field_run, paragraph, text_run, twips

# The dash stands 5.2 pt above the base line, and the base line a fifth of the line above its foot.
_DASH_ABOVE_FOOT = 5.2 + 18 / 5

_NUMBER_WIDTH, _NUMBER_LENGTH = 8.0, 40.0  # room for a number on its side, mm


def set_up(section: Section, page: layout.Page) -> None:
    """Size, margins and footers of a section; no grid, which would change pitch and spacing."""
    section.orientation = WD_ORIENT.LANDSCAPE if page is layout.LANDSCAPE else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin = Mm(page.left)
    # The negative tracking after the last character of a line would set it 0.1 mm over the right edge.
    section.right_margin = Length(Mm(page.right) + Pt(-layout.TRACKING))
    section.header_distance = Mm(15)
    section.footer_distance = Mm(layout.PORTRAIT.bottom - layout.PAGE_NUMBER_DROP) - Pt(_DASH_ABOVE_FOOT)
    for grid in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(grid)
    _number(section.footer, page, odd=True)
    _number(section.even_page_footer, page, odd=False)


def new_section(document: Document, page: layout.Page) -> None:
    """End the section so far and begin one on `page`."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    set_up(section, page)
    _shrink(document)


def _shrink(document: Document) -> None:
    """The paragraph that carries a section's end takes no room, so it makes no page of its own."""
    ends = [
        p for p in document.element.body.findall(qn("w:p")) if p.pPr is not None and p.pPr.sectPr is not None
    ]
    properties = ends[-1].pPr
    properties.insert(0, element("spacing", before=0, after=0, line=20, lineRule="exact"))


def _number(footer: _Footer, page: layout.Page, *, odd: bool) -> None:
    footer.is_linked_to_previous = False
    holder = footer._element
    for old in list(holder):
        holder.remove(old)
    inset = twips(layout.PAGE_NUMBER_INSET)
    side = "right" if odd else "left"
    if page is layout.LANDSCAPE:
        holder.extend((_turned_number(side), paragraph("PageNumber")))
    else:
        holder.append(_number_paragraph(side, element("ind", **{side: inset})))


def _number_paragraph(side: str, *properties: BaseOxmlElement) -> BaseOxmlElement:
    runs = (text_run("— "), *field_run("PAGE"), text_run(" —"))
    return paragraph("PageNumber", *runs, properties=[*properties, element("jc", val=side)])


def _turned_number(side: str) -> BaseOxmlElement:
    """On a turned page the number stays where it is on the others (8): on its side at the left edge,
    towards the foot of the screen on odd pages, towards its head on even ones."""
    page, inset = layout.LANDSCAPE, layout.PAGE_NUMBER_INSET / layout.POINTS_PER_MM
    top = page.height - page.bottom - inset - _NUMBER_LENGTH if side == "right" else page.top + inset
    left = page.left - layout.PAGE_NUMBER_DROP - _NUMBER_WIDTH / 2
    return turned_text(left, top, _NUMBER_WIDTH, _NUMBER_LENGTH, _number_paragraph(side))

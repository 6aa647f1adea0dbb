"""The parts of the notice before its annexes: title, addressee, body, list of annexes, signature."""

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from gongkai.notice import layout
from gongkai.notice.docx.styles import indent
from gongkai.notice.docx.xml import element, flag, paragraph, plan_runs, text_run, twips
from gongkai.notice.plan import Heading, Paragraph, Plan
from gongkai.notice.typesetting import (
    addressee_line,
    annex_lines,
    chinese_date,
    contact_line,
    signature_place,
    title_lines,
    width,
)


def opening(plan: Plan) -> Iterator[BaseOxmlElement]:
    """Title and addressee. Under a red head the title stands two lines below its rule (7.3.1)."""
    most = layout.points(layout.PORTRAIT.text_width) / layout.TITLE_SIZE
    lines = title_lines(plan.title, most)
    below = [element("spacing", before=twips(2 * layout.PITCH))] if plan.red_head else []
    if lines:
        yield paragraph("OfficialTitle", text_run("\n".join(lines)), properties=below)
    if plan.addressee:
        yield paragraph("Addressee", text_run(addressee_line(plan.addressee)))


def body(plan: Plan) -> Iterator[BaseOxmlElement]:
    """Headings and paragraphs; a short last one stays with the signature, which may not stand alone on a
    page (7.3.5.4). A long one does not: LibreOffice would move the whole of it."""
    for place, block in enumerate(plan.body):
        last = place == len(plan.body) - 1 and not plan.annexes
        yield _block(
            block, keep=last and width("".join(run.text for run in block.runs)) <= layout.SHORT_PARAGRAPH
        )


def _block(block: Heading | Paragraph, *, keep: bool) -> BaseOxmlElement:
    properties = [flag("keepNext")] if keep else []
    if isinstance(block, Heading):
        return paragraph(
            f"Heading{min(max(block.level, 1), 3)}", *plan_runs(block.runs), properties=properties
        )
    if not block.indent:
        properties.append(element("ind", firstLineChars=0, firstLine=0))
    return paragraph("OfficialBody", *plan_runs(block.runs), properties=properties)


def annex_list(plan: Plan) -> Iterator[BaseOxmlElement]:
    """One blank line below the body, names one under the other."""
    for place, line in enumerate(annex_lines(plan.annexes)):
        numbered = len(plan.annexes) > 1
        last = place == len(plan.annexes) - 1
        properties = [flag("keepNext")] if last else []
        if numbered:
            stop = element("tab", val="left", pos=twips(layout.characters(line.name_left)))
            properties.append(element("tabs", stop))
        if place == 0:
            properties.append(element("spacing", before=twips(layout.PITCH)))
        hanging = line.name_left - line.label_left
        properties.append(element("ind", **indent(left=line.name_left, hanging=hanging)))
        text = f"{line.label}\t{line.name}" if numbered else line.label + line.name
        yield paragraph("AnnexList", text_run(text), properties=properties)


def signature(plan: Plan) -> Iterator[BaseOxmlElement]:
    """Issuing unit, date, contact line."""
    place = signature_place(plan.issuer, plan.issued_on)
    right = element("ind", **indent(right=place.unit_right))
    yield paragraph("IssuingUnit", text_run(plan.issuer), properties=[right])
    left = element("ind", **indent(left=place.date_left))
    keep = [flag("keepNext")] if plan.contact else []
    yield paragraph("IssueDate", text_run(chinese_date(plan.issued_on)), properties=[*keep, left])
    if plan.contact:
        yield paragraph("ContactNote", text_run(contact_line(plan.contact)))

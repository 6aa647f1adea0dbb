"""The two ends of a formal notice: the red head above it (版头) and the imprint at its foot (版记)."""

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from gongkai.notice import layout
from gongkai.notice.docx.textbox import box_at_foot
from gongkai.notice.docx.xml import element, paragraph, text_run, twips
from gongkai.notice.plan import Imprint, Plan
from gongkai.notice.typesetting import chinese_date, copies_line, imprint_lines, red_head_size

_EIGHTHS_PER_MM = layout.POINTS_PER_MM * 8


def red_head(plan: Plan) -> Iterator[BaseOxmlElement]:
    """Red head, document number, red rule 4 mm below it (7.2.4 to 7.2.7)."""
    if not plan.red_head:
        return
    size = red_head_size(plan.red_head)
    pitch = size * layout.TABLE_LINE
    before = layout.points(layout.RED_HEAD_DROP) - (pitch - size) / 2
    spacing = element("spacing", before=twips(before), line=twips(pitch), lineRule="exact")
    yield paragraph("RedHead", text_run(plan.red_head, size=size), properties=[spacing])
    yield _number_over_rule(plan.document_number)


def _number_over_rule(number: str) -> BaseOxmlElement:
    """The number with the rule as its lower border; a border's distance is at most 31 pt, 4 mm is 11."""
    gap = layout.points(layout.RED_RULE_DROP) - (layout.PITCH - layout.BODY_SIZE) / 2
    rule = element(
        "bottom",
        val="single",
        sz=round(layout.RED_RULE_WIDTH * _EIGHTHS_PER_MM),
        space=round(gap),
        color=layout.RED,
    )
    before = element("spacing", before=twips(2 * layout.PITCH))
    return paragraph("DocumentNumber", text_run(number), properties=[element("pBdr", rule), before])


def imprint(found: Imprint) -> Iterator[BaseOxmlElement]:
    """Copies, printing unit and date between rules, at the foot of the page they end up on (7.4)."""
    lines = imprint_lines(found)
    rules = 3 if found.copy_to else 2
    height = (lines * layout.IMPRINT_PITCH + 2 * rules + 1) / layout.POINTS_PER_MM
    clear = layout.PITCH / 2 / layout.POINTS_PER_MM
    box = box_at_foot("版记", layout.PORTRAIT.text_width, height, _imprint_content(found), clear=clear)
    yield paragraph("Imprint", box, properties=[element("spacing", line=20, lineRule="exact")])


def _imprint_content(found: Imprint) -> Iterator[BaseOxmlElement]:
    one = twips(layout.SMALL_SIZE)
    yield _rule(layout.IMPRINT_THICK)
    if found.copy_to:
        sides = element("ind", left=4 * one, right=one, hanging=3 * one)
        yield paragraph("Imprint", text_run(copies_line(found)), properties=[sides])
        yield _rule(layout.IMPRINT_THIN)
    stop = element("tab", val="right", pos=twips(layout.points(layout.PORTRAIT.text_width)) - one)
    printed = f"{found.printed_by}\t{chinese_date(found.printed_on)}印发"
    properties = [element("tabs", stop), element("ind", left=one)]
    yield paragraph("Imprint", text_run(printed), properties=properties)
    yield _rule(layout.IMPRINT_THICK)


def _rule(thickness: float) -> BaseOxmlElement:
    """A rule over the whole width: a line of 2 pt with a border."""
    border = element("top", val="single", sz=round(thickness * _EIGHTHS_PER_MM), space=0, color="000000")
    line = element("spacing", line=40, lineRule="exact")
    return paragraph("Imprint", properties=[element("pBdr", border), line])

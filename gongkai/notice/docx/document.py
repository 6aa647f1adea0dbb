"""A plan → the bytes of a .docx."""

from docx.oxml.ns import qn

from gongkai.notice import layout
from gongkai.notice.docx import blocks, ends
from gongkai.notice.docx.annexes import add_annexes, closing_paragraph
from gongkai.notice.docx.blank import blank
from gongkai.notice.docx.constant import constant_bytes
from gongkai.notice.docx.sections import new_section, set_up
from gongkai.notice.plan import Plan


def render(plan: Plan) -> bytes:
    """The notice in the layout of GB/T 9704—2012; equal plans give equal bytes.

    Raises ValueError where a table row has not one cell for each column.
    """
    document = blank()
    set_up(document.sections[0], layout.PORTRAIT)
    body = document.element.body
    parts = (ends.red_head, blocks.opening, blocks.body, blocks.annex_list, blocks.signature)
    for part in parts:
        for block in part(plan):
            body.insert(len(body) - 1, block)
    page = add_annexes(document, plan)
    if plan.imprint is not None:
        if page is layout.LANDSCAPE:
            new_section(document, layout.PORTRAIT)
        for block in ends.imprint(plan.imprint):
            body.insert(len(body) - 1, block)
    if body[-2].tag == qn("w:tbl"):
        body.insert(len(body) - 1, closing_paragraph())
    return constant_bytes(document, plan)

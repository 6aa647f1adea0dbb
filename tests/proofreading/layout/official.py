"""A notice in the layout of the standard, written with python-docx, that a test spoils in one place."""

from collections.abc import Callable
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from gongkai.proofreading.hits import Hit
from gongkai.proofreading.layout.rules import check
from gongkai.sources.documents.docx_layout import layout

FANG, KAI, HEI, SONG, TITLE = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TEXT = "各单位要认真对照检查，逐项整改，确保各项工作任务按时完成并取得实效。"
Spoil = Callable[[Document], object]


def line(document: Document, text: str, font: str = FANG, size: float = 16, indent: float = 2) -> Paragraph:
    paragraph = document.add_paragraph()
    look = paragraph.paragraph_format
    look.line_spacing_rule, look.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(28.95)
    look.space_before = look.space_after = Pt(0)
    look.first_line_indent = Pt(size * indent)
    run = paragraph.add_run(text)
    dress(run, font, size)
    return paragraph


def dress(run: docx.text.run.Run, font: str, size: float) -> None:
    """Font and size of a run."""
    run.font.size, run.font.name = Pt(size), font
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)


def notice() -> Document:
    """Title, addressee, text with headings, list of annexes, signature, an annex with a table."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    document.settings.odd_and_even_pages_header_footer = True
    _number(section.footer.paragraphs[0], WD_ALIGN_PARAGRAPH.RIGHT)
    _number(section.even_page_footer.paragraphs[0], WD_ALIGN_PARAGRAPH.LEFT)
    line(document, "关于政务公开工作情况的通报", TITLE, 22, 0).alignment = WD_ALIGN_PARAGRAPH.CENTER
    line(document, "")
    line(document, "各镇人民政府，县政府各部门：", indent=0)
    line(document, TEXT)
    line(document, "一、总体情况", HEI)
    line(document, "（一）完成情况", KAI)
    line(document, "1.信息报送。" + TEXT)
    line(document, "（1）" + TEXT)
    line(document, "附件：1.完成情况统计表").paragraph_format.space_before = Pt(28.95)
    line(document, "2.问题清单", indent=5)
    line(document, "某某县人民政府办公室").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    line(document, "2022年8月9日").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    line(document, "附件1", HEI, indent=0).paragraph_format.page_break_before = True
    line(document, "完成情况统计表", TITLE, 22, 0).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_table(30, 3).rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {W}/>"))
    line(document, "抄送：县委办公室。", size=14, indent=1)
    return document


def _number(paragraph: Paragraph, side: WD_ALIGN_PARAGRAPH) -> None:
    paragraph.alignment = side
    field = parse_xml(f'<w:fldSimple {W} w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>')
    dress(paragraph.add_run("— "), SONG, 14)
    paragraph._p.append(field)
    dress(paragraph.add_run(" —"), SONG, 14)


def of(document: Document, text: str) -> Paragraph:
    """The first paragraph that begins so."""
    return next(one for one in document.paragraphs if one.text.startswith(text))


def content(document: Document) -> bytes:
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def hits(document: Document) -> list[Hit]:
    return list(check(layout(content(document))))

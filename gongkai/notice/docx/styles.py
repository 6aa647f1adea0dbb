"""The named styles of an official document: what a clerk restyles in one place.

Latin letters and digits are set in the same 仿宋 as the Chinese text, as offices print them: the
digits of 仿宋_GB2312 are half a character wide and stand well between characters.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement

from gongkai.notice import layout
from gongkai.notice.docx.xml import element, flag, twips

FANG, KAI, HEI, SONG, TITLE = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"


@dataclass(frozen=True)
class Style:
    """A paragraph style. Sizes in points, indents in body characters, spaces in lines of the page."""

    key: str
    name: str
    font: str = FANG
    size: float = layout.BODY_SIZE
    align: str = "both"
    first_line: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    pitch: float = layout.PITCH
    tracking: float = layout.TRACKING
    outline: int | None = None
    keep_next: bool = False
    new_page: bool = False
    color: str = ""


STYLES = (
    Style(
        "OfficialTitle", "公文标题", TITLE, layout.TITLE_SIZE, "center", after=1, tracking=0, keep_next=True
    ),
    Style("Addressee", "主送机关"),
    Style("OfficialBody", "公文正文", first_line=layout.PARAGRAPH_INDENT),
    Style("Heading1", "heading 1", HEI, first_line=layout.PARAGRAPH_INDENT, outline=0, keep_next=True),
    Style("Heading2", "heading 2", KAI, first_line=layout.PARAGRAPH_INDENT, outline=1, keep_next=True),
    Style("Heading3", "heading 3", first_line=layout.PARAGRAPH_INDENT, outline=2, keep_next=True),
    Style("AnnexList", "附件说明"),
    Style(
        "IssuingUnit", "发文机关署名", align="right", right=layout.SIGNATURE_RIGHT, before=1, keep_next=True
    ),
    Style("IssueDate", "成文日期", align="left"),
    Style("ContactNote", "附注", first_line=layout.PARAGRAPH_INDENT),
    Style("AnnexLabel", "附件序号", HEI, align="left", outline=0, new_page=True, keep_next=True, after=1),
    Style(
        "AnnexTitle", "附件标题", TITLE, layout.TITLE_SIZE, "center", tracking=0, after=0.5, keep_next=True
    ),
    Style("AnnexHeading", "附件副题", KAI, align="center", tracking=0, after=0.25, keep_next=True),
    Style("TableHeader", "表头", HEI, 12, "center", pitch=15, tracking=0, keep_next=True),
    Style("TableText", "表格文字", FANG, 12, "center", pitch=15, tracking=0),
    Style("TableNote", "表注", FANG, 12, "both", pitch=18, tracking=0),
    Style("RedHead", "发文机关标志", TITLE, 40, "center", tracking=0, color=layout.RED, keep_next=True),
    Style("DocumentNumber", "发文字号", align="center", keep_next=True),
    Style("Imprint", "版记", size=layout.SMALL_SIZE, pitch=layout.IMPRINT_PITCH, tracking=0),
    Style("PageNumber", "页码", SONG, layout.SMALL_SIZE, "left", pitch=18, tracking=0),
)


def defaults() -> BaseOxmlElement:
    """<w:docDefaults>: the body font and the language; a paragraph follows 公文正文's pitch."""
    run = element("rPr", *_run_properties(FANG, layout.BODY_SIZE, layout.TRACKING, ""), _language())
    return element("docDefaults", element("rPrDefault", run), element("pPrDefault", element("pPr")))


def normal() -> BaseOxmlElement:
    """The style every other one is based on: exact pitch, no widow control, no grid, 28 characters."""
    properties = element(
        "pPr",
        flag("widowControl", on=False),  # a page keeps its 22 lines
        flag("kinsoku"),
        # As Word does by itself. Said aloud because LibreOffice reads this switch the wrong way round: said,
        # it keeps punctuation inside the right edge; unsaid or off, it hangs it outside.
        flag("overflowPunct"),
        flag("snapToGrid", on=False),
        element("spacing", before=0, after=0, line=twips(layout.PITCH), lineRule="exact"),
        element("jc", val="both"),
    )
    return element(
        "style", element("name", val="Normal"), element("qFormat"), properties,
        type="paragraph", default=1, styleId="Normal",
    )  # fmt: skip


def style_element(style: Style) -> BaseOxmlElement:
    """The <w:style> of a named style."""
    return element(
        "style",
        element("name", val=style.name),
        element("basedOn", val="Normal"),
        element("qFormat"),
        element("pPr", *_paragraph_properties(style)),
        element("rPr", *_run_properties(style.font, style.size, style.tracking, style.color)),
        type="paragraph",
        **({} if style.name.startswith("heading") else {"customStyle": 1}),
        styleId=style.key,
    )


def _paragraph_properties(style: Style) -> Iterator[BaseOxmlElement]:
    if style.keep_next:
        yield flag("keepNext")
    if style.new_page:
        yield flag("pageBreakBefore")
    yield element(
        "spacing",
        before=twips(style.before * layout.PITCH),
        after=twips(style.after * layout.PITCH),
        line=twips(style.pitch),
        lineRule="exact",
    )
    if style.first_line or style.right:
        yield element("ind", **indent(first=style.first_line, right=style.right))
    yield element("jc", val=style.align)
    if style.outline is not None:
        yield element("outlineLvl", val=style.outline)


def indent(left: float = 0, first: float = 0, right: float = 0, hanging: float = 0) -> dict[str, object]:
    """Attributes of <w:ind> from characters. The indent of a first line is given in characters too, so
    that it follows the type size when a clerk changes it."""
    named = {"left": left, "right": right, "firstLine": first, "hanging": hanging}
    found: dict[str, object] = {key: twips(layout.characters(count)) for key, count in named.items() if count}
    if first:
        found["firstLineChars"] = round(first * 100)
    return found


def _run_properties(font: str, size: float, tracking: float, color: str) -> Iterator[BaseOxmlElement]:
    yield element("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font, hint="eastAsia")
    if color:
        yield element("color", val=color)
    yield element("spacing", val=twips(tracking))
    yield element("kern", val=0)
    yield element("sz", val=round(size * 2))
    yield element("szCs", val=round(size * 2))


def _language() -> BaseOxmlElement:
    return element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")

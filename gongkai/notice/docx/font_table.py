"""The table of fonts: what Word and WPS take where a government font is not installed.

Windows brings 仿宋 and 楷体 but not their _GB2312 forms; without the other name Word takes 宋体 for both.
"""

from xml.sax.saxutils import quoteattr

from docx.document import Document

from gongkai.notice.docx.styles import FANG, HEI, KAI, SONG, TITLE

OTHER_NAMES = {FANG: "仿宋", KAI: "楷体", HEI: "SimHei", SONG: "SimSun", TITLE: "华文中宋"}
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_GB2312 = "86"


def write_font_table(document: Document) -> None:
    """Put our fonts, each with its other name, in place of the template's."""
    fonts = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(other)}/>"
        f'<w:charset w:val="{_GB2312}"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for name, other in OTHER_NAMES.items()
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    content = f'{head}\n<w:fonts xmlns:w="{_NAMESPACE}">{fonts}</w:fonts>'
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/fontTable"):
            relation.target_part._blob = content.encode()

"""An empty document with the office's styles and settings, made once and copied for each notice."""

from functools import lru_cache
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn

from gongkai.notice.docx.font_table import write_font_table
from gongkai.notice.docx.styles import STYLES, defaults, normal, style_element
from gongkai.notice.docx.xml import element

_WORD = "http://schemas.microsoft.com/office/word"
_KEPT = {"TableNormal", "DefaultParagraphFont", "NoList"}


def blank() -> Document:
    """A document without a paragraph, ready to be filled."""
    return docx.Document(BytesIO(_blank_bytes()))


@lru_cache(maxsize=1)
def _blank_bytes() -> bytes:
    document = docx.Document()
    _restyle(document)
    _settle(document)
    _drop_thumbnail(document)
    write_font_table(document)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _restyle(document: Document) -> None:
    """The template's 160 English styles go, ours come."""
    styles = document.styles.element
    for child in list(styles):
        if child.tag != qn("w:style") or child.get(qn("w:styleId")) not in _KEPT:
            styles.remove(child)
    styles.insert(0, defaults())
    styles.insert(1, normal())
    styles.extend(style_element(style) for style in STYLES)


def _settle(document: Document) -> None:
    """Odd and even footers, no compressed punctuation (28 characters stay 28), no compatibility mode."""
    settings = document.settings.element
    for old in list(settings):
        settings.remove(old)
    mode = element("compatSetting", name="compatibilityMode", uri=_WORD, val=15)
    settings.extend(
        (
            element("zoom", percent=100),
            element("evenAndOddHeaders"),
            element("characterSpacingControl", val="doNotCompress"),
            element("compat", mode),
            element("themeFontLang", val="en-US", eastAsia="zh-CN"),
        )
    )


def _drop_thumbnail(document: Document) -> None:
    relations = document.part.package.rels
    for key, relation in list(relations.items()):
        if relation.reltype.endswith("/thumbnail"):
            relations.pop(key)

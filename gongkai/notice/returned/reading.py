"""What a .docx says: its paragraphs, tables, comments, and what stands outside the text.

Tracked changes are read as accepted; text that is hidden is not there. python-docx itself reads neither
insertions nor content controls, so the elements are walked here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from gongkai.notice.returned.cells import Rows, table_rows
from gongkai.notice.returned.package import opened
from gongkai.notice.returned.result import ReturnedError
from gongkai.notice.returned.runs import ends_in_next, text_of

LONGEST = 300_000
"""Characters of all paragraphs and cells; a notice has some 15,000."""

_REVISIONS = tuple(qn(f"w:{tag}") for tag in ("ins", "del", "moveFrom", "moveTo"))
_PICTURE_OF_OLD = "{urn:schemas-microsoft-com:vml}imagedata"
_OBJECTS = (qn("pic:pic"), qn("w:object"), qn("w:altChunk"), _PICTURE_OF_OLD)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARGINS = {
    RELATIONSHIP_TYPE.HEADER: "页眉",
    RELATIONSHIP_TYPE.FOOTER: "页脚",
    RELATIONSHIP_TYPE.FOOTNOTES: "脚注",
    RELATIONSHIP_TYPE.ENDNOTES: "尾注",
}
_PAGE_NUMBER = frozenset("0123456789—–-－·第页共 　\t\n")


@dataclass(frozen=True)
class Comment:
    """A comment: the paragraph it hangs on, and who says what."""

    paragraph: str
    text: str


@dataclass(frozen=True)
class Reading:
    """A document as read: paragraphs outside tables and tables, each in order; `revisions` and `objects`
    are how many; `margins` are (where, text) of what stands beside the text and is no page number."""

    paragraphs: tuple[str, ...]
    tables: tuple[Rows, ...]
    revisions: int
    objects: int
    comments: tuple[Comment, ...]
    margins: tuple[tuple[str, str], ...]


def read(content: bytes) -> Reading:
    """Read a .docx. Raises ReturnedError where it cannot be read or holds no text."""
    document = opened(content)
    body = document.element.body
    paragraphs: list[str] = []
    tables: list[Rows] = []
    for block in _blocks(body):
        if isinstance(block, str):
            paragraphs.append(block)
        else:
            tables.append(block)
    _check_length(paragraphs, tables)
    return Reading(
        tuple(paragraphs),
        tuple(tables),
        sum(1 for _ in body.iter(*_REVISIONS)),
        sum(1 for one in body.iter(*_OBJECTS) if not _in_fallback(one)),
        tuple(_comments(document)),
        tuple(_margins(document)),
    )


def _check_length(paragraphs: list[str], tables: list[Rows]) -> None:
    if not paragraphs and not tables:
        raise ReturnedError("文件中没有文字，请核对是否选错了文件")
    cells = sum(len(cell) for rows in tables for row in rows for cell in row)
    if sum(map(len, paragraphs)) + cells > LONGEST:
        raise ReturnedError(f"文件超过{LONGEST}字，不像是本期通报，请核对是否选错了文件")


def _blocks(parent: BaseOxmlElement) -> Iterator[str | Rows]:
    """Paragraphs with text and tables with rows, in order; what a text box holds follows its paragraph."""
    begun = ""
    for child in parent:
        if child.tag == qn("w:p"):
            begun += text_of(child)
            if ends_in_next(child):
                continue
            yield from _said(begun)
            begun = ""
            yield from _boxes(child)
        elif child.tag == qn("w:tbl"):
            yield from filter(None, (table_rows(child),))
        elif child.tag != qn("w:sectPr"):
            yield from _blocks(child)  # content controls and the like
    yield from _said(begun)


def _said(text: str) -> Iterator[str]:
    if text.strip():
        yield text


def _boxes(paragraph: BaseOxmlElement) -> Iterator[str | Rows]:
    for box in paragraph.iter(qn("w:txbxContent")):
        if not _in_fallback(box):
            yield from _blocks(box)


def _in_fallback(element: BaseOxmlElement) -> bool:
    """Whether an element is the copy of a drawing for programs older than 2010."""
    return next(element.iterancestors(_FALLBACK), None) is not None


def _comments(document: Document) -> Iterator[Comment]:
    places = {
        mark.get(qn("w:id")): text_of(paragraph)
        for paragraph in document.element.body.iter(qn("w:p"))
        for mark in paragraph.iter(qn("w:commentReference"))
    }
    for part in _parts(document, RELATIONSHIP_TYPE.COMMENTS):
        for comment in _root(part).iter(qn("w:comment")):
            said = "\n".join(text_of(paragraph) for paragraph in comment.iter(qn("w:p")))
            author = comment.get(qn("w:author"), "")
            yield Comment(places.get(comment.get(qn("w:id")), ""), f"{author}：{said}" if author else said)


def _margins(document: Document) -> Iterator[tuple[str, str]]:
    for kind, name in _MARGINS.items():
        for part in _parts(document, kind):
            for paragraph in _root(part).iter(qn("w:p")):
                text = text_of(paragraph).strip()
                if not set(text) <= _PAGE_NUMBER:
                    yield name, text


def _parts(document: Document, kind: str) -> Iterator[Part]:
    for relation in document.part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            yield relation.target_part


def _root(part: Part) -> BaseOxmlElement:
    """The element of a part, whether python-docx knows its kind or not."""
    known = getattr(part, "element", None)
    root: BaseOxmlElement = parse_xml(part.blob) if known is None else known
    return root

"""Any document → its text with places. The one door: what the file is, its content decides."""

from typing import NamedTuple

from gongkai.proofreading.document import Document, Piece
from gongkai.sources.documents.broken_numbers import joined
from gongkai.sources.documents.docx import Docx
from gongkai.sources.documents.faults import DocumentError, too_much
from gongkai.sources.documents.html import Html
from gongkai.sources.documents.kinds import Kind, kind
from gongkai.sources.documents.limits import DEEPEST_EMBEDDED, MOST_EMBEDDED
from gongkai.sources.documents.markdown import Markdown
from gongkai.sources.documents.opened import Opened, file_name
from gongkai.sources.documents.package import Package
from gongkai.sources.documents.pdf import Pdf
from gongkai.sources.documents.text import Text
from gongkai.sources.documents.xlsx import Xlsx

_MARKDOWN = (".md", ".markdown")


class Embedded(NamedTuple):
    """The pieces of the documents inside a document, and what of its files nobody here can read: an old format, a
    drawing, an archive, a document inside a document inside a document."""

    pieces: list[Piece]
    unreadable: list[str]


def read(name: str, content: bytes) -> Document:
    """The document in `content`; `name` is what the file is called, and is read as well.

    Pieces stand in reading order, the name of the file last. Documents put into a document are read as well.
    Raises DocumentError, in words for whoever handed the file in: empty, too large, locked, damaged,
    malicious, a picture, an archive, an old format, a scan without text.
    """
    try:
        opened = open_document(content, name)
        return document(name, opened, embedded(opened))
    except DocumentError as error:
        raise error.of(name) from error


def open_document(content: bytes, name: str = "") -> Opened:
    """The reader of a document's kind, opened; only its name tells that a text is Markdown. Raises DocumentError
    without the name of the file."""
    found = kind(content)
    if found is Kind.DOCX:
        return Docx(Package(content))
    if found is Kind.XLSX:
        return Xlsx(Package(content))
    if found is Kind.PDF:
        return Pdf(content)
    if found is Kind.HTML:
        return Html(content)
    return Markdown(content) if name.lower().endswith(_MARKDOWN) else Text(content)


def document(name: str, opened: Opened, inside: Embedded) -> Document:
    """What was opened, what is embedded in it, and its name as one document."""
    pieces = map(joined, (*opened.pieces, *inside.pieces, file_name(name)))
    return Document(name, tuple(pieces), tuple(opened.tables))


def embedded(outermost: Opened) -> Embedded:
    """The documents that lie inside one, and inside those, down to a few levels. Raises DocumentError for too many
    of them."""
    found = Embedded([], [])
    waiting, opened = [("", outermost)], 0
    while waiting:
        above, outer = waiting.pop()
        for number, content in enumerate(outer.inside(), start=1):
            opened += 1
            if opened > MOST_EMBEDDED:
                raise too_much(f"内嵌文件超过{MOST_EMBEDDED}个")
            where = f"{above}内嵌文件{number}·"
            inner = _readable(content) if where.count("·") <= DEEPEST_EMBEDDED else None
            if inner is None:
                found.unreadable.append(where.rstrip("·"))
                continue
            found.pieces.extend(one._replace(where=where + one.where) for one in inner.pieces)
            waiting.append((where, inner))
    return found


def _readable(content: bytes) -> Opened | None:
    try:
        return open_document(content)
    except DocumentError:
        return None

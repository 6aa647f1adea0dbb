"""Any document → its text with places. The one door: what the file is, its content decides."""

from collections.abc import Iterator
from typing import NamedTuple

from gongkai.proofreading.document import Document, Piece
from gongkai.sources.documents.docx import Docx
from gongkai.sources.documents.faults import DocumentError, too_much
from gongkai.sources.documents.html import Html
from gongkai.sources.documents.kinds import Kind, kind
from gongkai.sources.documents.limits import DEEPEST_EMBEDDED, MOST_EMBEDDED
from gongkai.sources.documents.opened import Opened, file_name
from gongkai.sources.documents.package import WORD, Package
from gongkai.sources.documents.pdf import Pdf
from gongkai.sources.documents.text import Text
from gongkai.sources.documents.xlsx import Xlsx

_EMBEDDED = "/embeddings/"
_ZIP = b"PK\x03\x04"


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
        return document(name, open_document(content), embedded(content))
    except DocumentError as error:
        raise error.of(name) from error


def open_document(content: bytes) -> Opened:
    """The reader of a document's kind, opened. Raises DocumentError without the name of the file."""
    found = kind(content)
    if found is Kind.DOCX:
        return Docx(Package(content))
    if found is Kind.XLSX:
        return Xlsx(Package(content))
    if found is Kind.PDF:
        return Pdf(content)
    return Html(content) if found is Kind.HTML else Text(content)


def document(name: str, opened: Opened, inside: Embedded) -> Document:
    """What was opened, what is embedded in it, and its name as one document."""
    return Document(name, (*opened.pieces, *inside.pieces, file_name(name)), tuple(opened.tables))


def embedded(content: bytes) -> Embedded:
    """The documents that lie inside a .docx or .xlsx, and inside those, down to a few levels. Raises DocumentError
    for too many of them."""
    found = Embedded([], [])
    waiting, opened = [("", content)], 0
    while waiting:
        above, outer = waiting.pop()
        for number, inner in enumerate(_inside(outer), start=1):
            opened += 1
            if opened > MOST_EMBEDDED:
                raise too_much(f"内嵌文件超过{MOST_EMBEDDED}个")
            where = f"{above}嵌入文件{number}·"
            if where.count("·") > DEEPEST_EMBEDDED or not _take(found, where, inner):
                found.unreadable.append(where.rstrip("·"))
            else:
                waiting.append((where, inner))
    return found


def _take(found: Embedded, where: str, inner: bytes) -> bool:
    """Keep the pieces of an embedded file; False where it cannot be read."""
    try:
        pieces = open_document(inner).pieces
    except DocumentError:
        return False
    found.pieces.extend(one._replace(where=where + one.where) for one in pieces)
    return True


def _inside(content: bytes) -> Iterator[bytes]:
    """The files that lie in a package: those put in, and those that Word shows as a part of its text."""
    if not content.startswith(_ZIP):
        return
    package = Package(content)
    chunks = {one.target for one in package.relations(package.main(WORD)) if one.kind == "aFChunk"}
    for part in sorted(package.names):
        if _EMBEDDED in part or part in chunks:
            yield package.read(part)

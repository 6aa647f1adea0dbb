"""Any document → its text with places. The one door: what the file is, its content decides."""

from gongkai.proofreading.document import Document, Piece
from gongkai.sources.documents.docx import Docx
from gongkai.sources.documents.faults import DocumentError, too_much
from gongkai.sources.documents.html import Html
from gongkai.sources.documents.kinds import Kind, kind
from gongkai.sources.documents.limits import MOST_EMBEDDED
from gongkai.sources.documents.opened import Opened, file_name
from gongkai.sources.documents.package import SHEETS, WORD, Package
from gongkai.sources.documents.pdf import Pdf
from gongkai.sources.documents.text import Text
from gongkai.sources.documents.xlsx import Xlsx

_EMBEDDED = "/embeddings/"
_ZIP = b"PK\x03\x04"


def read(name: str, content: bytes) -> Document:
    """The document in `content`; `name` is what the file is called, and is read as well.

    Pieces stand in reading order, the name of the file last. Documents put into a document are read one level
    deep. Raises DocumentError, in words for whoever handed the file in: empty, too large, locked, damaged,
    malicious, a picture, an archive, an old format, a scan without text.
    """
    try:
        return document(name, content, open_document(content))
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


def document(name: str, content: bytes, opened: Opened) -> Document:
    """What was opened, what is embedded in it, and its name as one document."""
    inside = embedded(content) if content.startswith(_ZIP) else []
    return Document(name, (*opened.pieces, *inside, file_name(name)), tuple(opened.tables))


def embedded(content: bytes) -> list[Piece]:
    """The pieces of documents that lie inside a .docx or .xlsx."""
    package = Package(content)
    found: list[Piece] = []
    parts = sorted(one for one in package.names if _EMBEDDED in one)
    if len(parts) > MOST_EMBEDDED:
        raise too_much(f"内嵌{len(parts)}个文件，上限{MOST_EMBEDDED}个")
    for number, part in enumerate(parts, start=1):
        inner = package.read(part)
        if inner.startswith(_ZIP) and _is_document(inner):
            pieces = open_document(inner).pieces
            found.extend(one._replace(where=f"嵌入文件{number}·{one.where}") for one in pieces)
    return found


def _is_document(content: bytes) -> bool:
    package = Package(content)
    return bool(package.main(WORD) or package.main(SHEETS))

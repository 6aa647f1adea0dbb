"""Documents made in a test, each as small as what it shows."""

import re
import tempfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import typst
from docx.document import Document as Word
from docx.oxml import parse_xml

from gongkai.notice.fonts import PACKAGED
from gongkai.proofreading.document import Document, Part

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PHONE = re.compile(r"1\d{2}\d{4}(\d{4})")


def saved(document: Word) -> bytes:
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def word(*paragraphs: str) -> Word:
    """A text with these paragraphs; one that begins with < is the XML of the paragraph's content."""
    document = docx.Document()
    for text in paragraphs:
        if text.startswith("<"):
            document.element.body.insert(-1, parse_xml(f"<w:p {W}>{text}</w:p>"))
        else:
            document.add_paragraph(text)
    return document


def run(text: str, properties: str = "", kind: str = "t") -> str:
    """The XML of a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{kind} xml:space="preserve">{text}</w:{kind}></w:r>'


def pdf(source: str) -> bytes:
    """A page set by typst."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.typ"
        path.write_text(
            '#set page("a4", margin: 3cm)\n#set text(font: "Noto Sans CJK SC", size: 16pt, lang: "zh")\n'
            f"#set par(first-line-indent: (amount: 2em, all: true))\n{source}",
            "utf-8",
        )
        return bytes(typst.compile(path, font_paths=[str(PACKAGED)]))


def with_parts(content: bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """The package with parts put in or in the place of others."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w", ZIP_DEFLATED) as written:
        for member in source.namelist():
            if member not in parts:
                written.writestr(member, source.read(member))
        for name, part in parts.items():
            written.writestr(name, part)
    return target.getvalue()


def part(content: bytes, name: str) -> str:
    """A part of a package as text."""
    with ZipFile(BytesIO(content)) as source:
        return source.read(name).decode("utf-8")


def texts(document: Document, kind: Part) -> list[str]:
    return [piece.text for piece in document.pieces if piece.part is kind]


def places(document: Document) -> dict[str, str]:
    """Where → what."""
    return {piece.where: piece.text for piece in document.pieces}


def phones(document: Document) -> dict[int, str]:
    """A mask that hides the middle of every mobile number."""
    return {
        place: _PHONE.sub(lambda found: f"{found.group()[:3]}****{found.group(1)}", piece.text)
        for place, piece in enumerate(document.pieces)
        if _PHONE.search(piece.text)
    }

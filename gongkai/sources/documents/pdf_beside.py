"""What a PDF keeps beside its pages: properties, the metadata packet, bookmarks, names of attached files, scripts."""

import re
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from gongkai.proofreading.document import Part, Piece
from gongkai.sources.documents import xml
from gongkai.sources.documents.faults import DocumentError
from gongkai.sources.documents.pdf_strings import wide

MOST_BOOKMARKS = 20_000
MOST_PACKETS = 200
MOST_SCRIPTS = 1_000
LARGEST_PACKET = 1 << 20
_PROPERTIES = {
    "Title": "标题",
    "Author": "作者",
    "Subject": "主题",
    "Keywords": "关键词",
    "Company": "单位",
    "Manager": "主管",
    "Category": "类别",
    "Comments": "备注",
    "SourceFile": "源文件",
}
_OF_PROGRAMS = (
    "about format CreateDate ModifyDate MetadataDate CreatorTool Producer DocumentID InstanceID OriginalDocumentID "
    "VersionID RenditionClass part conformance PDFVersion Trapped xmptk lang when instanceID documentID softwareAgent "
    "changed action parameters parseType"
)
_TECHNICAL = frozenset(_OF_PROGRAMS.split())
_WORDS = re.compile(r"[\u3400-\u9fff]|\S{6}")
"""What is shorter names nobody: a language, a count."""
_OPENED, _CLOSED = b"<x:xmpmeta", b"</x:xmpmeta>"
_STREAM = re.compile(
    rb"/Type\s*/Metadata\b[^>]{0,300}>>\s*stream\r?\n|/Metadata\s*/Type\b[^>]{0,300}>>\s*stream\r?\n"
)


def properties(document: pdfium.PdfDocument, content: bytes) -> Iterator[Piece]:
    """Properties of the file, and what the metadata packet says besides. `content` is the file."""
    told = set()
    for key, label in _PROPERTIES.items():
        text = document.get_metadata_value(key)
        if text.strip():
            told.add(text.strip())
            yield Piece(Part.PROPERTY, f"文件属性：{label}", text)
    for text in dict.fromkeys(_described(content)):
        if text not in told and _WORDS.search(text):
            yield Piece(Part.HIDDEN, "文件属性：元数据", text)


def bookmarks(document: pdfium.PdfDocument) -> Iterator[Piece]:
    """The outline. It repeats the headings, so that only personal data counts in it."""
    for place, one in enumerate(islice(document.get_toc(), MOST_BOOKMARKS), start=1):
        title = wide(raw.FPDFBookmark_GetTitle, one.raw)
        if title.strip():
            yield Piece(Part.HIDDEN, f"书签{place}", title)


def scripts(document: pdfium.PdfDocument) -> Iterator[Piece]:
    """Scripts of the document: a form may carry its list of people in one."""
    for place in range(min(raw.FPDFDoc_GetJavaScriptActionCount(document), MOST_SCRIPTS)):
        one = raw.FPDFDoc_GetJavaScriptAction(document, place)
        if not one:
            continue
        text = wide(raw.FPDFJavaScriptAction_GetScript, one)
        raw.FPDFDoc_CloseJavaScriptAction(one)
        if text.strip():
            yield Piece(Part.HIDDEN, f"文件脚本{place + 1}", text)


def _described(content: bytes) -> Iterator[str]:
    for packet in islice(_packets(content), MOST_PACKETS):
        try:
            root = xml.parsed(packet)
        except DocumentError:  # a broken packet hides nothing from who opens the file in an editor
            yield re.sub(rb"<[^<>]{0,500}>", b" ", packet).decode("utf-8", "replace").strip()
            continue
        yield from _said(root)


def _said(root: Any) -> Iterator[str]:
    for element in root.iter("*"):
        if xml.local(element) not in _TECHNICAL and (element.text or "").strip():
            yield element.text.strip()
        for key, text in element.attrib.items():
            if key.rpartition("}")[2] not in _TECHNICAL and text.strip():
                yield text.strip()


def _packets(content: bytes) -> Iterator[bytes]:
    """Metadata packets: most are written to be found by looking through the file; some are compressed."""
    at = content.find(_OPENED)
    while at >= 0:
        end = content.find(_CLOSED, at, at + LARGEST_PACKET)
        if end >= 0:
            yield content[at : end + len(_CLOSED)]
        at = content.find(_OPENED, at + 1)
    for stream in _STREAM.finditer(content):
        if b"FlateDecode" in content[max(stream.start() - 300, 0) : stream.end()]:
            yield from _unpacked(content[stream.end() : stream.end() + LARGEST_PACKET])


def _unpacked(stream: bytes) -> Iterator[bytes]:
    try:
        packet = zlib.decompressobj().decompress(stream, LARGEST_PACKET)
    except zlib.error:
        return
    at, end = packet.find(_OPENED), packet.rfind(_CLOSED)
    if 0 <= at < end:
        yield packet[at : end + len(_CLOSED)]

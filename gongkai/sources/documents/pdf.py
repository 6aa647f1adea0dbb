"""The text layer of a PDF → paragraphs by page. What is only a picture has no text, and is refused as a scan."""

from collections.abc import Iterator, Mapping

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from gongkai.proofreading.document import Part, Piece, Table
from gongkai.sources.documents.faults import DocumentError, damaged, locked, too_much
from gongkai.sources.documents.limits import MOST_PAGES, MOST_PIECES
from gongkai.sources.documents.pdf_lines import Line, lines, paragraphs

_PROPERTIES = {"Title": "标题", "Author": "作者", "Subject": "主题", "Keywords": "关键词"}


class Pdf:
    """Raises DocumentError when it is damaged, locked, too long, or has no text."""

    def __init__(self, content: bytes) -> None:
        document = _opened(content)
        try:
            if len(document) > MOST_PAGES:
                raise too_much(f"{len(document)}页，上限{MOST_PAGES}页")
            self._pieces = _text(document)
            if not self._pieces and len(document):
                raise DocumentError(
                    "没有文字层，是扫描件或图片", "请提供由 Word、WPS 直接导出的 PDF，或先作文字识别后重试"
                )
            self._pieces.extend(_properties(document))
        except pdfium.PdfiumError as error:
            raise damaged() from error
        finally:
            document.close()

    @property
    def pieces(self) -> list[Piece]:
        return self._pieces

    @property
    def tables(self) -> list[Table]:
        return []

    def saved(self, texts: Mapping[int, str]) -> bytes:
        """Raises DocumentError: letters of a PDF cannot be replaced without leaving the old ones behind."""
        raise DocumentError("是 PDF，不能直接脱敏", "请在生成它的 .docx 或 .xlsx 中脱敏，再重新导出 PDF")


def _opened(content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise locked() from error
        raise damaged() from error


def _text(document: pdfium.PdfDocument) -> list[Piece]:
    read: list[Line] = []
    for number in range(len(document)):
        page = document[number]
        read.extend(lines(page, number + 1))
        page.close()
        if len(read) > MOST_PIECES:
            raise too_much(f"超过{MOST_PIECES // 10_000}万行")
    return list(paragraphs(read))


def _properties(document: pdfium.PdfDocument) -> Iterator[Piece]:
    for key, label in _PROPERTIES.items():
        text = document.get_metadata_value(key)
        if text.strip():
            yield Piece(Part.PROPERTY, f"文件属性：{label}", text)

"""The text layer of a PDF → paragraphs by page. What is only a picture has no text, and is refused as a scan."""

from collections.abc import Iterator, Mapping
from itertools import chain

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from gongkai.proofreading.document import Piece, Table
from gongkai.sources.containers import MEGABYTE
from gongkai.sources.documents import pdf_attached, pdf_beside
from gongkai.sources.documents.faults import DocumentError, damaged, locked, too_much
from gongkai.sources.documents.limits import MOST_ANNOTATIONS, MOST_EMBEDDED, MOST_PAGES, MOST_PIECES
from gongkai.sources.documents.package import LARGEST_UNPACKED
from gongkai.sources.documents.pdf_annotations import annotations
from gongkai.sources.documents.pdf_attached import Attached
from gongkai.sources.documents.pdf_described import descriptions
from gongkai.sources.documents.pdf_lines import Line, lines, paragraphs

MOST_DESCRIBED = 200
"""Pages whose pictures are asked for their descriptions."""
_WALKED = 200 * MEGABYTE
"""The library walks the structure of the whole file for each page: the larger the file, the fewer pages."""
_IMAGES = (raw.FPDF_PAGEOBJ_IMAGE,)


class Pdf:
    """Raises DocumentError when it is damaged, locked, too long, or has no text."""

    pieces: list[Piece]

    def __init__(self, content: bytes) -> None:
        document = _opened(content)
        self._read: list[Line] = []
        self._laid_over: list[Piece] = []
        self._attached: list[Attached] = []
        self._annotations = 0
        self._described = min(MOST_DESCRIBED, _WALKED // len(content))
        try:
            if len(document) > MOST_PAGES:
                raise too_much(f"{len(document)}页，上限{MOST_PAGES}页")
            document.init_forms()
            self._attach(pdf_attached.of_document(document))
            for number in range(len(document)):
                self._page(document, number)
            if not self._read and len(document):
                raise DocumentError(
                    "没有文字层，是扫描件或图片", "请提供由 Word、WPS 直接导出的 PDF，或先作文字识别后重试"
                )
            self.pieces = [*paragraphs(self._read), *self._laid_over, *self._beside(document, content)]
        except pdfium.PdfiumError as error:
            raise damaged() from error
        finally:
            document.close()

    @property
    def tables(self) -> list[Table]:
        return []

    def saved(self, texts: Mapping[int, str]) -> bytes:
        """Raises DocumentError: letters of a PDF cannot be replaced without leaving the old ones behind."""
        raise DocumentError("是 PDF，不能直接脱敏", "请在生成它的 .docx 或 .xlsx 中脱敏，再重新导出 PDF")

    def inside(self) -> Iterator[bytes]:
        """The files that lie in it."""
        return (one.content for one in self._attached)

    def _page(self, document: pdfium.PdfDocument, number: int) -> None:
        page = document[number]
        read = list(lines(page, number + 1))
        self._read.extend(read)
        self._annotations += raw.FPDFPage_GetAnnotCount(page)
        if self._annotations > MOST_ANNOTATIONS:
            raise too_much(f"批注和表单超过{MOST_ANNOTATIONS // 10_000}万处")
        self._laid_over.extend(annotations(document, page, number + 1))
        if self._described and next(page.get_objects(_IMAGES), None):
            self._described -= 1
            self._laid_over.extend(descriptions(page, number + 1, read))
        self._attach(pdf_attached.of_page(page))
        page.close()
        if len(self._read) + len(self._laid_over) > MOST_PIECES:
            raise too_much(f"超过{MOST_PIECES // 10_000}万行")

    def _attach(self, files: Iterator[Attached]) -> None:
        for one in files:
            self._attached.append(one)
            if sum(len(each.content) for each in self._attached) > LARGEST_UNPACKED:
                raise too_much(f"内嵌文件合计超过 {LARGEST_UNPACKED // 1024 // 1024} MB")
            if len(self._attached) > MOST_EMBEDDED:
                raise too_much(f"内嵌文件超过{MOST_EMBEDDED}个")

    def _beside(self, document: pdfium.PdfDocument, content: bytes) -> Iterator[Piece]:
        return chain(
            pdf_beside.bookmarks(document),
            pdf_beside.scripts(document),
            pdf_attached.names(self._attached),
            pdf_beside.properties(document, content),
        )


def images(content: bytes) -> int:
    """How many pictures stand on the pages. Raises DocumentError as reading does."""
    document = _opened(content)
    try:
        return sum(len(list(page.get_objects(_IMAGES))) for page in document)
    except pdfium.PdfiumError as error:
        raise damaged() from error
    finally:
        document.close()


def _opened(content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise locked() from error
        raise damaged() from error

"""What the structure of a tagged PDF says in the place of pictures and letters: it is read out, and copied."""

from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from gongkai.proofreading.document import Part, Piece
from gongkai.sources.documents.pdf_lines import Line
from gongkai.sources.documents.pdf_strings import wide

MOST_ELEMENTS = 50_000
_SAID = {
    "图片说明": raw.FPDF_StructElement_GetAltText,
    "替代文字": raw.FPDF_StructElement_GetActualText,
    "结构标题": raw.FPDF_StructElement_GetTitle,
}


def descriptions(page: pdfium.PdfPage, number: int, read: Sequence[Line]) -> Iterator[Piece]:
    """The words of a page's structure that are not on the page as well. `read` are its lines."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    seen = "\n".join(line.text for line in read)
    try:
        for element in _elements(tree):
            for label, ask in _SAID.items():
                text = wide(ask, element)
                if text.strip() and text.strip() not in seen:
                    yield Piece(Part.HIDDEN, f"第{number}页{label}", text)
    finally:
        raw.FPDF_StructTree_Close(tree)


def _elements(tree: Any) -> Iterator[Any]:
    """Without recursion, and no more than a page can hold: a broken tree may bite its tail."""
    waiting = [
        raw.FPDF_StructTree_GetChildAtIndex(tree, place)
        for place in range(min(raw.FPDF_StructTree_CountChildren(tree), MOST_ELEMENTS))
    ]
    given = 0
    while waiting and given < MOST_ELEMENTS:
        element = waiting.pop()
        if not element:
            continue
        given += 1
        yield element
        count = min(raw.FPDF_StructElement_CountChildren(element), MOST_ELEMENTS)
        waiting.extend(
            raw.FPDF_StructElement_GetChildAtIndex(element, place) for place in reversed(range(count))
        )

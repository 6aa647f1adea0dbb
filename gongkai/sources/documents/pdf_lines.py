"""The lines of a PDF page, and which of them make one paragraph: a PDF knows neither, only letters in places."""

import re
import statistics
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from gongkai.proofreading.document import Part, Piece

_GAP = 0.45  # of the type size: as wide as programs leave between Chinese and Latin letters
_COLUMN = 1.6  # of the type size: wider gaps part the columns of a table
_FULL = 2.2  # characters: a line that ends this near to the right edge goes on, punctuation may not begin one
_FLUSH = 0.7  # characters: a line that begins this near to the left edge begins no paragraph
_ALONE = re.compile(r"[—\-–－·•\s]*\d{1,4}[—\-–－·•\s]*|第\s*\d+\s*页(?:[，,/\s]*共\s*\d+\s*页)?")
_BREAKS = frozenset("\r\n")


class Line(NamedTuple):
    """A line of a page. Places in points from the left edge; `size` is about the height of its letters, 0 where the
    places are not known; `columns` tells that it has wide gaps inside."""

    page: int
    number: int
    text: str
    left: float = 0.0
    right: float = 0.0
    size: float = 0.0
    columns: bool = False


class _Letter(NamedTuple):
    text: str
    left: float
    right: float
    height: float


def lines(page: pdfium.PdfPage, number: int) -> Iterator[Line]:
    """The lines of a page that are not blank, from top to bottom as the file has them."""
    layer = page.get_textpage()
    text, count = layer.get_text_range(), layer.count_chars()
    if len(text) != count:  # letters outside the basic plane: their places are not told one by one
        found = [Line(number, 0, line) for line in text.splitlines()]
    else:
        found = [_line(number, letters) for letters in _split(layer, text)]
    layer.close()
    kept = (line for line in found if line.text.strip())
    yield from (line._replace(number=place) for place, line in enumerate(kept, start=1))


def paragraphs(read: Sequence[Line]) -> Iterator[Piece]:
    """Lines put together where one goes on in the next; a piece is named after its first line. A line that is only
    the number of the page is a footer."""
    told = [line for line in read if not _ALONE.fullmatch(line.text.strip())]
    edges = _edges(told)
    whole: list[Line] = []
    for line in told:
        if whole and not _goes_on(whole[-1], line, edges):
            yield _piece(whole)
            whole = []
        whole.append(line)
    if whole:
        yield _piece(whole)
    for line in read:
        if _ALONE.fullmatch(line.text.strip()):
            yield Piece(Part.FOOTER, f"第{line.page}页第{line.number}行", line.text.strip())


def _split(layer: pdfium.PdfTextPage, text: str) -> Iterator[list[_Letter]]:
    letters: list[_Letter] = []
    for place, letter in enumerate(text):
        if letter in _BREAKS:
            yield letters
            letters = []
            continue
        left, bottom, right, top = layer.get_charbox(place)
        letters.append(_Letter(letter, left, right, top - bottom))
    yield letters


def _line(page: int, letters: list[_Letter]) -> Line:
    seen = [letter for letter in letters if not letter.text.isspace()]
    if not seen:
        return Line(page, 0, "")
    size = (
        max(statistics.quantiles([letter.height for letter in seen], n=4)[-1], 1.0) if len(seen) > 1 else 1.0
    )
    text, columns = seen[0].text, False
    spaced = _spaced(letters)
    for place, (one, other) in enumerate(pairwise(seen)):
        gap = other.left - one.right
        if gap > _COLUMN * size:
            text, columns = text + "\t", True
        elif place in spaced and (gap > _GAP * size or (one.text.isascii() and other.text.isascii())):
            text += " "
        text += other.text
    return Line(page, 0, text, seen[0].left, seen[-1].right, size, columns)


def _spaced(letters: list[_Letter]) -> set[int]:
    """After which of the letters seen, counted without spaces, a space stands."""
    found, seen = set(), -1
    for letter in letters:
        if letter.text.isspace():
            found.add(seen)
        else:
            seen += 1
    return found


def _edges(read: Sequence[Line]) -> dict[int, tuple[float, float]]:
    """Page → the left and right edge of its text."""
    found: dict[int, tuple[float, float]] = {}
    for line in read:
        if line.size:
            left, right = found.get(line.page, (line.left, line.right))
            found[line.page] = (min(left, line.left), max(right, line.right))
    return found


def _goes_on(line: Line, following: Line, edges: dict[int, tuple[float, float]]) -> bool:
    """Whether `following` is the same paragraph: the line is full, the next is not indented, both are plain text
    of one size."""
    if not line.size or not following.size or line.columns or following.columns:
        return False
    if abs(line.size - following.size) > line.size / 5 or following.page > line.page + 1:
        return False
    right, left = edges[line.page][1], edges[following.page][0]
    return line.right > right - _FULL * line.size and following.left < left + _FLUSH * line.size


def _piece(whole: Sequence[Line]) -> Piece:
    text = whole[0].text
    for line in whole[1:]:
        latin = text[-1:].isascii() and text[-1:].isalpha() and line.text[:1].isascii()
        text += (" " if latin else "") + line.text
    return Piece(Part.BODY, f"第{whole[0].page}页第{whole[0].number}行", text)

"""What a .docx says of its layout, as plain numbers: read elsewhere, judged here.

Lengths on the page in millimetres, type in points, indents in characters (字) of the paragraph's own size.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Face(NamedTuple):
    """A stretch of letters of one look. `font` is that of Chinese characters, `latin` that of Latin ones."""

    text: str
    font: str
    latin: str
    size: float
    bold: bool = False
    color: str = ""


class Pitch(StrEnum):
    """How the height of a line is given."""

    EXACT = "固定值"
    LEAST = "最小值"
    MULTIPLE = "倍数"
    GRID = "文档网格"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the body outside tables. `piece` is its place in the document's pieces, -1 where it is blank.
    `pitch` is in points, or in lines where `rule` is MULTIPLE; `before` and `after` are in points. `outline` counts
    from 0, None for body text. `new_page` tells that it begins a page."""

    piece: int
    text: str
    style: str = ""
    faces: tuple[Face, ...] = ()
    align: str = "both"
    first_line: float = 0.0
    left: float = 0.0
    right: float = 0.0
    pitch: float = 1.0
    rule: Pitch = Pitch.MULTIPLE
    before: float = 0.0
    after: float = 0.0
    outline: int | None = None
    new_page: bool = False
    section: int = 0

    @property
    def font(self) -> str:
        """The font of most of its Chinese characters, "" where there are none."""
        counted: dict[str, int] = {}
        for face in self.faces:
            counted[face.font] = counted.get(face.font, 0) + _chinese(face.text)
        counted = {font: count for font, count in counted.items() if count}
        return max(counted, key=lambda font: counted[font], default="")

    @property
    def size(self) -> float:
        """The size most of its letters have, 0 where there are none."""
        counted: dict[float, int] = {}
        for face in self.faces:
            counted[face.size] = counted.get(face.size, 0) + len(face.text.strip())
        counted = {size: count for size, count in counted.items() if count}
        return max(counted, key=lambda size: counted[size], default=0.0)

    @property
    def indent(self) -> float:
        """How far the first line begins from the left edge, full-width spaces counted."""
        spaces = len(self.text) - len(self.text.lstrip("\u3000"))
        halves = len(self.text[spaces:]) - len(self.text[spaces:].lstrip(" \xa0"))
        return self.left + self.first_line + spaces + halves / 2


def _chinese(text: str) -> int:
    return sum("\u3400" <= letter <= "\u9fff" for letter in text)


class PageNumber(NamedTuple):
    """A number in a footer. `pages` is default (odd), even or first; `form` the text around it with 1 for the
    number: — 1 —."""

    pages: str
    form: str
    font: str
    size: float
    align: str


@dataclass(frozen=True)
class Section:
    """A page and its margins. `sides` tells that odd and even pages have footers of their own."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    grid: str = ""
    numbers: tuple[PageNumber, ...] = ()
    sides: bool = False

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right


class Grid(NamedTuple):
    """A table: the piece of its first cell, its rows, whether its head repeats on every page, its width in mm (0 where
    it is not given), the section it stands in."""

    piece: int
    rows: int
    repeats: bool
    width: float = 0.0
    section: int = 0


@dataclass(frozen=True)
class Layout:
    """All of a document's layout. Paragraphs in order, blank ones among them."""

    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    tables: tuple[Grid, ...] = ()

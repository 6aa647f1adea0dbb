"""A .md → a piece a line, without marks of emphasis, escapes and tags; addresses of links apart."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gongkai.proofreading.document import Part, Piece, Table
from gongkai.sources.documents import markdown_marks
from gongkai.sources.documents.edits import replace
from gongkai.sources.documents.markdown_marks import Stretch
from gongkai.sources.documents.places import Fragment, Traced
from gongkai.sources.documents.text import Text, bare


@dataclass(eq=False, slots=True)
class _LineSlot:
    """A line with its end."""

    text: str

    def read(self) -> str:
        return self.text

    def write(self, text: str) -> None:
        self.text = text


class Markdown:
    """Raises DocumentError as a text does. What is written between marks is searched as it is seen, and replaced
    between them."""

    def __init__(self, content: bytes) -> None:
        self._text = Text(content)
        self.pieces: list[Piece] = []
        self._lines: list[int] = []
        """Of each piece the place of its line; the pieces of a line follow each other."""
        for place, line in enumerate(self._text.lines):
            if line.strip():
                found = _pieces(line, f"第{place + 1}行")
                self.pieces += found
                self._lines += [place] * len(found)

    @property
    def tables(self) -> list[Table]:
        return []

    def inside(self) -> tuple[bytes, ...]:
        """No files."""
        return ()

    def saved(self, texts: Mapping[int, str]) -> bytes:
        """The text with each named piece reading as given; its marks stay."""
        lines = list(self._text.lines)
        slots = {place: _LineSlot(lines[place]) for place in {self._lines[piece] for piece in texts}}
        trail: dict[int, Traced] = {}
        for place, slot in slots.items():
            trail |= enumerate(_traced(slot, f"第{place + 1}行"), start=bisect_left(self._lines, place))
        replace(trail, texts)
        for place, slot in slots.items():
            lines[place] = slot.text
        return self._text.encoded("".join(lines))


def _pieces(line: str, where: str) -> list[Piece]:
    if not markdown_marks.MARK.search(line):
        return [Piece(Part.BODY, where, bare(line))]
    return [one.piece for one in _traced(_LineSlot(line), where)]


def _traced(slot: _LineSlot, where: str) -> Iterator[Traced]:
    found = markdown_marks.read(bare(slot.text))
    yield _one(slot, Part.BODY, where, found.shown)
    for link in found.links:
        yield _one(slot, Part.LINK, f"{where}链接", [link])
    for tag in found.hidden:
        yield _one(slot, Part.HIDDEN, f"{where}网页标记", [tag])


def _one(slot: _LineSlot, part: Part, where: str, stretches: list[Stretch]) -> Traced:
    fragments = tuple(Fragment(slot, *stretch) for stretch in stretches)
    return Traced(Piece(part, where, "".join(one.text for one in stretches)), fragments)

"""A .md → a piece a line, without marks of emphasis, escapes and tags; addresses of links apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gongkai.proofreading.document import Part, Piece, Table
from gongkai.sources.documents import markdown_marks
from gongkai.sources.documents.edits import replace
from gongkai.sources.documents.markdown_marks import Stretch
from gongkai.sources.documents.places import Fragment, Traced
from gongkai.sources.documents.text import Text


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
        self._slots = [_LineSlot(line) for line in self._text.lines]
        self._traced = [
            one
            for number, slot in enumerate(self._slots, start=1)
            if slot.text.strip()
            for one in _line(slot, f"第{number}行")
        ]
        self.pieces = [one.piece for one in self._traced]

    @property
    def tables(self) -> list[Table]:
        return []

    def inside(self) -> tuple[bytes, ...]:
        """No files."""
        return ()

    def saved(self, texts: Mapping[int, str]) -> bytes:
        """The text with each named piece reading as given; its marks stay."""
        replace(self._traced, texts)
        return self._text.encoded("".join(slot.text for slot in self._slots))


def _line(slot: _LineSlot, where: str) -> Iterator[Traced]:
    found = markdown_marks.read(next(iter(slot.text.splitlines()), ""))
    yield _traced(slot, Part.BODY, where, found.shown)
    for link in found.links:
        yield _traced(slot, Part.LINK, f"{where}链接", [link])
    for tag in found.hidden:
        yield _traced(slot, Part.HIDDEN, f"{where}网页标记", [tag])


def _traced(slot: _LineSlot, part: Part, where: str, stretches: list[Stretch]) -> Traced:
    fragments = tuple(Fragment(slot, *stretch) for stretch in stretches)
    return Traced(Piece(part, where, "".join(one.text for one in stretches)), fragments)

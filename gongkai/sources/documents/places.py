"""Where in a file the characters of a piece stand, so that they can be replaced there."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from gongkai.proofreading.document import Piece
from gongkai.sources.documents.xml import alike, local, writable

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_KEEPS_SPACE = frozenset({"t", "delText", "instrText"})


class Slot(Protocol):
    """One string of a file. Compared by identity: pieces that share a string share its slot."""

    def read(self) -> str: ...

    def write(self, text: str) -> None: ...


class Fragment(NamedTuple):
    """Characters [start, end) of a slot, read as `text` (white space may be read as one space)."""

    slot: Slot
    start: int
    end: int
    text: str


class Traced(NamedTuple):
    """A piece and the fragments that make up its text. `twins` are further places where the same text is kept:
    Word writes a text box twice, for new and for old programs. Without fragments it cannot be replaced."""

    piece: Piece
    fragments: tuple[Fragment, ...] = ()
    twins: tuple[tuple[Fragment, ...], ...] = ()


def whole(slot: Slot) -> Fragment:
    """All of a slot."""
    text = slot.read()
    return Fragment(slot, 0, len(text), text)


@dataclass(eq=False, slots=True)
class TextSlot:
    """What stands directly inside an element."""

    element: Any

    def read(self) -> str:
        return self.element.text or ""

    def write(self, text: str) -> None:
        self.element.text = writable(text)
        if local(self.element) in _KEEPS_SPACE:
            self.element.set(_SPACE, "preserve")


@dataclass(eq=False, slots=True)
class TailSlot:
    """What stands after an element, inside its parent."""

    element: Any

    def read(self) -> str:
        return self.element.tail or ""

    def write(self, text: str) -> None:
        self.element.tail = writable(text)


@dataclass(eq=False, slots=True)
class AttributeSlot:
    element: Any
    key: str

    def read(self) -> str:
        return self.element.get(self.key) or ""

    def write(self, text: str) -> None:
        self.element.set(self.key, writable(text))


@dataclass(eq=False, slots=True)
class MarkSlot:
    """An element that stands for a character: a tab, a line break. Without an element it is the gap between two
    paragraphs, which stays."""

    element: Any
    text: str = field(default="\t")

    def read(self) -> str:
        return self.text

    def write(self, text: str) -> None:
        """Take the mark out, or put letters in its place."""
        parent = None if self.element is None else self.element.getparent()
        if parent is None or text == self.text:
            return
        if not text:
            parent.remove(self.element)
            return
        letters = alike(self.element, "t")
        letters.text = text
        letters.set(_SPACE, "preserve")
        parent.replace(self.element, letters)

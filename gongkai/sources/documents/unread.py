"""What no reader looked at: people's numbers in any other text or attribute of a document's markup.

Programs put words in more places than a reader can name: conditions of fields, filters, names of pictures, data of
charts, scripts of web pages. All of them are published with the file.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from gongkai.proofreading.document import Part, Piece
from gongkai.proofreading.personal.find import find
from gongkai.sources.documents.opened import Parts
from gongkai.sources.documents.places import AttributeSlot, Slot, TailSlot, TextSlot, Traced, whole
from gongkai.sources.documents.xml import local

_LONG = re.compile(r"\d(?:[^\w<>\"']{0,2}\d){10}")
_LONG_IN_BYTES = re.compile(rb"(?:\d|\xef\xbc[\x90-\x99])(?:[^\w<>\"']{0,6}(?:\d|\xef\xbc[\x90-\x99])){10}")
_SHEET = re.compile(r"'[^']*'!|[^\s'!(),]+!")
_MARKUP = (".xml", ".vml")
_READ_ELSEWHERE = ("sharedStrings+xml",)
_CELLS = b"sheetData>"

Place = tuple[Any, str]
"""An element, and where in it: "text", "tail", or the name of an attribute after a @."""


def of_package(parts: Parts, read: Iterable[Traced], sheets: Collection[str] = ()) -> Iterator[Traced]:
    """What of a package is in none of the pieces `read`. Cells of the worksheets in the parts `sheets` and shared
    strings are left alone: they are read where they are shown."""
    seen: set[Place] | None = None
    elsewhere = {name for ending in _READ_ELSEWHERE for name in parts.package.parts(ending)}
    for name in sorted(parts.package.names - elsewhere):
        content = parts.package.read(name) if name.endswith(_MARKUP) else b""
        if _LONG_IN_BYTES.search(_beside_cells(content) if name in sheets else content):
            seen = places(read) if seen is None else seen
            yield from of_tree(parts.tree(name), seen, name, beside_cells=name in sheets)


def of_tree(root: Any, seen: set[Place], where: str, *, beside_cells: bool = False) -> Iterator[Traced]:
    """What of a tree stands at none of the places `seen`."""
    for element in root.iter("*"):
        for place, slot in _slots(element):
            if place in seen or not tells(slot.read()) or (beside_cells and _in_cell(element)):
                continue
            what = f"{where}的{local(element)}"
            yield Traced(Piece(Part.HIDDEN, what, slot.read()), (whole(slot),))


def places(read: Iterable[Traced]) -> set[Place]:
    """Where the pieces stand."""
    return {
        _place(fragment.slot)
        for one in read
        for fragments in (one.fragments, *one.twins)
        for fragment in fragments
    }


def _place(slot: Slot) -> Place:
    element, key = getattr(slot, "element", None), getattr(slot, "key", "")
    return element, f"@{key}" if key else "tail" if isinstance(slot, TailSlot) else "text"


def _slots(element: Any) -> Iterator[tuple[Place, Slot]]:
    if element.text:
        yield (element, "text"), TextSlot(element)
    if element.tail:
        yield (element, "tail"), TailSlot(element)
    for key in element.attrib:
        yield (element, f"@{key}"), AttributeSlot(element, key)


def tells(written: str) -> bool:
    """Whether a long number of a person stands there. Names of sheets in references do not count: they follow their
    sheet."""
    return bool(_LONG.search(written) and find(_SHEET.sub("", written)))


def _beside_cells(content: bytes) -> bytes:
    """A part without what stands in the cells of a worksheet."""
    head, found, rest = content.partition(_CELLS)
    return head + rest.rpartition(_CELLS)[2] if found else content


def _in_cell(element: Any) -> bool:
    return local(element) == "c" or any(local(above) == "c" for above in element.iterancestors())

"""The cells of one worksheet, streamed: a large sheet is never a tree in memory."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, NamedTuple

from lxml import etree

from gongkai.sources.documents.faults import DocumentError, damaged, too_much
from gongkai.sources.documents.limits import MOST_CELLS
from gongkai.sources.documents.places import Fragment, Slot
from gongkai.sources.documents.xlsx_formats import shown
from gongkai.sources.documents.xml import local, refuse_declared, refuse_entities, writable

_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576
_TRUTHS = {"1": "TRUE", "0": "FALSE"}


class Cell(NamedTuple):
    """A cell that holds something. Row and column from 0."""

    row: int
    column: int
    text: str
    formula: str = ""


class Sheet(NamedTuple):
    """What was read of a worksheet: cells in order, merged ranges (top, left, bottom, right), hidden rows and
    columns, and further texts with what they are: headers, footers, rules of entry, hints."""

    cells: list[Cell]
    merges: list[tuple[int, int, int, int]]
    hidden_rows: set[int]
    hidden_columns: set[int]
    texts: list[tuple[str, str]]


class Book(NamedTuple):
    """What cells refer to: shared strings, number formats by style, whether days count from 1904."""

    strings: Sequence[str]
    formats: Sequence[str]
    from_1904: bool = False


OTHERS = {
    "oddHeader": "页眉",
    "evenHeader": "页眉",
    "firstHeader": "页眉",
    "oddFooter": "页脚",
    "evenFooter": "页脚",
    "firstFooter": "页脚",
    "formula1": "录入规则",
    "formula2": "录入规则",
}
SAID = (
    ("dataValidation", "promptTitle"),
    ("dataValidation", "prompt"),
    ("dataValidation", "errorTitle"),
    ("dataValidation", "error"),
    ("hyperlink", "tooltip"),
)
"""What a sheet says to who points at a cell."""
_ELSEWHERE = frozenset(name for name, _ in SAID)
_TAGS = ["{*}row", "{*}mergeCell", "{*}col", *("{*}" + name for name in (*OTHERS, *_ELSEWHERE))]
_CODE = re.compile("_x([0-9A-Fa-f]{4})_")


def read(content: bytes, book: Book, already: int) -> Sheet:
    """The sheet in an XML part. `already` is how many cells other sheets had. Raises DocumentError for damaged
    parts and past the limit of cells."""
    refuse_declared(content)
    sheet = Sheet([], [], set(), set(), [])
    try:
        events = etree.iterparse(
            BytesIO(content),
            tag=_TAGS,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        )
        for _, element in events:
            _take(element, sheet, book)
            element.clear()
            while element.getprevious() is not None and element.getparent() is not None:
                del element.getparent()[0]
            if len(sheet.cells) + already > MOST_CELLS:
                raise too_much(f"超过{MOST_CELLS // 10_000}万个单元格")
        refuse_entities(events.root)
    except DocumentError:
        raise
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error
    return sheet


def _take(element: Any, sheet: Sheet, book: Book) -> None:
    name = local(element)
    if name == "row":
        sheet.cells.extend(_cells(element, sheet, book))
    elif name == "mergeCell":
        first, _, last = element.get("ref", "").partition(":")
        sheet.merges.append((*place(first), *place(last or first)))
    elif name == "col":
        if element.get("hidden") in {"1", "true"}:
            start, end = max(int(element.get("min", "1")), 1), min(int(element.get("max", "1")), _LAST_COLUMN)
            sheet.hidden_columns.update(range(start - 1, end))
    elif name in _ELSEWHERE:
        sheet.texts.extend(
            (name, element.get(key, "")) for kind, key in SAID if kind == name and element.get(key)
        )
    elif (element.text or "").strip():
        sheet.texts.append((OTHERS[name], element.text))


def _cells(row: Any, sheet: Sheet, book: Book) -> Iterator[Cell]:
    """Cells without a place of their own follow the one before."""
    given = row.get("r", "")
    number = int(given) - 1 if given.isdecimal() else (sheet.cells[-1].row + 1 if sheet.cells else 0)
    if row.get("hidden") in {"1", "true"}:
        sheet.hidden_rows.add(number)
    column = -1
    for element in row.iterchildren("{*}c"):
        at = element.get("r")
        column = place(at)[1] if at else column + 1
        text, formula = text_of(element, book), _inner(element, "f")
        if text.strip() or formula:
            yield Cell(number, column, text, formula)


def text_of(cell: Any, book: Book) -> str:
    """What a `c` element shows."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(decoded(one.text or "") for one in letters(cell))
    stored = _inner(cell, "v")
    if not stored:
        return ""
    if kind == "s":
        return book.strings[int(stored)] if stored.isdecimal() and int(stored) < len(book.strings) else ""
    if kind == "n":
        style = cell.get("s", "0")
        code = book.formats[int(style)] if style.isdecimal() and int(style) < len(book.formats) else ""
        return shown(stored, code, from_1904=book.from_1904)
    return _TRUTHS.get(stored, stored) if kind == "b" else stored


def letters(holder: Any) -> list[Any]:
    """The `t` elements of a shared or in-line string, without its phonetic guide."""
    return [one for one in holder.iter("{*}t") if local(one.getparent()) != "rPh"]


def decoded(text: str) -> str:
    """A string as it is shown: programs write codes for what XML does not hold, `_x000D_` for the end of a line."""
    return _CODE.sub(lambda code: _letter(code.group(1)), text) if "_x" in text else text


def decoded_parts(slot: Slot) -> Iterator[Fragment]:
    """The same, with where each part of it stands."""
    text, at = slot.read(), 0
    for code in _CODE.finditer(text):
        if code.start() > at:
            yield Fragment(slot, at, code.start(), text[at : code.start()])
        if _letter(code.group(1)):
            yield Fragment(slot, code.start(), code.end(), _letter(code.group(1)))
        at = code.end()
    if at < len(text):
        yield Fragment(slot, at, len(text), text[at:])


def _letter(code: str) -> str:
    return writable(chr(int(code, 16))).replace("\r", "")


def place(name: str) -> tuple[int, int]:
    """B3 → (2, 1). Raises ValueError for what is no place on a sheet."""
    found = _PLACE.fullmatch(name.replace("$", ""))
    if found is None:
        raise ValueError(name)
    column = 0
    for one in found.group(1):
        column = column * 26 + ord(one) - 64
    row = int(found.group(2))
    if not (0 < row <= _LAST_ROW and column <= _LAST_COLUMN):
        raise ValueError(name)
    return row - 1, column - 1


def _inner(cell: Any, name: str) -> str:
    found = next(cell.iterchildren("{*}" + name), None)
    return "" if found is None else found.text or ""

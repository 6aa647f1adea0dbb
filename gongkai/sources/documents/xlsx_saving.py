"""Writing new texts into a workbook: shared strings, cells, formulas, the names of sheets."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from gongkai.proofreading.document import Part, Piece
from gongkai.sources.documents.leaving_out import without, without_picture
from gongkai.sources.documents.opened import Parts
from gongkai.sources.documents.places import Fragment, TextSlot, Traced, whole
from gongkai.sources.documents.xlsx_cells import decoded_parts, letters, place
from gongkai.sources.documents.xlsx_renaming import renamed
from gongkai.sources.documents.xml import alike, local

_LONG_NUMBER = re.compile(r"\d{7,}")
_OTHER_SHEET = re.compile(r"'[^']*'!")
_NOT_IN_SHEET_NAMES = str.maketrans(
    {"*": "＊", "?": "？", "/": "／", "\\": "＼", "[": "［", "]": "］", ":": "："}
)
_LONGEST_SHEET_NAME = 31
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Address(NamedTuple):
    """A cell, or its formula, in the part of its sheet. Row and column from 0."""

    part: str
    row: int
    column: int
    formula: bool = False


@dataclass(eq=False, slots=True)
class CellSlot:
    """A cell that holds a number, a day, or what a formula gives: written, it holds text."""

    cell: Any
    text: str

    def read(self) -> str:
        return self.text

    def write(self, text: str) -> None:
        without_formula(self.cell)
        for inner in list(self.cell):
            self.cell.remove(inner)
        self.cell.set("t", "inlineStr")
        holder, letters = alike(self.cell, "is"), alike(self.cell, "t")
        letters.text = text
        letters.set(_SPACE, "preserve")
        holder.append(letters)
        self.cell.append(holder)


@dataclass(eq=False, slots=True)
class FormulaSlot:
    """A formula that says what must not be said: the cell keeps its value and loses the formula."""

    cell: Any
    text: str

    def read(self) -> str:
        return self.text

    def write(self, text: str) -> None:
        without_formula(self.cell)


@dataclass(eq=False, slots=True)
class SheetNameSlot:
    element: Any
    key: str = "name"

    def read(self) -> str:
        return str(self.element.get("name", ""))

    def write(self, text: str) -> None:
        """What a sheet may not be called is called something like it."""
        name = text.translate(_NOT_IN_SHEET_NAMES)[:_LONGEST_SHEET_NAME]
        others = {one.get("name") for one in self.element.getparent() if one is not self.element}
        number, free = 1, name
        while free in others:
            number += 1
            free = f"{name[: _LONGEST_SHEET_NAME - 4]}（{number}）"
        self.element.set("name", free)


def speaks(formula: str) -> bool:
    """Whether a formula has words or long numbers of its own; names of sheets are not its own."""
    own = _OTHER_SHEET.sub("", formula)
    return '"' in own or bool(_LONG_NUMBER.search(own))


def sheet_name(element: Any, name: str) -> Traced:
    """The name of a sheet, from its line in the workbook, as a piece."""
    return Traced(Piece(Part.PROPERTY, "工作表名", name), (whole(SheetNameSlot(element)),))


def without_formula(cell: Any) -> None:
    """Take out a cell's formula; cells that share it keep their values as well."""
    for formula in [one for one in cell if local(one) == "f"]:
        shared = formula.get("si")
        if formula.get("t") == "shared" and formula.get("ref"):
            sheet = cell.getroottree().getroot()
            for other in [
                one for one in sheet.iter("{*}f") if one.get("si") == shared and one is not formula
            ]:
                other.getparent().remove(other)
        cell.remove(formula)


def saved(
    parts: Parts,
    main: str,
    strings: str,
    trail: Mapping[int, Traced],
    cells: Mapping[int, Address],
    texts: Mapping[int, str],
    pieces: Sequence[Piece],
) -> bytes:
    """The package with the pieces of `texts` reading as given."""
    whole_trail = {**trail, **dict(_traced(parts, strings, cells, pieces))}
    names = [one.get("name") for one in parts.tree(main).iter("{*}sheet")]
    replaced = parts.replaced(whole_trail, texts)
    now = [one.get("name") for one in parts.tree(main).iter("{*}sheet")]
    replaced = renamed(parts, replaced, dict(zip(names, now, strict=True)))
    replaced, pictures = without_picture(parts.package, replaced)
    if any(address.part in replaced for address in cells.values()):
        replaced, order = without(parts.package, replaced, main, "calcChain")
        pictures |= order
    return parts.package.saved(replaced, pictures)


def _traced(
    parts: Parts, strings: str, cells: Mapping[int, Address], pieces: Sequence[Piece]
) -> Iterator[tuple[int, Traced]]:
    """Where the texts of these cells stand."""
    shared = [letters(one) for one in parts.tree(strings) if local(one) == "si"] if strings else []
    slots: dict[Any, TextSlot] = {}
    found = {part: _elements(parts.tree(part)) for part in {address.part for address in cells.values()}}
    for number, address in cells.items():
        cell = found[address.part].get((address.row, address.column))
        if cell is None:
            continue
        yield number, Traced(pieces[number], _fragments(cell, pieces[number].text, address, shared, slots))


def _fragments(
    cell: Any, text: str, address: Address, shared: list[list[Any]], slots: dict[Any, TextSlot]
) -> tuple[Fragment, ...]:
    if address.formula:
        return (whole(FormulaSlot(cell, text)),)
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return tuple(part for one in letters(cell) for part in decoded_parts(TextSlot(one)))
    if kind == "s":
        stored = next((one.text for one in cell if local(one) == "v"), "0")
        found = shared[int(stored)] if stored and stored.isdecimal() and int(stored) < len(shared) else []
        return tuple(part for one in found for part in decoded_parts(slots.setdefault(one, TextSlot(one))))
    return (whole(CellSlot(cell, text)),)


def _elements(sheet: Any) -> dict[tuple[int, int], Any]:
    """Cells by row and column, counted on where they do not say."""
    found, row, column = {}, -1, -1
    for element in sheet.iter("{*}row", "{*}c"):
        given = element.get("r")
        if local(element) == "row":
            row, column = int(given) - 1 if given and given.isdecimal() else row + 1, -1
        else:
            column = place(given)[1] if given else column + 1
            found[row, column] = element
    return found

"""A .xlsx → a piece for each cell that holds something, each sheet a table; comments, rules, properties beside."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from gongkai.proofreading.document import Part, Piece, Table
from gongkai.sources.documents import beside, unread, xlsx_cells, xlsx_formats, xlsx_saving
from gongkai.sources.documents.faults import DocumentError, damaged, too_much
from gongkai.sources.documents.limits import MOST_PIECES
from gongkai.sources.documents.opened import Parts, lying_in
from gongkai.sources.documents.package import SHEETS, Package
from gongkai.sources.documents.places import TextSlot, Traced, whole
from gongkai.sources.documents.xlsx_beside import of_book, of_sheet
from gongkai.sources.documents.xlsx_cells import Book, Cell, Sheet
from gongkai.sources.documents.xlsx_grid import grid
from gongkai.sources.documents.xlsx_saving import Address
from gongkai.sources.documents.xml import local, value
from gongkai.sources.faults import letter

_MOST_SHEETS = 500
_MOST_PLACES = 5_000_000
"""Of the grids of all sheets, empty ones counted: beyond, sheets are read as text only."""


class _Listed(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    part: str
    hidden: bool
    element: Any


class Xlsx:
    """Raises DocumentError when a part of it cannot be read."""

    def __init__(self, package: Package) -> None:
        self._parts = Parts(package)
        self._main = package.main(SHEETS)
        self.pieces: list[Piece] = []
        self.tables: list[Table] = []
        self._places = 0
        self._cells: dict[int, Address] = {}
        self._traced: dict[int, Traced] = {}
        self._book = self._read_book()
        self._listed = self._sheets()
        for sheet in self._listed:
            self._sheet(sheet)
        for traced in chain(
            of_book(self._parts, self._main),
            beside.links(self._parts),
            beside.bound_data(self._parts),
            beside.properties(self._parts),
            self._unused(),
        ):
            self._keep(traced)
        sheets = {listed.part for listed in self._listed}
        for traced in unread.of_package(self._parts, tuple(self._traced.values()), sheets):
            self._keep(traced)

    def inside(self) -> Iterator[bytes]:
        """The files that lie in it."""
        return lying_in(self._parts.package)

    def saved(self, texts: Mapping[int, str]) -> bytes:
        """The workbook with each named piece reading as given. A number becomes text, a formula its value; cells
        that share one string change together."""
        trail = {place: self._traced[place] for place in texts if place in self._traced}
        cells = {place: self._cells[place] for place in texts if place in self._cells}
        strings = self._strings_part()
        return xlsx_saving.saved(self._parts, self._main, strings, trail, cells, texts, self.pieces)

    def _keep(self, traced: Traced) -> int:
        if len(self.pieces) >= MOST_PIECES:
            raise too_much(f"超过{MOST_PIECES // 10_000}万个单元格")
        self.pieces.append(traced.piece)
        if traced.fragments:
            self._traced[len(self.pieces) - 1] = traced
        return len(self.pieces) - 1

    def _read_book(self) -> Book:
        package = self._parts.package
        root = self._parts.tree(self._main)
        styles = [one.target for one in package.relations(self._main) if one.kind == "styles"]
        formats = xlsx_formats.codes(self._parts.tree(styles[0])) if styles else []
        from_1904 = any(value(one, "date1904") in {"1", "true"} for one in root.iter("{*}workbookPr"))
        return Book(self._strings(), formats, from_1904)

    def _strings_part(self) -> str:
        found = (
            one.target for one in self._parts.package.relations(self._main) if one.kind == "sharedStrings"
        )
        return next((name for name in found if name in self._parts.package.names), "")

    def _strings(self) -> list[str]:
        name = self._strings_part()
        if not name:
            return []
        shared = (one for one in self._parts.tree(name) if local(one) == "si")
        return ["".join(xlsx_cells.decoded(t.text or "") for t in xlsx_cells.letters(one)) for one in shared]

    def _unused(self) -> Iterator[Traced]:
        """Shared strings that no cell shows any more: programs leave them behind; and what is written over a cell as
        its pronunciation."""
        name, shown = self._strings_part(), {piece.text for piece in self.pieces}
        shared = [one for one in self._parts.tree(name) if local(one) == "si"] if name else []
        for one, text in zip(shared, self._book.strings, strict=True):
            if text.strip() and text not in shown:
                parts = (xlsx_cells.decoded_parts(TextSlot(t)) for t in xlsx_cells.letters(one))
                yield Traced(Piece(Part.HIDDEN, "不再使用的文字", text), tuple(chain.from_iterable(parts)))
            for guide in one.iter("{*}rPh"):
                fragments = tuple(
                    whole(TextSlot(t)) for t in guide.iter("{*}t") if unread.tells(t.text or "")
                )
                if fragments:
                    yield Traced(
                        Piece(Part.HIDDEN, "拼音", "".join(each.text for each in fragments)), fragments
                    )

    def _sheets(self) -> list[_Listed]:
        relations = {one.key: one for one in self._parts.package.relations(self._main)}
        found = []
        for one in self._parts.tree(self._main).iter("{*}sheet"):
            relation = relations.get(value(one, "id"))
            if relation is not None and relation.kind == "worksheet":
                hidden = value(one, "state") in {"hidden", "veryHidden"}
                found.append(_Listed(value(one, "name"), relation.target, hidden, one))
        if not found:
            raise DocumentError("没有工作表", "请确认文件内容后重试")
        if len(found) > _MOST_SHEETS:
            raise too_much(f"{len(found)}张工作表，上限{_MOST_SHEETS}张")
        return found

    def _sheet(self, listed: _Listed) -> None:
        if listed.part not in self._parts.package.names:
            raise damaged()
        content = self._parts.package.read(listed.part)
        sheet = xlsx_cells.read(content, self._book, len(self._cells))
        above = self._keep(xlsx_saving.sheet_name(listed.element, listed.name))
        places = {}
        for cell in sheet.cells:
            places[cell.row, cell.column] = self._cell(cell, listed, sheet)
        blank = self._blank(listed)
        rows = grid(places, sheet.merges, blank) if places else ()
        self._places += sum(map(len, rows))
        if rows and self._places <= _MOST_PLACES:
            self.tables.append(Table(listed.name, rows, above))
        for traced in of_sheet(self._parts, listed.part, listed.name, sheet):
            self._keep(traced)

    def _cell(self, cell: Cell, listed: _Listed, sheet: Sheet) -> int:
        hidden = listed.hidden or cell.row in sheet.hidden_rows or cell.column in sheet.hidden_columns
        where = f"{listed.name}!{letter(cell.column)}{cell.row + 1}"
        kept = self._keep(Traced(Piece(Part.HIDDEN if hidden else Part.CELL, where, cell.text)))
        self._cells[kept] = Address(listed.part, cell.row, cell.column)
        if xlsx_saving.speaks(cell.formula):
            place = self._keep(Traced(Piece(Part.HIDDEN, f"{where}公式", cell.formula)))
            self._cells[place] = Address(listed.part, cell.row, cell.column, formula=True)
        return kept

    def _blank(self, listed: _Listed) -> int:
        """One piece for all cells of a sheet that hold nothing."""
        return self._keep(Traced(Piece(Part.CELL, f"{listed.name}（空单元格）", "")))

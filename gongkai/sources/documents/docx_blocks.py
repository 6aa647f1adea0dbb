"""The blocks of a .docx story (body, header, note, text box…): paragraphs and tables → pieces with places."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from gongkai.proofreading.document import Part, Piece, Table
from gongkai.sources.documents import runs
from gongkai.sources.documents.docx_rows import Cell, grid
from gongkai.sources.documents.faults import too_much
from gongkai.sources.documents.limits import MOST_CELLS, MOST_PIECES
from gongkai.sources.documents.opened import Parts
from gongkai.sources.documents.places import AttributeSlot, Fragment, MarkSlot, Traced, whole
from gongkai.sources.documents.runs import Runs
from gongkai.sources.documents.unread import tells
from gongkai.sources.documents.xml import child, local, value

_AROUND = frozenset(
    {"sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo", "smartTag", "Choice"}
)

_OUTSIDE = re.compile(r"\b(?:HYPERLINK|INCLUDEPICTURE|INCLUDETEXT|LINK|DDE|DDEAUTO)\b")


@dataclass
class Story:
    """Where blocks are put as they are read. `styles` are names of paragraph styles by id, `hiding` the ids of
    styles whose text is hidden."""

    styles: dict[str, str] = field(default_factory=dict)
    hiding: frozenset[str] = frozenset()
    traced: list[Traced] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    placed: dict[Any, int] = field(default_factory=dict)
    """Paragraphs and tables of the file → the place of their piece, of their first piece."""
    counted: Counter[str] = field(default_factory=Counter)
    above: int = -1
    cells: int = 0
    """Places in the tables read so far."""

    def add(self, piece: Piece, fragments: tuple[Fragment, ...] = ()) -> int:
        """Keep a piece; gives its place. Raises DocumentError past the limit of pieces."""
        if len(self.traced) >= MOST_PIECES:
            raise too_much(f"超过{MOST_PIECES // 10_000}万段")
        self.traced.append(Traced(piece, fragments))
        return len(self.traced) - 1

    def number(self, what: str) -> int:
        """The next number of paragraphs, tables, boxes."""
        self.counted[what] += 1
        return self.counted[what]

    def blocks(self, holder: Any, part: Part, prefix: str = "") -> None:
        """Read what stands in a body, header, cell… `prefix` comes before the number of each paragraph."""
        for block in holder:
            name = local(block)
            if name == "p":
                self._paragraph(block, part, prefix)
            elif name == "tbl":
                self._table(block, part, prefix)
            elif name in _AROUND:
                self.blocks(block, part, prefix)
            elif name == "AlternateContent":
                self._alternatives(block, part, prefix)

    def _alternatives(self, block: Any, part: Part, prefix: str) -> None:
        """Paragraphs for new programs, and those that old programs show in their place."""
        first = len(self.traced)
        self.blocks([one for one in block if local(one) == "Choice"], part, prefix)
        for spare in (one for one in block if local(one) == "Fallback"):
            self._mirror(first, spare, Part.HIDDEN, f"{prefix}旧版内容")

    def _paragraph(self, paragraph: Any, part: Part, prefix: str) -> None:
        found = runs.read(paragraph, self.hiding)
        fragments = found.shown()
        text = _text(fragments)
        where = prefix
        if text.strip() or found.before() or found.with_hidden():
            where = f"{prefix}第{self.number(prefix + '段')}段"
        if text.strip():
            self.above = self.add(Piece(part, where, text, self._style(paragraph)), fragments)
            self.placed[paragraph] = self.above
        self._beside(found, where)
        self._hanging(found, where)

    def _beside(self, found: Runs, where: str) -> None:
        """What is not seen on paper: hidden and deleted letters, instructions of fields."""
        spare = tuple(found.spare)
        kinds = ((Part.HIDDEN, found.with_hidden()), (Part.DELETED, found.before()), (Part.HIDDEN, spare))
        for part, fragments in kinds:
            if _text(fragments).strip():
                self.add(Piece(part, where, _text(fragments)), fragments)
        instructions = tuple(found.instructions)
        written = _text(instructions)
        if _OUTSIDE.search(written) or tells(written):
            kind = Part.LINK if _OUTSIDE.search(written) else Part.HIDDEN
            self.add(Piece(kind, where, written), instructions)

    def _hanging(self, found: Runs, where: str) -> None:
        """Text boxes and the words of pictures."""
        for place, box in enumerate(found.boxes):
            prefix = f"文本框{self.number('文本框')}"
            above, first = self.above, len(self.traced)
            self.blocks(box, Part.TEXT_BOX, prefix)
            self.above = above
            if len(found.mirrors) == len(found.boxes):
                self._mirror(first, found.mirrors[place], Part.TEXT_BOX, f"{prefix}副本")
        if len(found.mirrors) != len(found.boxes):
            for box in found.mirrors:
                self.blocks(box, Part.TEXT_BOX, f"文本框{self.number('文本框')}")
        for picture in found.described:
            for key in runs.WORDS:
                if picture.get(key):
                    slot = AttributeSlot(picture, key)
                    self.add(Piece(Part.HIDDEN, f"{where}图片说明", slot.read()), (whole(slot),))

    def _mirror(self, first: int, mirror: Any, part: Part, prefix: str) -> None:
        """Tie the copy of a box to the pieces of the box; where the two differ, the copy is read as well."""
        copy = Story(self.styles, self.hiding, cells=self.cells)
        copy.blocks(mirror, part, prefix)
        self.cells = copy.cells
        own = self.traced[first:]
        if [one.piece.text for one in own] != [one.piece.text for one in copy.traced]:
            for one in copy.traced:
                self.add(one.piece, one.fragments)
            return
        for place, (one, other) in enumerate(zip(own, copy.traced, strict=True), start=first):
            self.traced[place] = one._replace(twins=(*one.twins, other.fragments, *other.twins))

    def _table(self, table: Any, part: Part, prefix: str) -> None:
        where, above = f"{prefix}表{self.number(prefix + '表')}", self.above
        rows: list[tuple[int, ...]] = []
        self.placed[table] = len(self.traced)
        whole_grid = grid(table)
        self.cells += sum(map(len, whole_grid))
        if self.cells > MOST_CELLS:
            raise too_much(f"表格超过{MOST_CELLS // 10_000}万个单元格")
        for row, cells in enumerate(whole_grid, start=1):
            places: list[int] = []
            for column, cell in enumerate(cells, start=1):
                places.append(self._cell(cell, part, f"{where}第{row}行第{column}列", rows, places))
            rows.append(tuple(places))
        self.tables.append(Table(where, tuple(rows), above))
        self.above = above

    def _cell(
        self, cell: Cell, part: Part, where: str, rows: list[tuple[int, ...]], places: list[int]
    ) -> int:
        """The place of the cell's piece; a cell that is covered by another one has that one's."""
        row, column = cell.covered_by
        if row is not None:
            line = rows[row] if row < len(rows) else places
            if column < len(line):
                self._inside(cell, where)
                return line[column]
        kept = len(self.traced)
        self.add(Piece(Part.CELL if part in {Part.BODY, Part.TEXT_BOX} else part, where, ""))
        self._fill(kept, cell, where)
        return kept

    def _fill(self, kept: int, cell: Cell, where: str) -> None:
        """The paragraphs of the cell as one piece, a line feed between two; what hangs on them comes after it."""
        fragments: list[Fragment] = []
        style = ""
        for block in _paragraphs(cell.element):
            found = runs.read(block, self.hiding)
            if fragments and found.shown():
                fragments.append(whole(MarkSlot(None, "\n")))
            fragments.extend(found.shown())
            style = style or self._style(block)
            self._beside(found, where)
            self._hanging(found, where)
        piece = self.traced[kept].piece._replace(text=_text(tuple(fragments)), style=style)
        self.traced[kept] = Traced(piece, tuple(fragments))
        self._nested(cell.element, where)

    def _nested(self, holder: Any, where: str) -> None:
        for block in holder:
            if local(block) == "tbl":
                self._table(block, Part.BODY, where)
            elif local(block) in _AROUND:
                self._nested(block, where)

    def _inside(self, cell: Cell, where: str) -> None:
        """Text that a merged cell covers: nobody sees it, but it is in the file."""
        if not cell.repeats:
            self.blocks(cell.element, Part.HIDDEN, where)

    def _style(self, paragraph: Any) -> str:
        style = child(child(paragraph, "pPr"), "pStyle")
        return "" if style is None else self.styles.get(value(style, "val"), value(style, "val"))


def new_story(parts: Parts) -> Story:
    """A story that knows the names of the package's styles, and which of them hide their text."""
    names: dict[str, str] = {}
    hiding = set()
    for part in parts.package.parts("wordprocessingml.styles+xml"):
        for style in parts.tree(part).iter("{*}style"):
            key, name = value(style, "styleId"), child(style, "name")
            names[key] = key if name is None else value(name, "val")
            if runs.is_on(child(child(style, "rPr"), "vanish")):
                hiding.add(key)
    return Story(names, frozenset(hiding))


def _paragraphs(holder: Any) -> list[Any]:
    found = []
    for block in holder:
        if local(block) == "p":
            found.append(block)
        elif local(block) in _AROUND or local(block) == "AlternateContent":
            found.extend(_paragraphs(block))
    return found


def _text(fragments: tuple[Fragment, ...]) -> str:
    return "".join(fragment.text for fragment in fragments)

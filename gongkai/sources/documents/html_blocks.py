"""The blocks of a web page: a paragraph, heading, list item or cell is a piece; in-line elements are part of it."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote

from lxml import etree

from gongkai.proofreading.document import Part, Piece, Table
from gongkai.sources.documents import unread
from gongkai.sources.documents.faults import too_much
from gongkai.sources.documents.html_tables import spread
from gongkai.sources.documents.limits import DEEPEST_MARKUP, MOST_CELLS, MOST_PIECES
from gongkai.sources.documents.places import (
    AttributeSlot,
    Fragment,
    MarkSlot,
    TailSlot,
    TextSlot,
    Traced,
    whole,
)

_BLOCK_NAMES = (
    "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section select summary "
    "table tbody td textarea tfoot th thead title tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SILENT = frozenset({"script", "style", "template", "noembed", "noframes", "iframe", "object", "svg"})
_PARTS = {"header": Part.HEADER, "footer": Part.FOOTER}
_SPOKEN = ("alt", "title", "placeholder", "aria-label", "value")
_META = frozenset({"description", "keywords", "author", "articletitle", "contentsource", "source"})
_LINKS = (("a", "href"), ("area", "href"), ("img", "src"), ("form", "action"))
_SPACES = re.compile(r"[ \t\n\r\f\xa0]+")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.IGNORECASE)


class _Around(NamedTuple):
    """What the elements around a text say of it."""

    part: Part = Part.BODY
    style: str = ""
    depth: int = 0


class Page:
    """Raises DocumentError for a page of too many pieces, or nested too deep."""

    def __init__(self, root: Any) -> None:
        self.traced: list[Traced] = []
        self.tables: list[Table] = []
        self._open: list[Fragment] = []
        self._cells: dict[Any, int] = {}
        self._paragraphs = 0
        self._around = [_Around()]
        self._above: dict[Any, int] = {}
        self._walk(root)
        self._beside(root)
        self._grids(root)

    def _walk(self, root: Any) -> None:
        """Without recursion: a page may be nested as deep as it likes, up to the limit."""
        silent = None
        for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
            if silent is not None:
                if event == "end" and element is silent:
                    silent = None
                    self._text(TailSlot(element))
                continue
            if event == "comment":
                self._text(TailSlot(element))
            elif event == "start":
                if element.tag in _SILENT:
                    silent = element
                else:
                    self._start(element)
            else:
                self._end(element)

    def _start(self, element: Any) -> None:
        above = self._around[-1]
        around = _entered(element, above)
        if around.depth > DEEPEST_MARKUP:
            raise too_much("网页嵌套过深")
        if element.tag in _BLOCKS or around.part is not above.part:
            self._close()
        self._around.append(around)
        if element.tag == "table":
            self._above[element] = len(self.traced) - 1
        if element.tag == "br":
            self._break(element)
        self._text(TextSlot(element))

    def _end(self, element: Any) -> None:
        above = self._around[-2] if len(self._around) > 1 else self._around[-1]
        if element.tag in {"td", "th"}:
            self._cell(element)
        elif element.tag in _BLOCKS or self._around[-1].part is not above.part:
            self._close()
        self._around.pop()
        self._text(TailSlot(element))

    def _break(self, element: Any) -> None:
        self._trim()
        if self._open:
            self._open.append(whole(MarkSlot(None, "\n")))

    def _text(self, slot: TextSlot | TailSlot) -> None:
        """White space is read as a browser shows it: one space, none at the beginning of a line."""
        raw, at = slot.read(), 0
        for space in _SPACES.finditer(raw):
            if at < space.start():
                self._open.append(Fragment(slot, at, space.start(), raw[at : space.start()]))
            if self._open and not self._open[-1].text[-1].isspace():
                self._open.append(Fragment(slot, space.start(), space.end(), " "))
            at = space.end()
        if at < len(raw):
            self._open.append(Fragment(slot, at, len(raw), raw[at:]))

    def _trim(self) -> None:
        while self._open and self._open[-1].text.isspace():
            self._open.pop()

    def _close(self) -> None:
        """End the piece that is being read. Inside a cell all is one piece, a line feed between two blocks."""
        self._trim()
        if not self._open:
            return
        around = self._around[-1]
        if around.style == "cell":
            self._open.append(whole(MarkSlot(None, "\n")))
            return
        if around.style == "title":
            self._add(around, "网页标题", "title")
            return
        self._paragraphs += 1
        self._add(around, f"第{self._paragraphs}段", around.style)

    def _cell(self, element: Any) -> None:
        self._trim()
        part = Part.HIDDEN if self._around[-1].part is Part.HIDDEN else Part.CELL
        self._cells[element] = len(self.traced)
        self._add(_Around(part), "", element.tag)

    def _add(self, around: _Around, where: str, style: str) -> None:
        fragments = tuple(self._open)
        self._open.clear()
        text = "".join(fragment.text for fragment in fragments)
        self._keep(Traced(Piece(around.part, where, text, style), fragments))

    def _keep(self, one: Traced) -> None:
        if len(self.traced) >= MOST_PIECES:
            raise too_much(f"超过{MOST_PIECES // 10_000}万段")
        self.traced.append(one)

    def _grids(self, root: Any) -> None:
        spanned = 0
        for number, table in enumerate(root.iter("table"), start=1):
            rows = spread(table)
            spanned += sum(map(len, rows))
            if spanned > MOST_CELLS:
                raise too_much(f"表格超过{MOST_CELLS // 10_000}万个单元格")
            for row, cells in enumerate(rows, start=1):
                for column, cell in enumerate(cells, start=1):
                    self._name(cell, f"表{number}第{row}行第{column}列")
            places = tuple(
                tuple(self._cells[cell] for cell in cells if cell in self._cells) for cells in rows
            )
            if any(places):
                self.tables.append(Table(f"表{number}", places, self._above.get(table, -1)))

    def _name(self, cell: Any, where: str) -> None:
        place = self._cells.get(cell)
        if place is not None and not self.traced[place].piece.where:
            one = self.traced[place]
            self.traced[place] = one._replace(piece=one.piece._replace(where=where))

    def _beside(self, root: Any) -> None:
        for comment in root.iter(etree.Comment):
            if (comment.text or "").strip():
                slot = TextSlot(comment)
                self._keep(Traced(Piece(Part.HIDDEN, "网页注释", slot.read()), (whole(slot),)))
        for element in root.iter(etree.Element):
            for part, where, key in _attributes(element):
                self._attribute(element, part, where, key)
        for one in unread.of_tree(root, unread.places(self.traced), "网页代码"):
            self._keep(one)

    def _attribute(self, element: Any, part: Part, where: str, key: str) -> None:
        slot = AttributeSlot(element, key)
        text = slot.read()
        shown = unquote(text) if part is Part.LINK else text
        fragment = Fragment(slot, 0, len(text), shown)
        if shown.strip():
            self._keep(Traced(Piece(part, where, shown), (fragment,)))


def _entered(element: Any, above: _Around) -> _Around:
    part, style = above.part, above.style
    if part is not Part.HIDDEN:
        part = Part.HIDDEN if _is_hidden(element) else _PARTS.get(element.tag, part)
    if element.tag in {"td", "th"}:
        style = "cell"
    elif element.tag in _BLOCKS and style != "cell":
        style = element.tag
    return _Around(part, style, above.depth + 1)


def _is_hidden(element: Any) -> bool:
    return (
        element.get("hidden") is not None
        or (element.tag == "input" and element.get("type", "").lower() == "hidden")
        or bool(_UNSEEN.search(element.get("style", "")))
    )


def _attributes(element: Any) -> Iterator[tuple[Part, str, str]]:
    """The attributes of an element that are read to somebody, or lead somewhere."""
    if element.tag == "meta":
        if (element.get("name") or element.get("property") or "").lower().removeprefix("og:") in _META:
            yield Part.PROPERTY, f"网页标签：{element.get('name') or element.get('property')}", "content"
        return
    for key in _SPOKEN:
        if key in element.attrib and element.tag not in {"li", "option", "button", "link", "style"}:
            hidden = key == "value" and _is_hidden(element)
            yield Part.HIDDEN if hidden else Part.PROPERTY, f"{element.tag} 的 {key}", key
    for tag, key in _LINKS:
        if element.tag == tag and not element.get(key, "").startswith(("data:", "#", "javascript:")):
            yield Part.LINK, "链接地址", key

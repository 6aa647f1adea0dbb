"""The layout of a .docx as plain facts."""

from collections.abc import Iterator
from typing import Any

from gongkai.proofreading.document import Part
from gongkai.proofreading.layout.facts import Face, Grid, Layout, Paragraph
from gongkai.sources.documents.docx_blocks import Story, new_story
from gongkai.sources.documents.docx_look import fact
from gongkai.sources.documents.docx_rows import grid
from gongkai.sources.documents.docx_sections import length, sections
from gongkai.sources.documents.docx_styles import Look, Styles
from gongkai.sources.documents.faults import damaged
from gongkai.sources.documents.opened import Parts
from gongkai.sources.documents.package import WORD, Package
from gongkai.sources.documents.runs import is_on
from gongkai.sources.documents.xml import child, local, value

_AROUND = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_TWIPS = 20.0
_MM = 1440 / 25.4


def layout(content: bytes) -> Layout:
    """The layout of a .docx; places of pieces are those of `read.read` on the same file.

    Raises DocumentError for what is no sound .docx.
    """
    package = Package(content)
    main = package.main(WORD)
    parts = Parts(package)
    body = child(parts.tree(main), "body") if main else None
    if body is None:
        raise damaged()
    return _Reader(parts, main, body).layout()


class _Reader:
    """Walks the body once, counting pieces as `docx.Docx` does."""

    def __init__(self, parts: Parts, main: str, body: Any) -> None:
        self._styles = Styles(parts)
        story = new_story(parts)
        story.blocks(body, Part.BODY)
        self._story = story
        self._properties: list[Any] = []
        self._paragraphs: list[Paragraph] = []
        self._tables: list[tuple[Any, int]] = []
        self._fresh = True
        self._grid = _grids(body)
        self._walk(body)
        last = child(body, "sectPr")
        if last is not None:
            self._properties.append(last)
        self._sections = sections(parts, main, self._properties, self._styles)

    def layout(self) -> Layout:
        tables = tuple(_table(table, section, self._story) for table, section in self._tables)
        return Layout(tuple(self._paragraphs), self._sections, tables)

    def _walk(self, holder: Any) -> None:
        for block in holder:
            name = local(block)
            if name == "p":
                self._paragraph(block)
            elif name == "tbl":
                self._tables.append((block, len(self._properties)))
                self._fresh = False
            elif name in _AROUND:
                self._walk(block)

    def _paragraph(self, paragraph: Any) -> None:
        properties = child(paragraph, "pPr")
        style = child(properties, "pStyle")
        key = "" if style is None else value(style, "val")
        look = self._styles.paragraph(key) | self._styles.of_paragraph(properties)
        faces = tuple(self._faces(paragraph, look))
        text = "".join(face.text for face in faces)
        broken = [one for one in paragraph.iter("{*}br") if value(one, "type") == "page"]
        opens = self._fresh or look.get("page") == "1" or (bool(broken) and not _before(paragraph, broken[0]))
        section = len(self._properties)
        pitched = self._grid[section] if section < len(self._grid) else 0.0
        piece = self._story.placed.get(paragraph, -1)
        self._paragraphs.append(fact(piece, text, self._name(key), faces, look, opens, section, pitched))
        ends = child(properties, "sectPr")
        if ends is not None:
            self._properties.append(ends)
        blank = not text.strip()
        self._fresh = (
            (ends is not None and _new_page(ends))
            or (
                bool(broken)
                and (blank or bool(_before(paragraph, broken[-1])))
                and not _after(paragraph, broken[-1])
            )
            or (self._fresh and blank)
        )

    def _name(self, key: str) -> str:
        return self._story.styles.get(key, key)

    def _faces(self, paragraph: Any, look: Look) -> Iterator[Face]:
        for run in paragraph.iter("{*}r"):
            if next(run.iterancestors("{*}p")) is not paragraph:
                continue  # a run of a text box
            if any(local(up) in {"del", "moveFrom"} for up in run.iterancestors()):
                continue
            text = "".join(_letters(one) for one in run)
            if text:
                yield self._face(text, child(run, "rPr"), look)

    def _face(self, text: str, properties: Any, look: Look) -> Face:
        style = child(properties, "rStyle")
        named = {} if style is None else self._styles.letters(value(style, "val"))
        found = look | named | self._styles.of_run(properties)
        size = found.get("size", "20")
        return Face(
            text,
            found.get("font", ""),
            found.get("latin", ""),
            float(size) / 2 if size.isdecimal() else 10.0,
            found.get("bold") == "1",
            found.get("color", ""),
        )


def _letters(one: Any) -> str:
    name = local(one)
    return (one.text or "") if name == "t" else {"tab": "\t", "br": "\n", "cr": "\n"}.get(name, "")


def _before(paragraph: Any, mark: Any) -> str:
    """The text of a paragraph before an element of it."""
    text = ""
    for one in paragraph.iter("{*}t", "{*}br"):
        if one is mark:
            break
        text += one.text or ""
    return text.strip()


def _after(paragraph: Any, mark: Any) -> str:
    return (
        "".join(one.text or "" for one in paragraph.iter("{*}t"))
        .strip()[len(_before(paragraph, mark)) :]
        .strip()
    )


def _new_page(properties: Any) -> bool:
    """Whether what follows this section begins a page; the kind is that of the next one, which rarely differs."""
    kind = child(properties, "type")
    return kind is None or value(kind, "val") != "continuous"


def _grids(body: Any) -> list[float]:
    """The pitch of the text grid of each section in points, 0 for none."""
    found = []
    for properties in body.iter("{*}sectPr"):
        lines = child(properties, "docGrid")
        gridded = lines is not None and value(lines, "type") in {"lines", "linesAndChars", "snapToChars"}
        found.append(length(lines, "linePitch") / _TWIPS if gridded else 0.0)
    return found


def _table(table: Any, section: int, story: Story) -> Grid:
    rows = grid(table)
    first = next((one for one in table.iter("{*}tr")), None)
    repeats = first is not None and is_on(child(child(first, "trPr"), "tblHeader"))
    widths = (
        [length(one, "w") for one in child(table, "tblGrid")] if child(table, "tblGrid") is not None else []
    )
    return Grid(story.placed.get(table, -1), len(rows), repeats, sum(widths) / _MM, section)

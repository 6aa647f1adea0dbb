"""A .docx → pieces in reading order: body, headers and footers, notes, comments, what is hidden, properties."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from gongkai.proofreading.document import Part, Piece, Table
from gongkai.sources.documents import beside, unread
from gongkai.sources.documents.docx_blocks import new_story
from gongkai.sources.documents.faults import damaged
from gongkai.sources.documents.leaving_out import without_picture
from gongkai.sources.documents.opened import Parts, lying_in
from gongkai.sources.documents.package import WORD, Package
from gongkai.sources.documents.xml import child, local, value

_STORIES = (
    ("header+xml", Part.HEADER, "页眉"),
    ("footer+xml", Part.FOOTER, "页脚"),
)
_LISTS = (
    ("footnotes+xml", "footnote", Part.NOTE, "脚注"),
    ("endnotes+xml", "endnote", Part.NOTE, "尾注"),
    ("wordprocessingml.comments+xml", "comment", Part.COMMENT, "批注"),
)
_CHARTS = ("drawingml.chart+xml", "drawingml.diagramData+xml", "drawingml.chartshapes+xml")
_LAID_OUT = "drawingml.diagramDrawing+xml"
_SAID = {"tblCaption": "val", "tblDescription": "val", "hyperlink": "tooltip"}


class Docx:
    """Raises DocumentError when a part of it cannot be read."""

    def __init__(self, package: Package) -> None:
        self._parts = Parts(package)
        main = package.main(WORD)
        body = child(self._parts.tree(main), "body")
        if body is None:
            raise damaged()
        self._story = new_story(self._parts)
        self._story.blocks(body, Part.BODY)
        self._stories()
        self._lists()
        self._beside(self._parts.tree(main))

    @property
    def pieces(self) -> list[Piece]:
        return [one.piece for one in self._story.traced]

    @property
    def tables(self) -> list[Table]:
        return self._story.tables

    def inside(self) -> Iterator[bytes]:
        """The files that lie in it."""
        return lying_in(self._parts.package)

    def saved(self, texts: Mapping[int, str]) -> bytes:
        """The .docx with each named piece reading as given: runs keep their look."""
        replaced = self._parts.replaced(self._story.traced, texts)
        replaced, dropped = without_picture(self._parts.package, replaced)
        return self._parts.package.saved(replaced, dropped)

    def _stories(self) -> None:
        for ending, part, label in _STORIES:
            for place, name in enumerate(self._parts.package.parts(ending), start=1):
                self._story.blocks(self._parts.tree(name), part, f"{label}{place}")
        for name in self._parts.package.parts("document.glossary+xml"):
            for body in self._parts.tree(name).iter("{*}docPartBody"):
                self._story.blocks(body, Part.HIDDEN, "文档部件")

    def _lists(self) -> None:
        for ending, wanted, part, label in _LISTS:
            for name in self._parts.package.parts(ending):
                found = (one for one in self._parts.tree(name) if local(one) == wanted)
                written = (one for one in found if value(one, "type") in {"", "normal"})
                for place, one in enumerate(written, start=1):
                    self._story.blocks(one, part, f"{label}{place}")

    def _beside(self, main: Any) -> None:
        parts = self._parts
        stories = tuple(parts.roots.values())
        charts = [parts.tree(name) for ending in _CHARTS for name in parts.package.parts(ending)]
        labels = (cache for chart in charts for cache in chart.iter("{*}strCache"))
        for name in parts.package.parts("people+xml"):
            parts.tree(name)
        settings = [parts.tree(name) for name in parts.package.parts("wordprocessingml.settings+xml")]
        written = [root for name, root in parts.roots.items() if name.startswith("word/")]
        for traced in chain(
            beside.drawn(
                [*stories, *charts], [parts.tree(name) for name in parts.package.parts(_LAID_OUT)], "图表"
            ),
            beside.described(labels, frozenset({"v"}), Part.TEXT_BOX, "图表"),
            beside.attributes(main, "listItem", "displayText", Part.HIDDEN, "下拉列表"),
            chain.from_iterable(
                beside.attributes(main, name, key, Part.HIDDEN, "说明文字") for name, key in _SAID.items()
            ),
            chain.from_iterable(
                beside.attributes(one, "docVar", "val", Part.PROPERTY, "文档变量") for one in settings
            ),
            beside.links(parts),
            beside.authors(written),
            beside.bound_data(parts),
            beside.properties(parts),
        ):
            self._story.traced.append(traced)
        self._story.traced.extend(unread.of_package(parts, tuple(self._story.traced)))

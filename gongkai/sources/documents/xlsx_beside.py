"""What a workbook keeps beside its cells: comments, boxes, charts, copies of data for pivot tables, rules of entry."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from gongkai.proofreading.document import Part, Piece
from gongkai.sources.documents import beside
from gongkai.sources.documents.opened import Parts
from gongkai.sources.documents.places import TextSlot, Traced, whole
from gongkai.sources.documents.xlsx_cells import OTHERS, SAID, Sheet, letters
from gongkai.sources.documents.xlsx_headers import shown_parts
from gongkai.sources.documents.xlsx_saving import speaks
from gongkai.sources.documents.xml import local

_COMMENTS = {"comments": "comment", "threadedComment": "threadedComment"}
_KINDS = {"页眉": Part.HEADER, "页脚": Part.FOOTER}
_STORED = ("pivotCacheDefinition+xml", "pivotCacheRecords+xml")
_CHARTS = ("drawingml.chart+xml", "drawingml.chartshapes+xml", "drawingml.diagramData+xml")
_LAID_OUT = "drawingml.diagramDrawing+xml"
_OTHER_NAMES = frozenset(OTHERS)


def of_sheet(parts: Parts, part: str, name: str, sheet: Sheet) -> Iterator[Traced]:
    """Comments, text boxes, columns of tables, headers and rules of one sheet."""
    if sheet.texts:
        yield from _written(parts.tree(part), name)
    for relation in parts.package.relations(part):
        if relation.outside or relation.target not in parts.package.names:
            continue
        if relation.kind in _COMMENTS:
            yield from _comments(parts, relation.target, _COMMENTS[relation.kind], name)
        elif relation.kind == "drawing":
            root = parts.tree(relation.target)
            yield from beside.drawn([root], (), f"{name}文本框")
            for key in ("descr", "title"):
                yield from beside.attributes(root, "cNvPr", key, Part.HIDDEN, f"{name}图片说明")
        elif relation.kind == "table":
            root = parts.tree(relation.target)
            yield from beside.attributes(root, "tableColumn", "name", Part.PROPERTY, f"{name}表格列名")


def of_book(parts: Parts, main: str) -> Iterator[Traced]:
    """Names for ranges, charts, data kept for pivot tables and from other workbooks, authors of comments."""
    package = parts.package
    for one in parts.tree(main).iter("{*}definedName"):
        if speaks(one.text or ""):
            yield beside.of_text(one, Part.PROPERTY, f"定义的名称：{one.get('name')}")
    charts = [parts.tree(name) for ending in _CHARTS for name in package.parts(ending)]
    labels = (cache for chart in charts for cache in chart.iter("{*}strCache"))
    stored = [parts.tree(name) for ending in _STORED for name in package.parts(ending)]
    outside = [parts.tree(name) for name in package.parts("externalLink+xml")]
    people = [parts.tree(name) for name in package.parts("ms-excel.person+xml")]
    comments = [parts.tree(name) for name in package.parts("spreadsheetml.comments+xml")]
    yield from beside.drawn(charts, [parts.tree(name) for name in package.parts(_LAID_OUT)], "图表")
    yield from beside.described(labels, frozenset({"v"}), Part.TEXT_BOX, "图表")
    yield from chain.from_iterable(
        beside.attributes(root, kind, "v", Part.HIDDEN, "数据透视表缓存") for root in stored for kind in "sn"
    )
    yield from beside.described(outside, frozenset({"v"}), Part.HIDDEN, "外部工作簿缓存")
    yield from beside.described(comments, frozenset({"author"}), Part.PROPERTY, "批注作者")
    yield from chain.from_iterable(
        beside.attributes(root, "person", "displayName", Part.PROPERTY, "批注作者") for root in people
    )


def _written(root: Any, name: str) -> Iterator[Traced]:
    """Headers, rules of entry and hints."""
    for element in root.iter():
        if local(element) in _OTHER_NAMES and (element.text or "").strip():
            yield _rule(element, name)
    for kind, key in SAID:
        yield from beside.attributes(root, kind, key, Part.HIDDEN, f"{name}提示")


def _rule(element: Any, name: str) -> Traced:
    label = OTHERS[local(element)]
    if label in _KINDS:
        fragments = shown_parts(TextSlot(element))
        text = "".join(one.text for one in fragments)
        return Traced(Piece(_KINDS[label], f"{name}{label}", text), fragments)
    return beside.of_text(element, Part.HIDDEN, f"{name}{label}")


def _comments(parts: Parts, target: str, wanted: str, sheet: str) -> Iterator[Traced]:
    for comment in parts.tree(target).iter("{*}" + wanted):
        written = letters(comment) or [one for one in comment if local(one) == "text"]
        fragments = tuple(whole(TextSlot(one)) for one in written if one.text)
        text = "".join(fragment.text for fragment in fragments)
        if text.strip():
            yield Traced(Piece(Part.COMMENT, f"{sheet}!{comment.get('ref', '')}批注", text), fragments)

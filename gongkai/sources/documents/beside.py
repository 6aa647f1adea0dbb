"""What a package keeps beside its text: properties, addresses of links, names of authors, data bound to fields."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from gongkai.proofreading.document import Part, Piece
from gongkai.sources.documents.opened import Parts
from gongkai.sources.documents.places import AttributeSlot, Fragment, TextSlot, Traced, whole
from gongkai.sources.documents.xml import local, value

_LABELS = {
    "title": "标题",
    "subject": "主题",
    "creator": "作者",
    "keywords": "关键词",
    "description": "备注",
    "category": "类别",
    "contentStatus": "状态",
    "lastModifiedBy": "最后修改者",
    "Company": "单位",
    "Manager": "主管",
    "HyperlinkBase": "超链接基础",
    "lpstr": "部分名称",
    "lpwstr": "自定义",
}
_OF_PROGRAMS = (
    "created modified revision lastPrinted version identifier language Application AppVersion Template TotalTime "
    "Pages Words Characters CharactersWithSpaces Lines Paragraphs DocSecurity ScaleCrop LinksUpToDate SharedDoc "
    "HyperlinksChanged Slides Notes HiddenSlides i4 i2 bool filetime"
)
_TECHNICAL = frozenset(_OF_PROGRAMS.split())
_PROPERTIES = ("core-properties+xml", "extended-properties+xml", "custom-properties+xml")
_USUAL_PROPERTIES = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
_DRAWING = "drawingml"
_BOUND = re.compile(r"customXml/item\d+\.xml")


def properties(parts: Parts) -> Iterator[Traced]:
    """Document properties that hold words, the office's own ones among them."""
    named = [name for ending in _PROPERTIES for name in parts.package.parts(ending)]
    usual = [name for name in _USUAL_PROPERTIES if name in parts.package.names]
    for name in dict.fromkeys((*named, *usual)):
        for element in parts.tree(name).iter():
            kind = local(element)
            if kind in _TECHNICAL or not (element.text or "").strip():
                continue
            holder = element.getparent()
            own = holder.get("name") if holder is not None else None
            yield of_text(element, Part.PROPERTY, f"文件属性：{own or _LABELS.get(kind, kind)}")


def bound_data(parts: Parts) -> Iterator[Traced]:
    """Data that fields of the text are bound to: a program restores the text from it."""
    for name in sorted(parts.package.names):
        if _BOUND.fullmatch(name):
            for element in parts.tree(name).iter():
                if local(element) and (element.text or "").strip():
                    yield of_text(element, Part.PROPERTY, f"绑定数据：{local(element)}")


def links(parts: Parts) -> Iterator[Traced]:
    """Addresses outside the document: web pages, e-mail, folders of somebody's machine."""
    for name in sorted(parts.package.names):
        if not name.endswith(".rels"):
            continue
        for element in parts.tree(name).iter("{*}Relationship"):
            if element.get("TargetMode") == "External" and element.get("Target"):
                slot = AttributeSlot(element, "Target")
                yield Traced(Piece(Part.LINK, "链接地址", slot.read()), (whole(slot),))


def authors(roots: Iterable[Any]) -> Iterator[Traced]:
    """Who made the tracked changes and comments, each name once."""
    named: dict[str, list[tuple[Fragment, ...]]] = {}
    for root in roots:
        for element in root.iter():
            for key in element.attrib:
                if key.rpartition("}")[2] in {"author", "initials"} and element.get(key):
                    named.setdefault(element.get(key), []).append((whole(AttributeSlot(element, key)),))
    for name, (first, *others) in named.items():
        yield Traced(Piece(Part.PROPERTY, "修订和批注作者", name), first, tuple(others))


def described(roots: Iterable[Any], wanted: frozenset[str], part: Part, where: str) -> Iterator[Traced]:
    """Text of the elements with these names, wherever they stand: labels of charts, boxes of diagrams."""
    for root in roots:
        for element in root.iter():
            if local(element) in wanted and (element.text or "").strip():
                yield of_text(element, part, where)


def drawn(roots: Iterable[Any], copies: Iterable[Any], where: str) -> Iterator[Traced]:
    """The paragraphs of drawings, charts, diagrams. `copies` hold the same ones as they were last laid out; what
    stands only there is not shown any more."""
    again: dict[str, list[Traced]] = {}
    for one in (one for root in copies for one in _drawn(root, Part.HIDDEN, where)):
        again.setdefault(one.piece.text, []).append(one)
    for one in (one for root in roots for one in _drawn(root, Part.TEXT_BOX, where)):
        twins = again.pop(one.piece.text, [])
        yield one._replace(twins=tuple(twin.fragments for twin in twins))
    for left in again.values():
        yield from left


def _drawn(root: Any, part: Part, where: str) -> Iterator[Traced]:
    for paragraph in root.iter("{*}p"):
        if _DRAWING in paragraph.tag:
            fragments = tuple(whole(TextSlot(one)) for one in paragraph.iter("{*}t") if one.text)
            text = "".join(fragment.text for fragment in fragments)
            if text.strip():
                yield Traced(Piece(part, where, text), fragments)


def attributes(root: Any, name: str, key: str, part: Part, where: str) -> Iterator[Traced]:
    """An attribute of every element of that name."""
    for element in root.iter("{*}" + name):
        if value(element, key):
            full = next(one for one in element.attrib if one.rpartition("}")[2] == key)
            yield Traced(Piece(part, where, value(element, key)), (whole(AttributeSlot(element, full)),))


def of_text(element: Any, part: Part, where: str) -> Traced:
    """The text of an element as a piece."""
    slot = TextSlot(element)
    return Traced(Piece(part, where, slot.read()), (whole(slot),))

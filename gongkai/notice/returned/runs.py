"""The text a reader sees in a paragraph: insertions are in, deletions and hidden text are out."""

from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_LEFT_OUT = frozenset(
    qn(f"w:{tag}")
    for tag in ("del", "moveFrom", "delText", "instrText", "pPr", "rPr", "rt", "txbxContent", "tbl", "sdtPr")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TEXT = frozenset({qn("w:t"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"})


def text_of(paragraph: BaseOxmlElement) -> str:
    """The visible text of a paragraph, without what its text boxes hold."""
    return "".join(_pieces(paragraph))


def _pieces(parent: BaseOxmlElement) -> Iterator[str]:
    for child in parent:
        if child.tag in _LEFT_OUT or (child.tag == qn("w:r") and _hidden(child)):
            continue
        if child.tag in _TEXT:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == qn("w:sym"):
            yield _symbol(child.get(qn("w:char"), ""))
        else:
            yield from _pieces(child)


def _symbol(code: str) -> str:
    """A character of a symbol font; one that cannot be named stands as a mark that something is there."""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def _hidden(run: BaseOxmlElement) -> bool:
    properties = run.find(qn("w:rPr"))
    return properties is not None and _on(properties.find(qn("w:vanish")))


def ends_in_next(paragraph: BaseOxmlElement) -> bool:
    """Whether the end of a paragraph was deleted, so that the next one continues it."""
    properties = paragraph.find(qn("w:pPr"))
    mark = properties.find(qn("w:rPr")) if properties is not None else None
    return mark is not None and mark.find(qn("w:del")) is not None


def _on(switch: BaseOxmlElement | None) -> bool:
    return switch is not None and switch.get(qn("w:val"), "1") not in ("0", "false", "off")

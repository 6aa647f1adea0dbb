"""A table of a .docx as rows of texts, merged cells told in each place they cover."""

from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from gongkai.notice.returned.runs import text_of

Rows = tuple[tuple[str, ...], ...]

_MOST_SPANNED = 63
"""Columns a table of Word has at most."""


def table_rows(table: BaseOxmlElement) -> Rows:
    """The rows of a table; a row deleted as a tracked change is gone."""
    rows: list[tuple[str, ...]] = []
    for row in _inside(table, qn("w:tr")):
        if not _deleted(row):
            rows.append(tuple(_cells(row, rows[-1] if rows else ())))
    return tuple(rows)


def _inside(parent: BaseOxmlElement, tag: str) -> Iterator[BaseOxmlElement]:
    """The children of a kind, also those in content controls; not those of a table within."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")):
            yield from _inside(child, tag)


def _deleted(row: BaseOxmlElement) -> bool:
    properties = row.find(qn("w:trPr"))
    return properties is not None and properties.find(qn("w:del")) is not None


def _cells(row: BaseOxmlElement, above: tuple[str, ...]) -> Iterator[str]:
    column = 0
    for cell in _inside(row, qn("w:tc")):
        properties = cell.find(qn("w:tcPr"))
        span = _span(properties)
        continues = _continues(properties) and column < len(above)
        text = above[column] if continues else "\n".join(map(text_of, cell.iter(qn("w:p"))))
        for _ in range(span):
            yield text
        column += span


def _span(properties: BaseOxmlElement | None) -> int:
    found = properties.find(qn("w:gridSpan")) if properties is not None else None
    written = found.get(qn("w:val"), "1") if found is not None else "1"
    return min(int(written), _MOST_SPANNED) if written.isascii() and written.isdecimal() else 1


def _continues(properties: BaseOxmlElement | None) -> bool:
    """Whether a cell is the lower part of one merged downwards."""
    merge = properties.find(qn("w:vMerge")) if properties is not None else None
    return merge is not None and merge.get(qn("w:val"), "continue") == "continue"

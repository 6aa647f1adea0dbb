"""A document as a proofreader reads it: every piece of text with its place, and its tables as grids."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple


class Part(StrEnum):
    """Where in a document a piece of text stands; what is not seen on paper is read as well."""

    BODY = "正文"
    CELL = "单元格"
    TEXT_BOX = "文本框"
    HEADER = "页眉"
    FOOTER = "页脚"
    NOTE = "脚注"
    COMMENT = "批注"
    INSERTED = "修订插入"
    DELETED = "修订删除"
    HIDDEN = "隐藏文字"
    LINK = "链接地址"
    PROPERTY = "文件属性"
    FILE_NAME = "文件名"


class Piece(NamedTuple):
    """A paragraph, cell, line or property. `where` names it to a person: 第3段, 表2第4行第1列, 名单!B3, 第2页第5行.
    `style` is what the document says of it (`Heading 1`, `title`…), "" for nothing."""

    part: Part
    where: str
    text: str
    style: str = ""


class Table(NamedTuple):
    """A grid: `cells` holds, row by row, the place of each cell's piece in the document's pieces; a merged cell
    is named in every place that it covers. `before` is the place of the piece that stands above it, -1 for none."""

    where: str
    cells: tuple[tuple[int, ...], ...]
    before: int = -1


@dataclass(frozen=True)
class Document:
    """What was read of a file, in reading order."""

    name: str
    pieces: tuple[Piece, ...]
    tables: tuple[Table, ...] = ()

    @cached_property
    def text(self) -> str:
        """All pieces in one string, a line feed after each: what is searched in one pass."""
        return "\n".join(piece.text for piece in self.pieces)

    @cached_property
    def starts(self) -> list[int]:
        """Where each piece begins in `text`."""
        found, at = [], 0
        for piece in self.pieces:
            found.append(at)
            at += len(piece.text) + 1
        return found

    def place(self, offset: int) -> tuple[int, int]:
        """An offset of `text` → (piece, offset in the piece)."""
        piece = bisect_right(self.starts, offset) - 1
        return piece, offset - self.starts[piece]


def plain(name: str, text: str) -> Document:
    """A text as a document: a piece for each line that is not blank."""
    lines = enumerate(text.splitlines(), start=1)
    pieces = [Piece(Part.BODY, f"第{number}行", line) for number, line in lines if line.strip()]
    return Document(name, (*pieces, Piece(Part.FILE_NAME, "文件名", name)))

"""A .txt → a piece a line."""

import codecs
from collections.abc import Mapping
from typing import NamedTuple

from gongkai.proofreading.document import Part, Piece, Table
from gongkai.sources.documents.faults import DocumentError, too_much
from gongkai.sources.documents.limits import MOST_PIECES

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = frozenset(chr(code) for code in range(32)) - set("\t\n\r\x0b\x0c\x1a\x1b\x08")
_HEAD = 65_536


class Decoded(NamedTuple):
    """A text, the encoding it was in, and the mark that stood before it."""

    text: str
    encoding: str
    mark: bytes = b""

    def encoded(self, text: str) -> bytes:
        """A text in the same encoding; what it cannot hold becomes a question mark."""
        return self.mark + text.encode(self.encoding, "replace")


def decode(content: bytes) -> Decoded:
    """UTF-8 and UTF-16 by their mark, else UTF-8, else GB18030.

    Raises DocumentError, with the byte from which on it is no text, for anything else.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            try:
                return Decoded(content[len(mark) :].decode(encoding), encoding, mark)
            except UnicodeDecodeError as error:
                raise _unreadable(error.start + len(mark)) from error
    if _looks_utf16(content):
        return _without_mark(content)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        first = error.start
    try:
        return Decoded(content.decode("gb18030"), "gb18030")
    except UnicodeDecodeError as error:
        raise _unreadable(first) from error


def _looks_utf16(content: bytes) -> bool:
    """Line ends and digits of UTF-16 without a mark show as zeros in every other byte."""
    head = content[:_HEAD]
    return head.count(0) > len(head) // 50 and len(content) % 2 == 0


def _without_mark(content: bytes) -> Decoded:
    head = content[:_HEAD]
    encoding = "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"
    try:
        return Decoded(content.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise _unreadable(error.start) from error


def _unreadable(offset: int) -> DocumentError:
    return DocumentError(
        f"从第{offset + 1}个字节起不是 UTF-8、UTF-16 或 GB18030 编码的文字，可能已损坏",
        "请核对文件；确是文本的，请用记事本打开，另存为 UTF-8 编码后重试",
    )


class Text:
    """Raises DocumentError for what is no text, or has too many lines. `lines` keep their ends."""

    tables: tuple[Table, ...] = ()

    def __init__(self, content: bytes) -> None:
        self._decoded = decode(content)
        text = self._decoded.text
        if not _CONTROL.isdisjoint(text[:_HEAD]):
            raise DocumentError(
                "不是文本，也不是能识别的文档", "请提供 .docx、.xlsx、.pdf、.html、.md 或 .txt 文件"
            )
        if text.count("\n") > MOST_PIECES:
            raise too_much(f"超过{MOST_PIECES // 10_000}万行")
        self.lines = text.splitlines(keepends=True)
        if len(self.lines) > MOST_PIECES:
            raise too_much(f"超过{MOST_PIECES // 10_000}万行")
        self._written = [place for place, line in enumerate(self.lines) if line.strip()]
        self.pieces = [
            Piece(Part.BODY, f"第{place + 1}行", bare(self.lines[place])) for place in self._written
        ]

    def inside(self) -> tuple[bytes, ...]:
        """No files."""
        return ()

    def saved(self, texts: Mapping[int, str]) -> bytes:
        """The text with each named line reading as given, its line ends and its encoding as they were."""
        lines = list(self.lines)
        for piece, text in texts.items():
            place = self._written[piece]
            lines[place] = text + lines[place][len(bare(lines[place])) :]
        return self.encoded("".join(lines))

    def encoded(self, text: str) -> bytes:
        """Another text in the encoding of this one."""
        return self._decoded.encoded(text)


def bare(line: str) -> str:
    """A line without its end."""
    return next(iter(line.splitlines()), "")

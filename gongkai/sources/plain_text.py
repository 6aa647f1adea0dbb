"""A .csv in whichever encoding the other system wrote it → rows of text."""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.sources.faults import FileFault

_DELIMITERS = ",\t;"
_CONTROL = frozenset(chr(code) for code in range(32)) - set("\t\n\r\x0b\x0c\x1a")
_HEAD = 4096


@dataclass(frozen=True)
class Text:
    """A file whose encoding and delimiter are known; its rows are parsed anew each time, not kept."""

    content: bytes
    encoding: str
    delimiter: str

    def rows(self) -> Iterator[list[str]]:
        """Raises FileFault at a row whose quotes do not close."""
        lines = io.TextIOWrapper(io.BytesIO(self.content), self.encoding, newline="")
        try:
            yield from csv.reader(lines, delimiter=self.delimiter, strict=True)
        except csv.Error as error:
            raise FileFault(
                "CSV 文件的引号没有成对，无法分列。请用 Excel 打开检查，另存为 .xlsx 后重新导入"
            ) from error


def read(content: bytes) -> Text:
    """Find out encoding (UTF-8 with or without BOM, UTF-16 with BOM, GB18030) and delimiter.

    Raises FileFault when it is in none of them or is no text at all.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return Text(content, encoding, _delimiter(text))
    raise FileFault("无法识别文字编码（既不是 UTF-8 也不是 GB18030）。请另存为 .xlsx 后重新导入")


def _delimiter(text: str) -> str:
    if "\x00" in text:
        raise FileFault("文件含有空字节（NUL），可能在传输中损坏。请重新导出")
    head = text[:_HEAD]
    if not _CONTROL.isdisjoint(head):
        raise FileFault("文件不是文本，也不是能识别的电子表格。请导入 .xlsx、.xls 或 .csv 文件")
    return max(_DELIMITERS, key=head.count)

"""A .csv in whichever encoding the other system wrote it → rows of text."""

import codecs
import csv
import io

from gongkai.sources.faults import FileFault

_DELIMITERS = ",\t;"
_CONTROL = frozenset(chr(code) for code in range(32)) - set("\t\n\r\x0b\x0c\x1a")


def rows(content: bytes) -> list[list[str]]:
    """The rows of `content`, in UTF-8 with or without BOM, UTF-16 with BOM, or GB18030.

    Raises FileFault when it is in none of them or is no text at all.
    """
    text = _decode(content)
    if "\x00" in text:
        raise FileFault("文件含有空字节（NUL），可能在传输中损坏。请重新导出")
    if not _CONTROL.isdisjoint(text[:4096]):
        raise FileFault("文件不是文本，也不是能识别的电子表格。请上传 .xlsx、.xls 或 .csv 文件")
    delimiter = max(_DELIMITERS, key=text[:4096].count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise FileFault(
            "CSV 文件的引号没有成对，无法分列。请用 Excel 打开检查，另存为 .xlsx 后上传"
        ) from error


def _decode(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileFault("无法识别文字编码（既不是 UTF-8 也不是 GB18030）。请另存为 .xlsx 后上传")

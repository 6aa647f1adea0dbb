"""What a document is, by its content: the name it was given proves nothing."""

from enum import StrEnum

from gongkai.sources.containers import LARGEST_FILE, MEGABYTE
from gongkai.sources.documents.faults import (
    SAVE_DOCX,
    SAVE_XLSX,
    DocumentError,
    damaged,
    locked,
    too_much,
)
from gongkai.sources.documents.package import SHEETS, WORD, Package


class Kind(StrEnum):
    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"
    HTML = "html"
    TEXT = "txt"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_FOREIGN = {
    b"\x89PNG": "图片",
    b"\xff\xd8\xff": "图片",
    b"GIF8": "图片",
    b"II*\x00": "图片",
    b"MM\x00*": "图片",
    b"Rar!": "压缩包",
    b"7z\xbc\xaf": "压缩包",
    b"\x1f\x8b": "压缩包",
    b"PK\x05\x06": "空的压缩包",
    b"{\\rtf": "RTF 文档",
}
_MARKUP = (
    b"<html",
    b"<!doctype html",
    b"<head",
    b"<body",
    b"<meta",
    b"<div",
    b"<table",
    b"<p>",
    b"<p ",
    b"<article",
)
_HEAD = 4096
_PDF_HEAD = 1024
"""A reader accepts a PDF whose mark comes a little late."""


def kind(content: bytes) -> Kind:
    """What `content` is. Raises DocumentError for whatever is not read here: empty, too large, locked, an old
    format, an archive, a picture."""
    if not content:
        raise DocumentError("是空的（0 字节）", "请确认文件已保存完整后重试")
    if len(content) > LARGEST_FILE:
        raise too_much(f"{len(content) / MEGABYTE:.0f} MB，上限 {LARGEST_FILE // MEGABYTE} MB")
    if content.startswith(b"PK\x03\x04"):
        return _zipped(content)
    if content.startswith(_OLE):
        raise _old(content)
    if b"%PDF-" in content[:_PDF_HEAD]:
        return Kind.PDF
    return _of_text(content)


def _of_text(content: bytes) -> Kind:
    for mark, what in _FOREIGN.items():
        if content.startswith(mark):
            raise DocumentError(
                f"是{what}，不是能校对的文档",
                "请提供 .docx、.xlsx、.pdf、.html、.md 或 .txt 文件；压缩包请先解压",
            )
    head = content[:_HEAD]
    if head.startswith(_UTF16):
        head = head[2:].replace(b"\x00", b"")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(b"<?xml") or start.startswith(b"<!--"):
        return Kind.HTML if b"<html" in start else Kind.TEXT
    return Kind.HTML if start.startswith(_MARKUP) else Kind.TEXT


def _zipped(content: bytes) -> Kind:
    package = Package(content)
    if package.main(WORD):
        return Kind.DOCX
    if package.main(SHEETS):
        return Kind.XLSX
    if "xl/workbook.bin" in package.names:
        raise DocumentError("是二进制工作簿（.xlsb），无法读取", SAVE_XLSX)
    if "ppt/presentation.xml" in package.names:
        raise DocumentError("是演示文稿，不能校对", "请将文字复制到 .docx 后重试")
    if "content.xml" in package.names:
        raise DocumentError("是 OpenDocument 或 OFD 类文件，无法读取", SAVE_DOCX)
    if "[Content_Types].xml" in package.names:
        raise damaged()
    raise DocumentError("是压缩包，不能直接校对", "请解压后，将其中的文档逐个提交")


def _old(content: bytes) -> DocumentError:
    if _stream("EncryptedPackage") in content:
        return locked()
    if _stream("WordDocument") in content:
        return DocumentError("是旧版 .doc（或 .wps）文档，无法读取", SAVE_DOCX)
    if _stream("Workbook") in content or _stream("Book") in content:
        return DocumentError("是旧版 .xls（或 .et）工作簿，无法读取", SAVE_XLSX)
    return DocumentError("是旧版 Office 文件，无法读取", "请另存为 .docx 或 .xlsx 后重试")


def _stream(name: str) -> bytes:
    """How the directory of an OLE file spells a stream's name."""
    return name.encode("utf-16-le")

"""What a file is, by its content: the name a clerk gave it proves nothing."""

import zipfile
from enum import StrEnum
from pathlib import Path

from gongkai.sources.faults import FileFault

MEGABYTE = 1024 * 1024
LARGEST_FILE = 50 * MEGABYTE
LOCKED = "文件设有打开密码，无法读取。请取消密码后重新导入"
SAVE_AS = "请在 Excel 或 WPS 中打开，另存为 .xlsx 后重新导入"

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_FOREIGN = {
    b"%PDF": "PDF 文件",
    b"\x89PNG": "图片",
    b"\xff\xd8\xff": "图片",
    b"GIF8": "图片",
    b"BM": "图片",
    b"II*\x00": "图片",
    b"MM\x00*": "图片",
    b"Rar!": "压缩包",
    b"7z\xbc\xaf": "压缩包",
    b"\x1f\x8b": "压缩包",
    b"PK\x05\x06": "空的压缩包",
}
_IN_ZIP = {
    "word/document.xml": "Word 文档",
    "ppt/presentation.xml": "演示文稿",
    "xl/workbook.bin": "二进制工作簿（.xlsb）",
    "content.xml": "OpenDocument 文件",
}
_IN_OLE = {"WordDocument": "旧版 Word 文档", "PowerPoint Document": "旧版演示文稿"}
_MARKUP = (b"<html", b"<!doctype", b"<table", b"<head", b"<meta", b"<style", b"<div")


class Container(StrEnum):
    XLSX = "xlsx"
    XLS = "xls"
    TEXT = "csv"


def identify(path: Path) -> Container:
    """The container of the file at `path`. Raises FileFault for whatever is not a spreadsheet."""
    size = path.stat().st_size
    if size == 0:
        raise FileFault("文件是空的（0 字节）。请确认导出完成后重新导入")
    if size > LARGEST_FILE:
        limit = LARGEST_FILE // MEGABYTE
        raise FileFault(
            f"文件有 {size / MEGABYTE:.0f} MB，超过 {limit} MB 的上限。请按月份或单位拆分后分次导入"
        )
    with path.open("rb") as file:
        head = file.read(4096)
    if head.startswith(_ZIP):
        return _zip(path)
    if head.startswith(_OLE):
        return _ole(path)
    _refuse_foreign(head)
    return Container.TEXT


def _refuse_foreign(head: bytes) -> None:
    for mark, what in _FOREIGN.items():
        if head.startswith(mark):
            raise FileFault(f"这是{what}，不是电子表格。请导入 .xlsx、.xls 或 .csv 文件")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(_MARKUP):
        raise FileFault(f"这是以 .xls 为名的网页（HTML），不是真正的电子表格。{SAVE_AS}")
    if start.startswith(b"<?xml") or start.startswith(b"<workbook"):
        raise FileFault(f"这是 XML 文件，不是 .xlsx。{SAVE_AS}")
    if b"\x00" in head and not head.startswith(_UTF16):
        raise FileFault("文件含有空字节（NUL），既不是电子表格也不是文本。请重新导出")


def _zip(path: Path) -> Container:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise FileFault("文件不完整或已损坏，可能没有传完。请重新导出或重新复制后再导入") from error
    if "xl/workbook.xml" in names:
        return Container.XLSX
    what = next((what for name, what in _IN_ZIP.items() if name in names), "压缩包")
    raise FileFault(
        f"这是{what}，不是 .xlsx 工作簿。{SAVE_AS if what != '压缩包' else '请解压后导入其中的表格'}"
    )


def _ole(path: Path) -> Container:
    content = path.read_bytes()
    if _stream("EncryptedPackage") in content:
        raise FileFault(LOCKED)
    for name, what in _IN_OLE.items():
        if _stream(name) in content:
            raise FileFault(f"这是{what}，不是电子表格。请导入 .xlsx、.xls 或 .csv 文件")
    return Container.XLS


def _stream(name: str) -> bytes:
    """How the directory of an OLE file spells a stream's name."""
    return name.encode("utf-16-le")

"""Files people hand in: what they are is told by their content, and only what is of use is taken."""

import zipfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path, PurePath

from django.conf import settings

from gongkai.actions.masking import masked
from gongkai.records import vault
from gongkai.records.models import Office, Person, StoredFile

PDF, PNG, JPEG = "application/pdf", "image/png", "image/jpeg"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLS, CSV = "application/vnd.ms-excel", "text/csv"
SPREADSHEETS = frozenset({XLSX, XLS, CSV})
EVIDENCE = frozenset({PDF, PNG, JPEG, XLSX, DOCX})
SCANS = frozenset({PDF, PNG, JPEG})
LABELS = {
    PDF: "PDF",
    PNG: "PNG 图片",
    JPEG: "JPG 图片",
    XLSX: ".xlsx 表格",
    DOCX: ".docx 文档",
    XLS: ".xls 表格",
    CSV: ".csv 表格",
}
ENDINGS = {
    PDF: (".pdf",),
    PNG: (".png",),
    JPEG: (".jpg", ".jpeg"),
    XLSX: (".xlsx", ".xlsm"),
    DOCX: (".docx",),
    XLS: (".xls", ".et"),
    CSV: (".csv",),
}
"""What the name of a file of a type may end with; the first is put behind any other."""
LONGEST_NAME = 200

_STARTS = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", XLS),
)
_PARTS = (("xl/workbook.xml", XLSX), ("word/document.xml", DOCX))


class FileRefused(ValueError):
    """A file that is not taken; the message says why and what would be."""


def run(
    office: Office,
    name: str,
    chunks: Iterable[bytes],
    size: int,
    *,
    accepted: frozenset[str],
    by: Person | None,
    at: datetime,
) -> StoredFile:
    """Keep a file of one of the `accepted` types. Raises FileRefused, OSError."""
    shown = _plain(name)
    most = settings.UPLOAD_BYTES
    if not size:
        raise FileRefused(f"“{shown}”是空文件，请核对后重新选择")
    if size > most:
        raise FileRefused(
            f"“{shown}”有 {size / 2**20:.0f} MB，超过 {most // 2**20} MB 的限度，请拆分或压缩后再传"
        )
    digest, kept = vault.keep(chunks, lambda part: _check(part, shown, accepted))
    found = media_type(vault.path(digest), shown)
    return StoredFile.objects.create(
        office=office,
        name=_ending(shown, found),
        digest=digest,
        media_type=found,
        size=kept,
        kept_at=at,
        kept_by=by,
    )


def _plain(name: str) -> str:
    """The name without folders, without citizens' data, and without signs that cannot be seen: some turn the text
    behind them round."""
    seen = "".join(sign for sign in name.replace("\\", "/") if sign.isprintable())
    return masked(PurePath(seen).name)[-LONGEST_NAME:] or "未命名"


def _ending(name: str, media: str) -> str:
    """The name as it is handed out again: whoever opens it gets the type that its content is."""
    fitting = ENDINGS[media]
    return name if name.lower().endswith(fitting) else f"{name}{fitting[0]}"


def _check(path: Path, name: str, accepted: frozenset[str]) -> None:
    """Raise FileRefused for content of another type."""
    if media_type(path, name) not in accepted:
        wanted = "、".join(label for media, label in LABELS.items() if media in accepted)
        raise FileRefused(
            f"“{name}”的内容不是可以接收的文件类型（可用：{wanted}），没有保存；改扩展名不能改变内容"
        )


def media_type(path: Path, name: str) -> str:
    """What the content is, "" for nothing known; a name decides only between text and .csv."""
    with path.open("rb") as file:
        start = file.read(4096)
    for signature, media in _STARTS:
        if start.startswith(signature):
            return media
    if start.startswith(b"PK\x03\x04"):
        return _zipped(path)
    return CSV if name.lower().endswith(".csv") and b"\x00" not in start else ""


def _zipped(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError):
        return ""
    return next((media for part, media in _PARTS if part in names), "")

"""A look into an .xlsx before it is read: is it safe to open, and which cells would read as a silent blank.

The reader fills a whole rectangle of cells, gives "" for a formula that was never computed and for
#REF!, and unpacks whatever a part holds; so parts are streamed through once, a piece at a time.
"""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

from gongkai.sources.containers import MEGABYTE, SAVE_AS
from gongkai.sources.faults import FileFault
from gongkai.sources.sheet_scan import DAMAGED, SheetNotes, scan

LARGEST_CONTENT = 600 * MEGABYTE
LARGEST_RATIO = 200
RATIO_MATTERS = 20 * MEGABYTE
LARGEST_ROW = 32 * MEGABYTE
MOST_PARTS = 2000
_CHUNK = MEGABYTE // 4
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Inspection:
    macros: bool
    sheets: dict[str, SheetNotes]


def inspect(path: Path) -> Inspection:
    """Stream through the parts of the .xlsx at `path`. Raises FileFault for a bomb or a damaged file."""
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_bomb(archive)
            names, recalculated = _workbook(archive)
            sheets = {name: scan(_chunks(archive, part), recalculated) for name, part in names.items()}
            for part in set(archive.namelist()) - set(names.values()):
                if part.startswith("xl/") and part.endswith((".xml", ".rels")):
                    _drain(archive, part)
            return Inspection("xl/vbaProject.bin" in archive.namelist(), sheets)
    except FileFault:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, LookupError, ValueError, SyntaxError) as error:
        raise FileFault(DAMAGED) from error  # a syntax error is one of XML
    except (RuntimeError, NotImplementedError) as error:  # zipfile's words for a password or odd compression
        raise FileFault(
            "工作簿的压缩包设有密码或压缩方式不受支持。请另存为普通的 .xlsx 后重新导入"
        ) from error


def _refuse_bomb(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_CONTENT:
        raise FileFault("文件解压后过大，疑为压缩炸弹，已拒绝读取。请另存为新的 .xlsx 后重新导入")
    for part in parts:
        if part.file_size > RATIO_MATTERS and part.file_size > part.compress_size * LARGEST_RATIO:
            raise FileFault(
                "文件的压缩比异常，疑为压缩炸弹，已拒绝读取。请删除表格下方大片的空行后另存为 .xlsx 再导入"
            )


def _workbook(archive: zipfile.ZipFile) -> tuple[dict[str, str], bool]:
    """Sheet name → its part; and whether the program that wrote the file left computing to the next one."""
    root = ElementTree.fromstring(_plain_xml(archive.read("xl/workbook.xml")))
    links = ElementTree.fromstring(_plain_xml(archive.read("xl/_rels/workbook.xml.rels")))
    targets = {link.get("Id", ""): link.get("Target", "") for link in links}
    names = {}
    for sheet in root.iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_LINK, ""), "")
        part = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
        if part in archive.NameToInfo:
            names[sheet.get("name", "")] = part
    settings = root.find(f"{_MAIN}calcPr")
    return names, settings is not None and settings.get("fullCalcOnLoad") in ("1", "true")


def _plain_xml(content: bytes) -> bytes:
    if b"<!DOCTYPE" in content:
        raise FileFault(f"工作簿内部含有不允许的文档类型声明，已拒绝读取。{SAVE_AS}")
    return content


def _chunks(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The part in pieces that end where a row ends."""
    rest = b""
    with archive.open(part) as stream:
        while piece := stream.read(_CHUNK):
            piece = rest + piece
            end = piece.rfind(b"row>") + 4
            if end > 4:
                yield piece[:end]
                rest = piece[end:]
            elif len(piece) > LARGEST_ROW:
                raise FileFault(DAMAGED)
            else:
                rest = piece
    yield rest


def _drain(archive: zipfile.ZipFile, part: str) -> None:
    """Unpack to nowhere: a part whose size or checksum lies is found here, not by the reader."""
    with archive.open(part) as stream:
        while stream.read(_CHUNK):
            pass

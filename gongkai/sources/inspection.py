"""A look into an .xlsx before it is read: is it safe to open, and which cells would read as a silent blank.

The reader fills a whole rectangle of cells, gives "" for a formula that was never computed and for
#REF!, and unpacks whatever a part holds; so parts are streamed through once, a megabyte at a time.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

from gongkai.sources.containers import MEGABYTE
from gongkai.sources.faults import Code, FileFault, letter

LARGEST_CONTENT = 600 * MEGABYTE
LARGEST_RATIO = 200
RATIO_MATTERS = 20 * MEGABYTE
MOST_CELLS = 5_000_000
MOST_PARTS = 2000
_CHUNK = MEGABYTE
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FAR = (
    re.compile(rb'r="(?:[A-Za-z]{3}\d|[C-Zc-z][A-Za-z]\d|[A-Za-z]+\d{6})'),
    re.compile(rb"r='(?:[A-Za-z]{3}\d|[C-Zc-z][A-Za-z]\d|[A-Za-z]+\d{6})"),
)
_TRUTH = (b't="b"', b"t='b'")
_ERROR = (b't="e"', b"t='e'")
_DAMAGED = "文件不完整或已损坏，可能没有传完。请重新导出或重新复制后上传"


@dataclass(frozen=True)
class Unreadable:
    """A cell whose value is not there; it stands in the grid so that nobody takes it for a blank."""

    code: Code
    shown: str

    def __str__(self) -> str:
        return self.shown


@dataclass
class SheetNotes:
    """`unreadable` by (row, column) from 0; `truths` says the sheet has true/false cells."""

    unreadable: dict[tuple[int, int], Unreadable] = field(default_factory=dict)
    truths: bool = False


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
            sheets = {name: _sheet(archive, part, recalculated) for name, part in names.items()}
            for part in set(archive.namelist()) - set(names.values()):
                if part.startswith("xl/") and part.endswith((".xml", ".rels")):
                    _drain(archive, part)
            return Inspection("xl/vbaProject.bin" in archive.namelist(), sheets)
    except (zipfile.BadZipFile, zlib.error, EOFError, ElementTree.ParseError, KeyError) as error:
        raise FileFault(_DAMAGED) from error
    except (RuntimeError, NotImplementedError) as error:  # zipfile's words for a password or odd compression
        raise FileFault("工作簿的压缩包设有密码或压缩方式不受支持。请另存为普通的 .xlsx 后上传") from error


def _refuse_bomb(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_CONTENT:
        raise FileFault("文件解压后过大，疑为压缩炸弹，已拒绝读取。请另存为新的 .xlsx 后上传")
    for part in parts:
        if part.file_size > RATIO_MATTERS and part.file_size > part.compress_size * LARGEST_RATIO:
            raise FileFault(
                "文件的压缩比异常，疑为压缩炸弹，已拒绝读取。请删除表格下方大片的空行后另存为 .xlsx 再上传"
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
        if part in archive.NameToInfo and "worksheets/" in part:
            names[sheet.get("name", "")] = part
    settings = root.find(f"{_MAIN}calcPr")
    return names, settings is not None and settings.get("fullCalcOnLoad") in ("1", "true")


def _plain_xml(content: bytes) -> bytes:
    if b"<!DOCTYPE" in content:
        raise FileFault("工作簿内部含有不允许的文档类型声明，已拒绝读取")
    return content


def _sheet(archive: zipfile.ZipFile, part: str, recalculated: bool) -> SheetNotes:
    notes, zeros, computed = SheetNotes(), {}, False
    scan: _Scan | None = None
    far = (0, 0)
    for chunk in _chunks(archive, part):
        scan = scan or _Scan.of(chunk)
        far = _reach(scan, chunk, far)
        notes.truths = notes.truths or any(mark in chunk for mark in _TRUTH)
        if scan.formula in chunk or any(mark in chunk for mark in _ERROR):
            for place, value, is_formula in scan.cells(chunk):
                if value is None:
                    notes.unreadable[place] = Unreadable(Code.FORMULA_UNCOMPUTED, "公式")
                elif value.startswith("#"):
                    notes.unreadable[place] = Unreadable(Code.CELL_ERROR, value)
                elif is_formula and value == "0":
                    zeros[place] = Unreadable(Code.FORMULA_UNCOMPUTED, "公式")
                else:
                    computed = computed or is_formula
    # a program that cannot compute writes 0 and asks the next one to: those zeros are no figures
    if recalculated and not computed:
        notes.unreadable |= zeros
    return notes


def _reach(scan: "_Scan", chunk: bytes, far: tuple[int, int]) -> tuple[int, int]:
    """The lowest row and rightmost column so far; refuses a rectangle that would not fit in memory."""
    if any(pattern.search(chunk) for pattern in _FAR):
        for columns, row, empty in scan.reference.findall(chunk):
            if not empty:
                far = max(far[0], int(row)), max(far[1], _column(columns.decode()))
        if far[0] * (far[1] + 1) > MOST_CELLS:
            place = f"{letter(far[1])}{far[0]}"
            raise FileFault(
                f"表格范围一直延伸到 {place}，超过 {MOST_CELLS:,} 个单元格的上限。"
                "请删除远处多余的内容，或按月份拆分后分次导入"
            )
    return far


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
            else:
                rest = piece
    yield rest


def _drain(archive: zipfile.ZipFile, part: str) -> None:
    """Unpack to nowhere: a part whose size or checksum lies is found here, not by the reader."""
    with archive.open(part) as stream:
        while stream.read(_CHUNK):
            pass


@dataclass(frozen=True)
class _Scan:
    """The patterns of one sheet, spelled with the prefix it uses for its elements."""

    formula: bytes
    reference: re.Pattern[bytes]
    cell: re.Pattern[bytes]

    @classmethod
    def of(cls, head: bytes) -> "_Scan":
        if not head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") or b"<!DOCTYPE" in head[:2000]:
            raise FileFault(_DAMAGED)
        found = re.search(rb"<(\w+:)?worksheet\b", head)
        p = re.escape(found[1]) if found and found[1] else b""
        return cls(
            formula=b"<%sf" % p,
            reference=re.compile(rb"""<%sc\b[^>]*?\br=["']([A-Za-z]+)(\d+)["'][^>]*?(/?)>""" % p),
            cell=re.compile(
                rb"<%(p)sc\b([^>/]*)>\s*(<%(p)sf\b(?:[^>]*/>|[^>]*>[^<]*</%(p)sf>))?"
                rb"\s*(?:<%(p)sv\b[^>/]*>([^<]*)</%(p)sv>|<%(p)sv\s*/>)?" % {b"p": p}
            ),
        )

    def cells(self, chunk: bytes) -> Iterator[tuple[tuple[int, int], str | None, bool]]:
        """(row, column) from 0, stored value, is it a formula: for formulas and errors; None where none is
        stored. A formula that yields text may yield an empty one."""
        for attributes, formula, value in self.cell.findall(chunk):
            kind = re.search(rb"""\bt=["'](\w+)["']""", attributes)
            is_error = kind is not None and kind[1] == b"e"
            place = re.search(rb"""\br=["']([A-Za-z]+)(\d+)["']""", attributes)
            if place and (formula or is_error):
                stored = value.decode() or ("" if kind and kind[1] == b"str" else None)
                yield (int(place[2]) - 1, _column(place[1].decode())), stored, bool(formula)


def _column(letters: str) -> int:
    index = 0
    for char in letters.upper():
        index = index * 26 + ord(char) - 64
    return index - 1

"""Any spreadsheet file → sheets of rows. Only this module, and the one that marks faults, know a reader."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Protocol

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from gongkai.sources import inspection, plain_text
from gongkai.sources.containers import Container, identify
from gongkai.sources.faults import FileFault
from gongkai.sources.inspection import MOST_CELLS, SheetNotes, Unreadable

MOST_SHEETS = 60
_SUFFIXES = {Container.XLSX: (".xlsx", ".xlsm"), Container.XLS: (".xls",)}

Value = str | int | float | bool | date | datetime | time | timedelta | Unreadable
Row = list[Value]


class Merge(NamedTuple):
    """A merged range, rows and columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


class Rows(Protocol):
    def __call__(self) -> Iterator[Row]: ...


@dataclass(frozen=True)
class Sheet:
    """One sheet. `rows()` starts at the first row and the first column each time it is called."""

    name: str
    rows: Rows
    width: int
    merges: tuple[Merge, ...] = ()
    hidden: bool = False

    def head(self, count: int) -> list[Row]:
        return list(islice(self.rows(), count))

    @property
    def empty(self) -> bool:
        return self.width == 0


@dataclass(frozen=True)
class Workbook:
    sheets: tuple[Sheet, ...]
    container: Container
    macros: bool = False


def open(path: Path) -> Workbook:
    """Open the .xlsx, .xls or .csv at `path`, judged by its content.

    Raises FileFault, in words for the clerk, when the file as a whole cannot be read: wrong type,
    encrypted, empty, truncated, too large, or a bomb.
    """
    container = identify(path)
    if container is Container.TEXT:
        return Workbook((_text_sheet(path),), container)
    inspected = inspection.inspect(path) if container is Container.XLSX else None
    try:
        return _calamine(path, container, inspected)
    except PasswordError as error:
        raise FileFault("文件设有打开密码，无法读取。请取消密码后重新上传") from error
    except CalamineError as error:
        raise FileFault(
            "文件不完整或已损坏，无法读取。请在 Excel 或 WPS 中打开并另存为 .xlsx 后上传"
        ) from error


def _text_sheet(path: Path) -> Sheet:
    rows = plain_text.rows(path.read_bytes())
    width = max((len(row) for row in rows), default=0)
    if width * len(rows) > MOST_CELLS:
        raise FileFault(f"表格超过 {MOST_CELLS:,} 个单元格的上限。请按月份拆分后分次导入")

    def padded() -> Iterator[Row]:
        return ([*row, *[""] * (width - len(row))] for row in rows)

    return Sheet(path.stem, padded, width)


def _calamine(path: Path, container: Container, inspected: inspection.Inspection | None) -> Workbook:
    # given a path, the reader believes the file's name; given bytes, it looks, but tells no password
    named_right = path.suffix.lower() in _SUFFIXES[container]
    book = CalamineWorkbook.from_object(path if named_right else BytesIO(path.read_bytes()))
    metadata = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    if not metadata:
        raise FileFault("工作簿中没有工作表。请确认文件内容后重新上传")
    if len(metadata) > MOST_SHEETS:
        raise FileFault(f"工作簿有 {len(metadata)} 张工作表，超过 {MOST_SHEETS} 张的上限。请拆分后上传")
    sheets = tuple(
        _sheet(
            book.get_sheet_by_name(sheet.name),
            sheet.visible != SheetVisibleEnum.Visible,
            inspected.sheets.get(sheet.name, SheetNotes()) if inspected else SheetNotes(truths=True),
        )
        for sheet in metadata
    )
    return Workbook(sheets, container, macros=inspected is not None and inspected.macros)


def _sheet(source: CalamineSheet, hidden: bool, notes: SheetNotes) -> Sheet:
    left = source.start[1] if source.start else 0
    last_column = max((place[1] for place in notes.unreadable), default=-1)
    width = max(source.end[1] + 1 if source.end else 0, last_column + 1)
    merges = tuple(
        Merge(top, first, bottom, last)
        for (top, first), (bottom, last) in source.merged_cell_ranges or ()
        if first < width
    )
    plain = left == 0 and not notes.unreadable and not notes.truths and width == (source.width or 0)

    def rows() -> Iterator[Row]:
        return source.iter_rows() if plain else _mended(source, left, width, notes)

    return Sheet(source.name, rows, width, merges, hidden)


def _mended(source: CalamineSheet, left: int, width: int, notes: SheetNotes) -> Iterator[Row]:
    """Rows from the first column on, with unreadable cells in place and true/false as text: as a number
    `True` would count as 1."""
    unreadable: dict[int, list[tuple[int, Unreadable]]] = {}
    for (row, column), value in notes.unreadable.items():
        unreadable.setdefault(row, []).append((column, value))
    number = -1
    for number, cells in enumerate(source.iter_rows() if source.start else ()):
        padded: Row = [""] * left + [_truth(cell) for cell in cells]
        padded += [""] * (width - len(padded))
        for column, value in unreadable.get(number, ()):
            padded[column] = value
        yield padded
    for below in range(number + 1, max(unreadable, default=-1) + 1):
        last: Row = [""] * width
        for column, value in unreadable.get(below, ()):
            last[column] = value
        yield last


def _truth(cell: Value) -> Value:
    return ("否", "是")[cell] if isinstance(cell, bool) else cell

"""Any spreadsheet file → sheets of rows. Only this module, and the one that marks faults, know a reader."""

from collections.abc import Iterable, Iterator
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
    SheetTypeEnum,
    SheetVisibleEnum,
)

from gongkai.sources import inspection, old_workbook, plain_text
from gongkai.sources.containers import Container, identify
from gongkai.sources.faults import FileFault
from gongkai.sources.sheet_scan import DAMAGED, SheetNotes, Unreadable, refuse_far

MOST_SHEETS = 60

Value = str | int | float | bool | date | datetime | time | timedelta | Unreadable
Row = list[Value]
Numbered = Iterable[tuple[int, Row]]
"""Rows with their numbers on the sheet, from 1."""


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


def open(path: Path, name: str = "") -> Workbook:
    """Open the .xlsx, .xls or .csv at `path`, judged by its content; `name` is what it is called where it
    lies under another one. A .csv has one sheet, named after the file.

    Raises FileFault, in words for the clerk, when the file as a whole cannot be read: wrong type,
    encrypted, empty, truncated, too large, or a bomb.
    """
    container = identify(path)
    if container is Container.TEXT:
        return Workbook((_text_sheet(path, Path(name or path.name).stem),), container)
    notes, macros = {}, False
    if container is Container.XLSX:
        inspected = inspection.inspect(path)
        notes, macros = inspected.sheets, inspected.macros
    else:
        notes = old_workbook.inspect(path)
    return Workbook(_sheets(path, notes), container, macros)


def _text_sheet(path: Path, name: str) -> Sheet:
    text = plain_text.read(path.read_bytes())
    widths = [len(row) for row in text.rows()]
    width = max(widths, default=0)
    refuse_far(len(widths), width)

    def padded() -> Iterator[Row]:
        return ([*row, *[""] * (width - len(row))] for row in text.rows())

    return Sheet(name, padded, width)


def _sheets(path: Path, notes: dict[str, SheetNotes]) -> tuple[Sheet, ...]:
    try:
        # from bytes: given a path, the reader would believe the file's name
        book = CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()))
        metadata = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        if len(metadata) > MOST_SHEETS:
            raise FileFault(
                f"工作簿有 {len(metadata)} 张工作表，超过 {MOST_SHEETS} 张的上限。请拆分后分次导入"
            )
        sheets = [(book.get_sheet_by_name(sheet.name), sheet) for sheet in metadata]
    except BaseException as error:
        # a panic of the reader, on a file damaged in a way it did not foresee, is no Exception
        if isinstance(error, CalamineError) or type(error).__name__ == "PanicException":
            raise FileFault(DAMAGED) from error
        raise
    if not sheets:
        raise FileFault("工作簿中没有工作表。请确认文件内容后重新导入")
    return tuple(
        _sheet(
            source, sheet.visible != SheetVisibleEnum.Visible, notes.get(sheet.name, SheetNotes(truths=True))
        )
        for source, sheet in sheets
    )


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

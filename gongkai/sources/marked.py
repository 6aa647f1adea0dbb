"""A copy of a workbook with its faults marked in place, for the clerk who has to mend it."""

import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell, WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import column_index_from_string
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from gongkai.sources import fault_list, workbook
from gongkai.sources.containers import MEGABYTE, Container
from gongkai.sources.faults import Fault, Question, Severity
from gongkai.sources.sheet_scan import Unreadable
from gongkai.sources.workbook import Sheet, Value

EDITED_IN_PLACE = 10 * MEGABYTE
"""Larger sheets are written anew, row by row, without their formats: loading them whole takes minutes."""

_BEYOND_OPENPYXL = (
    *(ValueError, TypeError, LookupError, AttributeError, SyntaxError, OSError),
    *(zipfile.BadZipFile, zlib.error, InvalidFileException),
)
"""What openpyxl raises on workbooks that other programs open."""

_FILLS = {
    Severity.ERROR: PatternFill("solid", fgColor="FFC7CE"),
    Severity.WARNING: PatternFill("solid", fgColor="FFEB9C"),
}
_WORDS = {Severity.ERROR: "须改正", Severity.WARNING: "请核对"}
_AUTHOR = "政务公开监测考核平台"
_ILLEGAL = {code: None for code in range(32) if chr(code) not in "\t\n"}

Marks = dict[tuple[int, int], list[Fault]]
"""Row and column, from 1 → the faults there."""


def write(
    path: Path,
    faults: Sequence[Fault],
    target: Path,
    questions: Sequence[Question] = (),
    name: str = "",
) -> None:
    """Write to `target`, always as .xlsx, the workbook at `path` with the cells of `faults` filled and
    commented and a first sheet 问题清单 that lists them all. Macros are not kept; a .xls, a .csv and a very
    large .xlsx are rebuilt from their values. `questions` are marked where they were asked; `name` is what the
    file is called where it lies under another one. Raises FileFault as reading does.
    """
    faults = [*faults, *(fault for question in questions for fault in question.faults())]
    source = workbook.open(path, name)
    book = _loaded(path) if source.container is Container.XLSX else None
    if book is not None:
        for sheet in book.worksheets:
            _mark(sheet, _marks(faults, sheet.title))
        _list(book.create_sheet(_free_name(book), 0), faults)
    else:
        book = Workbook(write_only=True)
        _list(book.create_sheet(fault_list.NAME), faults)
        for each in source.sheets:
            _rebuild(book.create_sheet(_safe_title(each.name)), each, _marks(faults, each.name))
    book.save(target)


def _loaded(path: Path) -> Workbook | None:
    """The workbook with its formats; None where it is too large for that, or beyond openpyxl, which is
    stricter than the programs that wrote it."""
    if _content(path) > EDITED_IN_PLACE:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of extensions that the copy goes without
        try:
            return load_workbook(BytesIO(path.read_bytes()))
        except _BEYOND_OPENPYXL:
            return None


def _content(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        return sum(part.file_size for part in archive.infolist() if "worksheets/" in part.filename)


def _marks(faults: Iterable[Fault], sheet: str) -> Marks:
    marks: Marks = {}
    for fault in faults:
        if fault.sheet == sheet and fault.row:
            column = column_index_from_string(fault.column) if fault.column else 1
            marks.setdefault((fault.row, column), []).append(fault)
    return marks


def _mark(sheet: Worksheet, marks: Marks) -> None:
    for (row, column), faults in marks.items():
        cell = sheet.cell(row, column)
        if isinstance(cell, MergedCell):
            merged = next(area for area in sheet.merged_cells.ranges if cell.coordinate in area)
            cell = sheet.cell(merged.min_row, merged.min_col)
        _style(cell, faults)


def _style(cell: Cell, faults: Sequence[Fault]) -> None:
    cell.fill = _FILLS[_worst(faults)]
    said = "\n".join(f"{fault.reason}。{fault.suggestion}" for fault in faults)
    comment = Comment(said, _AUTHOR)
    comment.width, comment.height = 320, 40 + 36 * len(faults)
    cell.comment = comment


def _worst(faults: Iterable[Fault]) -> Severity:
    errors = any(fault.severity is Severity.ERROR for fault in faults)
    return Severity.ERROR if errors else Severity.WARNING


def _rebuild(target: Worksheet, source: Sheet, marks: Marks) -> None:
    by_row = {row: list(group) for row, group in groupby(sorted(marks), key=lambda place: place[0])}
    for number, values in enumerate(source.rows(), 1):
        cells: list[object] = [_plain(value) for value in values]
        for row, column in by_row.get(number, ()):
            cells += [None] * (column - len(cells))
            marked = WriteOnlyCell(target, cells[column - 1])
            _style(marked, marks[row, column])
            cells[column - 1] = marked
        target.append(cells)


def _plain(value: Value) -> object:
    """The value as openpyxl takes it; text that looks like a formula stays text."""
    if isinstance(value, str):
        return (value.translate(_ILLEGAL) if value[:1] != "=" else "'" + value) or None
    if isinstance(value, Unreadable):
        return str(value)
    return value


def _list(sheet: Worksheet, faults: Sequence[Fault]) -> None:
    sheet.freeze_panes = "A2"
    _fit_to_width(sheet)
    for letter, width in zip("ABCDEFG", fault_list.WIDTHS.values(), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.append([_heading(sheet, name) for name in fault_list.WIDTHS])
    for number, fault in enumerate(faults, 1):
        sheet.append(list(_line(sheet, number, fault)))


def _fit_to_width(sheet: Worksheet) -> None:
    """Printed on A4 lying, all columns on the page and the header on each."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _heading(sheet: Worksheet, name: str) -> Cell:
    cell = WriteOnlyCell(sheet, name)
    cell.font = Font(bold=True)
    return cell


def _line(sheet: Worksheet, number: int, fault: Fault) -> Iterator[Cell]:
    place = (
        f"{fault.column}{fault.row}"
        if fault.row and fault.column
        else f"第{fault.row}行"
        if fault.row
        else ""
    )
    words = (
        _WORDS[fault.severity],
        fault.sheet,
        place,
        fault.value,
        fault.reason,
        fault.suggestion,
    )
    yield WriteOnlyCell(sheet, number)
    for word in words:
        cell = WriteOnlyCell(sheet, word.translate(_ILLEGAL))
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        yield cell


def _free_name(book: Workbook) -> str:
    name, number = fault_list.NAME, 1
    while name in book.sheetnames:
        number += 1
        name = f"{fault_list.NAME}{number}"
    return name


def _safe_title(name: str) -> str:
    """A sheet title Excel takes: at most 31 characters, none of []:*?/\\."""
    return "".join("_" if char in "[]:*?/\\" else char for char in name)[:31] or "Sheet"

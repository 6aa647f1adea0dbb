"""Writes a sample workbook the way clerks keep theirs: title row, merged header, totals, a note below."""

from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

MADE = datetime(2022, 1, 1)  # noqa: DTZ001 - a fixed date makes the same bytes every time

Cell = str | int | date | None
Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, counted from 0 within the header or the rows."""


@dataclass(frozen=True)
class Sheet:
    """A worksheet: `merged` spans of `header`, `spans` of `rows`; a merged area shows its first cell."""

    name: str
    header: list[list[str]]
    rows: list[list[Cell]]
    title: str = ""
    notes: list[str] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    spans: list[Area] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)

    @property
    def columns(self) -> int:
        return len(self.header[0])


def book(*sheets: Sheet) -> bytes:
    """The sheets as an .xlsx file, the same bytes for the same sheets."""
    content = BytesIO()
    workbook = Workbook(content, {"in_memory": True})
    workbook.set_properties({"created": MADE})
    formats = {
        "title": workbook.add_format({"bold": True, "font_size": 16, "align": "center"}),
        "header": workbook.add_format({"bold": True, "border": 1, "align": "center", "valign": "vcenter"}),
        "cell": workbook.add_format({"border": 1, "align": "center", "valign": "vcenter"}),
        "date": workbook.add_format({"border": 1, "align": "center", "num_format": "yyyy-mm-dd"}),
        "note": workbook.add_format({"text_wrap": True, "valign": "top"}),
    }
    for sheet in sheets:
        _write(workbook.add_worksheet(sheet.name), sheet, formats)
    workbook.close()
    return content.getvalue()


def _write(worksheet: Worksheet, sheet: Sheet, formats: dict) -> None:
    for column, width in enumerate(sheet.widths):
        worksheet.set_column(column, column, width)
    top = 0
    if sheet.title:
        worksheet.merge_range(0, 0, 0, sheet.columns - 1, sheet.title, formats["title"])
        top = 1
    _grid(worksheet, top, sheet.header, sheet.merged, formats, "header")
    top += len(sheet.header)
    _grid(worksheet, top, sheet.rows, sheet.spans, formats, "cell")
    top += len(sheet.rows)
    for place, note in enumerate(sheet.notes):
        worksheet.merge_range(top + place, 0, top + place, sheet.columns - 1, note, formats["note"])
        worksheet.set_row(top + place, 15 * (1 + len(note) // 40))


def _grid(
    worksheet: Worksheet, top: int, rows: list[list[Cell]], areas: list[Area], formats: dict, kind: str
) -> None:
    for place, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, date):
                worksheet.write_datetime(top + place, column, value, formats["date"])
            elif value is None or value == "":
                worksheet.write_blank(top + place, column, None, formats[kind])
            else:
                worksheet.write(top + place, column, value, formats[kind])
    for first_row, first, last_row, last in areas:
        value = rows[first_row][first]
        worksheet.merge_range(top + first_row, first, top + last_row, last, value, formats[kind])

"""The annexes as .xlsx: one sheet each, numbers as numbers, ready to sort and to print.

A table that lies in two halves on paper is one plain table here. Text is always written as text: a
cell that begins with = + - or @ never becomes a formula, nor an address a link.
"""

import math
import re
from datetime import datetime, time
from io import BytesIO
from typing import NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from gongkai.notice import layout
from gongkai.notice.fitting import all_rows, longest
from gongkai.notice.grid import header_cells
from gongkai.notice.plan import AnnexPage, Cell, Plan, Table, TableColumn
from gongkai.notice.typesetting import annex_label, printable

_A4 = 9
_MARGIN = 0.7  # inches
_NARROWEST, _WIDEST = 7.0, 42.0  # column widths in digits of the default type
_DIGITS_A_CHARACTER = 2.2  # a Chinese character of 12 pt, in the same
_LINE = 18.0  # points
_SHOWN = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%?)")
_MOST_DIGITS = 15  # Excel keeps no more


class _Look(NamedTuple):
    """What a cell looks like; equal looks share one format of the workbook."""

    align: str = "center"
    font: str = "仿宋"
    size: float = 12
    bold: bool = False
    shaded: bool = False
    ruled: bool = True
    number: str = "General"


class _Sheet(NamedTuple):
    """A worksheet being written, with the formats its workbook knows so far."""

    book: Workbook
    page: Worksheet
    formats: dict[_Look, Format]

    def text(self, row: int, column: int, text: str, look: _Look, *, rows: int = 1, columns: int = 1) -> None:
        """Write text as text, over several cells where asked; never as a formula or a link."""
        made = self.format(look)
        if rows * columns > 1:
            self.page.merge_range(row, column, row + rows - 1, column + columns - 1, "", made)
        self.page.write_string(row, column, printable(text), made)

    def format(self, look: _Look) -> Format:
        if look not in self.formats:
            self.formats[look] = self.book.add_format(_properties(look))
        return self.formats[look]


def render(plan: Plan) -> bytes:
    """The annexes of a plan as a workbook; equal plans give equal bytes.

    Raises ValueError where a table row has not one cell for each column.
    """
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties(
        {
            "title": printable(plan.title).replace("\n", ""),
            "author": printable(plan.issuer),
            "created": datetime.combine(plan.issued_on, time()),
        }
    )
    formats: dict[_Look, Format] = {}
    for annex in plan.annexes:
        page = book.add_worksheet(annex_label(annex, len(plan.annexes)))
        _write(_Sheet(book, page, formats), annex)
    if not plan.annexes:
        book.add_worksheet("附件")  # a workbook needs a sheet
    book.close()
    return out.getvalue()


def _write(sheet: _Sheet, annex: AnnexPage) -> None:
    columns = annex.table.columns
    _set_widths(sheet, annex.table)
    top = _write_title(sheet, annex)
    below = top + max(len(column.header) for column in columns)
    for cell in header_cells(columns):
        sheet.text(
            top + cell.row, cell.column, cell.text, _Look(font="黑体"), rows=cell.rows, columns=cell.columns
        )
    row = below
    for row, cells in enumerate(annex.table.rows, start=below):
        _write_row(sheet, row, columns, cells, total=False)
    row = below + len(annex.table.rows)
    if annex.table.totals:
        _write_row(sheet, row, columns, annex.table.totals, total=True)
        row += 1
    _write_notes(sheet, annex, row)
    _set_up_print(sheet.page, annex, top, below)


def _write_title(sheet: _Sheet, annex: AnnexPage) -> int:
    """Label, title and the line under it; gives back the first row of the header."""
    count = len(annex.table.columns)
    sheet.text(0, 0, sheet.page.get_name(), _Look("left", "黑体", 14, ruled=False))
    title = annex.title.replace("\n", "")
    sheet.text(1, 0, title, _Look(font="方正小标宋简体", size=18, ruled=False), columns=count)
    sheet.page.set_row(1, 36)
    if not annex.heading:
        return 2
    sheet.text(2, 0, annex.heading, _Look(font="楷体", ruled=False), columns=count)
    return 3


def _write_row(
    sheet: _Sheet, row: int, columns: tuple[TableColumn, ...], cells: tuple[Cell, ...], *, total: bool
) -> None:
    for place, (column, cell) in enumerate(zip(columns, cells, strict=True)):
        look = _Look(str(column.align), bold=total or cell.flagged, shaded=cell.flagged)
        shown = shown_number(cell)
        if shown is None:
            sheet.text(row, place, cell.text, look)
        else:
            value, number = shown
            sheet.page.write_number(row, place, value, sheet.format(look._replace(number=number)))


def shown_number(cell: Cell) -> tuple[float, str] | None:
    """The number a cell shows and the format that shows it so; None where it is text.

    The printed text decides, not the exact figure behind it: a rate cut to 98% stays 98%.
    """
    found = _SHOWN.fullmatch(cell.text)
    if found is None or (cell.number is None and not found[4]):
        return None
    sign, whole, decimals, percent = found[1], found[2], found[3] or "", found[4]
    digits = whole.replace(",", "")
    if len(digits + decimals) > _MOST_DIGITS:
        return None
    value = float(f"{sign}{digits}.{decimals}")
    form = ("#,##0" if "," in whole else "0") + (f".{'0' * len(decimals)}" if decimals else "") + percent
    return value / 100 if percent else value, f"+{form};-{form};{form}" if sign == "+" else form


def _write_notes(sheet: _Sheet, annex: AnnexPage, row: int) -> None:
    count = len(annex.table.columns)
    room = sum(_widths(annex.table)) / _DIGITS_A_CHARACTER
    for place, note in enumerate(annex.notes, start=row):
        sheet.text(place, 0, note, _Look("left", ruled=False), columns=count)
        lines = sum(max(math.ceil(longest(line) / room), 1) for line in note.split("\n"))
        sheet.page.set_row(place, lines * _LINE)


def _set_widths(sheet: _Sheet, table: Table) -> None:
    for place, wide in enumerate(_widths(table)):
        sheet.page.set_column(place, place, wide)


def _widths(table: Table) -> list[float]:
    """Wide enough for the longest cell on one line and the header on two."""
    rows = all_rows(table)
    found = []
    for place, column in enumerate(table.columns):
        body = max((longest(row[place].text) for row in rows), default=0.0)
        head = max(longest(column.header[-1]) / 2, min(longest(column.header[-1]), 4.0))
        found.append(min(max(max(body, head) * _DIGITS_A_CHARACTER + 2, _NARROWEST), _WIDEST))
    return found


def _set_up_print(page: Worksheet, annex: AnnexPage, top: int, below: int) -> None:
    """A4, one page wide, header on every page and in sight while scrolling."""
    page.set_paper(_A4)
    if annex.layout == "landscape":
        page.set_landscape()
    page.set_margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    page.center_horizontally()
    page.fit_to_pages(1, 0)
    page.repeat_rows(top, below - 1)
    page.freeze_panes(below, 1)
    page.set_footer("&C— &P —")
    page.hide_gridlines(1)


def _properties(look: _Look) -> dict[str, object]:
    found: dict[str, object] = {
        "font_name": look.font,
        "font_size": look.size,
        "bold": look.bold,
        "align": look.align,
        "valign": "vcenter",
        "text_wrap": True,
        "num_format": look.number,
        "border": int(look.ruled),
    }
    if look.shaded:
        found["bg_color"] = f"#{layout.FLAG_SHADE}"
    return found

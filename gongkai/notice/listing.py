"""Any list as .xlsx: registers, facts, the audit. One header, typed columns, ready to filter and to print.

Text is always written as text: what begins with = + - @ or a tab never becomes a formula, nor an address
a link, nor a long number a rounded one. Rows may come from a generator: one at a time is in memory.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from itertools import chain, islice
from typing import Literal, NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from gongkai.notice.fitting import longest
from gongkai.notice.typesetting import printable

MOST_ROWS = 1_048_576
"""Rows a sheet can hold, notes and header included."""
MOST_TEXT = 32_767
"""Characters a cell can hold."""
CUT = "……（原文过长，本格未列全）"

_A4 = 9
_MARGIN = 0.6  # inches
_NARROWEST, _WIDEST = 8.0, 60.0  # in digits of the default type, as Excel counts
_DIGITS_A_CHARACTER = 2.2  # a Chinese character, in the same
_MEASURED_ROWS = 200
_MOST_DIGITS = 15  # Excel keeps no more
_MOST_CHOICES = 255  # characters, commas included, of a list of choices
_TITLE_LENGTH = 31
_FORBIDDEN_IN_TITLES = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))
_UNDATED = datetime.combine(date(2000, 1, 1), time())
"""Stands as the day of making, so that equal sheets give equal bytes."""

Kind = Literal["text", "number", "date"]
Value = str | int | float | Decimal | date | None
"""None leaves the cell blank; a datetime is written as the wall clock it shows."""


class Column(NamedTuple):
    """A column: how its cells look, and how wide it is in half-width characters, 0 for as wide as its
    first rows need. `choices` are offered by Excel as the only values to fill in."""

    header: str
    kind: Kind = "text"
    width: float = 0
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A sheet. Rows are as long as `columns` and read once; each of `notes` is a line above the header."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]
    notes: tuple[str, ...] = ()


class ListingError(ValueError):
    """A list no sheet can hold; the message is for the person who asked for it."""


def render(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as a workbook; equal sheets give equal bytes.

    Raises ListingError for a list of more rows than a sheet holds, ValueError for a row that has not one
    value for each column.
    """
    out = BytesIO()
    with Workbook(out, {"constant_memory": True}) as book:  # also closes its temporary files on an error
        book.set_properties({"author": "政务公开监测考核平台", "created": _UNDATED})
        looks = _Looks(book)
        for title, sheet in zip(_titles(sheets), sheets, strict=True):
            _write(book.add_worksheet(title), sheet, looks)
        if not sheets:
            book.add_worksheet("空")  # a workbook needs a sheet
    return out.getvalue()


class _Looks:
    """The formats of a workbook, by the kind of column."""

    def __init__(self, book: Workbook) -> None:
        body = {"border": 1, "valign": "vcenter"}
        self.header = book.add_format(
            {**body, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#EDEDED"}
        )
        self.note = book.add_format({"font_color": "#595959"})
        self.text = book.add_format({**body, "text_wrap": True, "num_format": "@"})
        self.number = book.add_format({**body, "align": "right"})
        self.date = book.add_format({**body, "align": "center", "num_format": "yyyy-mm-dd"})
        self.moment = book.add_format({**body, "align": "center", "num_format": "yyyy-mm-dd hh:mm:ss"})

    def of(self, kind: Kind) -> Format:
        return {"text": self.text, "number": self.number, "date": self.date}[kind]


def _write(page: Worksheet, sheet: Sheet, looks: _Looks) -> None:
    columns = [Column(*column) for column in sheet.columns]
    rows = iter(sheet.rows)
    first = list(islice(rows, _MEASURED_ROWS))
    _set_columns(page, columns, first, looks)
    top = len(sheet.notes)
    for number, note in enumerate(sheet.notes):
        page.write_string(number, 0, _fitting(note), looks.note)
    for place, column in enumerate(columns):
        page.write_string(top, place, _fitting(column.header), looks.header)
    last = top
    for last, row in enumerate(chain(first, rows), top + 1):
        if last >= MOST_ROWS:
            raise ListingError(f"“{sheet.title}”超过 {MOST_ROWS:,} 行，一张表容不下，请加筛选条件后分次导出")
        for place, (column, value) in enumerate(zip(columns, row, strict=True)):
            _write_cell(page, last, place, column.kind, value, looks)
    _offer_choices(page, columns, top + 1, last)
    _set_up(page, top, last, len(columns))


def _write_cell(page: Worksheet, row: int, place: int, kind: Kind, value: Value, looks: _Looks) -> None:
    look = looks.of(kind)
    if value is None or value == "":
        page.write_blank(row, place, None, look)
    elif isinstance(value, datetime):
        page.write_datetime(row, place, value.replace(tzinfo=None), looks.moment)
    elif isinstance(value, date):
        page.write_datetime(row, place, value, looks.date)
    elif kind == "number" and not isinstance(value, str | bool) and _exact(value):
        page.write_number(row, place, value, look)
    else:
        page.write_string(row, place, _fitting(_shown(value)), look)


def _exact(value: float | Decimal) -> bool:
    """Whether Excel keeps every digit of the number."""
    return not isinstance(value, int | Decimal) or len(Decimal(value).as_tuple().digits) <= _MOST_DIGITS


def _shown(value: Value) -> str:
    return ("否", "是")[value] if isinstance(value, bool) else str(value)


def _fitting(text: str) -> str:
    """The text as a cell can hold it; one that was cut says so."""
    text = printable(text)
    return text if len(text) <= MOST_TEXT else text[: MOST_TEXT - len(CUT)] + CUT


def _set_columns(
    page: Worksheet, columns: Sequence[Column], first: Sequence[Sequence[Value]], looks: _Looks
) -> None:
    """Widths, and the looks that rows added by hand get: a long number typed there stays text."""
    for place, column in enumerate(columns):
        texts = [_shown(row[place]) for row in first if place < len(row) and row[place] is not None]
        need = max((longest(text) for text in (column.header, *texts)), default=0) * _DIGITS_A_CHARACTER + 3
        page.set_column(
            place, place, column.width or min(max(need, _NARROWEST), _WIDEST), looks.of(column.kind)
        )


def _offer_choices(page: Worksheet, columns: Sequence[Column], first: int, last: int) -> None:
    for place, column in enumerate(columns):
        if column.choices and len(",".join(column.choices)) <= _MOST_CHOICES:
            below = min(last + 1000, MOST_ROWS - 1)
            page.data_validation(
                first, place, below, place, {"validate": "list", "source": list(column.choices)}
            )


def _set_up(page: Worksheet, top: int, last: int, columns: int) -> None:
    """The header in sight and with filters; printed on A4 lying, one page wide, the header on each page."""
    page.freeze_panes(top + 1, 0)
    if columns and last > top:
        page.autofilter(top, 0, last, columns - 1)
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    page.fit_to_pages(1, 0)
    page.repeat_rows(top)
    page.set_footer("&C— &P —")


def _titles(sheets: Sequence[Sheet]) -> Iterator[str]:
    """Titles as Excel takes them: no forbidden character, at most 31, each once."""
    used: set[str] = set()
    for sheet in sheets:
        title = printable(sheet.title).translate(_FORBIDDEN_IN_TITLES).strip("' ")[:_TITLE_LENGTH] or "表"
        free, number = title, 1
        while free.lower() in used:
            number += 1
            ending = f"（{number}）"
            free = title[: _TITLE_LENGTH - len(ending)] + ending
        used.add(free.lower())
        yield free

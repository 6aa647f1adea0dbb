"""Column widths, type size and row height of an annex table, worked out before either renderer draws."""

import math
from dataclasses import dataclass

from gongkai.notice import layout
from gongkai.notice.plan import AnnexPage, Table
from gongkai.notice.typesetting import annex_title, width

SIZES = (14.0, 12.0, 10.5, 9.0)
_READABLE = SIZES[:2]
_AIRY, _TIGHT = 1.85, 1.4  # row height in times the type size
_WHOLE_WORD = 3  # a header of up to three characters is not parted
_SLACK = 0.25  # of a character, for fonts whose digits are wider than half a character


@dataclass(frozen=True)
class Fit:
    """Type size and height of a one-line row in points, column widths in mm; whether it fits one page."""

    size: float
    widths: tuple[float, ...]
    row_height: float
    one_page: bool


def fit(annex: AnnexPage) -> Fit:
    """The largest type at which no body cell turns a line and the annex keeps to one page; else the
    largest at which no cell turns a line; else small type with the widest columns turning."""
    room = layout.page_of(annex.layout).text_width / copies(annex)
    wide_enough = [found for size in _READABLE if (found := _unturned(annex, size, room)) is not None]
    on_one_page = [found for found in wide_enough if found.one_page]
    return next(iter(on_one_page or wide_enough), None) or _turned(annex, room)


def copies(annex: AnnexPage) -> int:
    """How often the column set stands side by side."""
    return 2 if annex.layout == "two_up" else 1


def _unturned(annex: AnnexPage, size: float, room: float) -> Fit | None:
    for header_lines in (1, 2):
        needs = _needs(annex.table, size, header_lines)
        if sum(needs) <= room:
            return _with_height(annex, size, _share(needs, annex.table, room))
    return None


def _turned(annex: AnnexPage, room: float) -> Fit:
    size = SIZES[-1]
    for size in SIZES[len(_READABLE) :]:
        needs = _needs(annex.table, size, 2)
        level = _level(needs, room)
        if max(needs) <= 2 * level:
            break
    return _with_height(annex, size, _share([min(need, level) for need in needs], annex.table, room))


def _needs(table: Table, size: float, header_lines: int) -> list[float]:
    """Width in mm each column needs to keep its cells on one line and its header on `header_lines`."""
    rows = [*table.rows, *([table.totals] if table.totals else [])]
    needs = []
    for place, column in enumerate(table.columns):
        body = max((longest(row[place].text) for row in rows), default=0.0)
        head = longest(column.header[-1])
        if head > _WHOLE_WORD:
            head = math.ceil(head / header_lines)
        needs.append((max(body, head, 1.0) + _SLACK) * _millimetres(size) + 2 * layout.CELL_PADDING)
    return needs


def longest(text: str) -> float:
    """Width of the widest line of `text` in characters."""
    return max(width(line) for line in text.split("\n"))


def _millimetres(size: float) -> float:
    return size / layout.POINTS_PER_MM


def _level(needs: list[float], room: float) -> float:
    """The width at which the wide columns are cut off so that all of them fill `room`."""
    left, open_columns = room, len(needs)
    for need in sorted(needs):
        if need * open_columns > left:
            return left / open_columns
        left -= need
        open_columns -= 1
    return max(needs)


def _share(needs: list[float], table: Table, room: float) -> tuple[float, ...]:
    """Widths that add up to `room`: by the plan's shares, but no column below its need."""
    shares = [max(column.width, 0.1) for column in table.columns]
    held: dict[int, float] = {}
    while True:
        free = [place for place in range(len(needs)) if place not in held]
        scale = (room - sum(held.values())) / (sum(shares[place] for place in free) or 1.0)
        short = [place for place in free if shares[place] * scale < needs[place] - 1e-9]
        if not short or len(short) == len(free):
            break
        held.update({place: needs[place] for place in short})
    widths = [held.get(place, shares[place] * scale) for place in range(len(needs))]
    return tuple(room * one / sum(widths) for one in widths)


def _with_height(annex: AnnexPage, size: float, widths: tuple[float, ...]) -> Fit:
    rows, turned = _rows_and_turns(annex, size, widths)
    height = (room_below_title(annex, size) - turned * size * layout.TABLE_LINE) / rows
    one_page = height >= _TIGHT * size
    return Fit(size, widths, min(height, _AIRY * size) if one_page else _AIRY * size, one_page)


def _rows_and_turns(annex: AnnexPage, size: float, widths: tuple[float, ...]) -> tuple[int, int]:
    """Rows down the page, header included, and the lines turned in them."""
    table = annex.table
    depth = max(len(column.header) for column in table.columns)
    body = [*table.rows, *([table.totals] if table.totals else [])]
    turns = sum(
        max(lines_in(cell.text, room, size) for cell, room in zip(row, widths, strict=True)) - 1 for row in body
    )
    heads = max(lines_in(column.header[-1], room, size) for column, room in zip(table.columns, widths, strict=True))
    return depth + -(-len(body) // copies(annex)), heads - 1 + turns


def lines_in(text: str, room: float, size: float) -> int:
    """Lines that `text` takes in a column `room` mm wide."""
    characters = max((room - 2 * layout.CELL_PADDING) / _millimetres(size), 1.0)
    return sum(max(math.ceil((width(line) - 1e-6) / characters), 1) for line in text.split("\n"))


def room_below_title(annex: AnnexPage, size: float) -> float:
    """Points left for the table on the annex's first page, its notes below it allowed for."""
    page = layout.page_of(annex.layout)
    above = 2.5 + len(annex_title(annex.title)[1]) + (1.25 if annex.heading else 0)
    line = page.text_width - 2 * layout.CELL_PADDING
    notes = sum(lines_in(note, line, size) for note in annex.notes) * size * layout.NOTE_LINE
    # A line to spare: programs differ in how they count the rules of a table.
    return layout.points(page.text_height) - (above + 1) * layout.PITCH - notes

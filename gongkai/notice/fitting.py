"""Column widths, type size and row height of an annex table, worked out before either renderer draws."""

import math
from dataclasses import dataclass

from gongkai.notice import layout
from gongkai.notice.plan import AnnexPage, Cell, Table
from gongkai.notice.typesetting import annex_title, width

_READABLE = (14.0, 12.0)
_SMALL = (10.5, 9.0)
_AIRY, _TIGHT = 1.85, 1.4  # row height in times the type size
_STEPS = 9
_WHOLE_WORD = 3  # a header of up to three characters is not parted
_SLACK = 0.1  # of a character, for rounding
_WIDER_DIGIT = 0.07


@dataclass(frozen=True)
class Fit:
    """Type size and height of a one-line row in points, column widths in mm.

    `first` and `later` are the body rows that go on the first and on each further page, `pages` their count.
    """

    size: float
    widths: tuple[float, ...]
    row_height: float
    first: int
    later: int
    pages: int


def fit(annex: AnnexPage) -> Fit:
    """Of the readable sizes at which no body cell turns a line, the largest among those that take fewest
    pages; where there is none, small type, with the widest columns turning their lines if need be.

    Raises ValueError where a row has not one cell for each column.
    """
    room = layout.page_of(annex.layout).text_width / copies(annex)
    readable = _unturned(annex, _READABLE, room)
    if readable:
        return min(readable, key=lambda found: found.pages)
    return next(iter(_unturned(annex, _SMALL[:1], room)), None) or _turned(annex, room)


def copies(annex: AnnexPage) -> int:
    """How often the column set stands side by side."""
    return 2 if annex.layout == "two_up" else 1


def _unturned(annex: AnnexPage, sizes: tuple[float, ...], room: float) -> list[Fit]:
    """The sizes at which every body cell keeps to one line, the header to one or two."""
    found = []
    for size in sizes:
        for header_lines in (1, 2):
            needs = _needs(annex.table, size, header_lines)
            if sum(needs) <= room:
                found.append(_with_height(annex, size, _share(needs, annex.table, room)))
                break
    return found


def _turned(annex: AnnexPage, room: float) -> Fit:
    for size in _SMALL:
        needs = _needs(annex.table, size, 2)
        level = _level(needs, room)
        if max(needs) <= 2 * level:
            break
    return _with_height(annex, size, _share([min(need, level) for need in needs], annex.table, room))


def _needs(table: Table, size: float, header_lines: int) -> list[float]:
    """Width in mm each column needs to keep its cells on one line and its header on `header_lines`."""
    rows = all_rows(table)
    needs = []
    for place, column in enumerate(table.columns):
        body = max((_roomy(row[place].text) for row in rows), default=0.0)
        head = _roomy(column.header[-1])
        if head > _WHOLE_WORD:
            head = math.ceil(head / header_lines)
        needs.append((max(body, head, 1.0) + _SLACK) * _millimetres(size) + 2 * layout.CELL_PADDING)
    return needs


def _roomy(text: str) -> float:
    """Width of the widest line, with room for fonts whose digits are wider than half a character."""
    return max(width(line) + _WIDER_DIGIT * sum(one.isascii() for one in line) for line in text.split("\n"))


def all_rows(table: Table) -> list[tuple[Cell, ...]]:
    """The rows, totals last. Raises ValueError where one has not as many cells as there are columns."""
    rows = [*table.rows, *([table.totals] if table.totals else [])]
    for place, row in enumerate(rows, start=1):
        if len(row) != len(table.columns):
            raise ValueError(f"表 {table.table} 第{place}行有{len(row)}格，表头有{len(table.columns)}列")
    return rows


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
    """The airiest rows that take no more pages than the tightest would."""
    tightest = _paged(annex, size, widths, _TIGHT)
    for step in range(_STEPS):
        found = _paged(annex, size, widths, _AIRY - step * (_AIRY - _TIGHT) / _STEPS)
        if found.pages == tightest.pages:
            return found
    return tightest


def _paged(annex: AnnexPage, size: float, widths: tuple[float, ...], air: float) -> Fit:
    height, line = air * size, size * layout.TABLE_LINE
    depth = max(len(column.header) for column in annex.table.columns)
    heads, turns = _turned_lines(annex.table, size, widths)
    header = depth * height + heads * line
    full = layout.points(layout.page_of(annex.layout).text_height) - layout.PITCH
    rows = -(-len(all_rows(annex.table)) // copies(annex))
    # Turned lines are spread over the rows: which page each falls on does not matter here.
    each = height + turns * line / max(rows, 1) / copies(annex)
    first = max(math.floor((_room_below_title(annex, size) - header) / each), 1)
    later = max(math.floor((full - header) / each), 1)
    pages = 1 + max(math.ceil((rows - first) / later), 0)
    return Fit(size, widths, height, first, later, pages)


def _turned_lines(table: Table, size: float, widths: tuple[float, ...]) -> tuple[int, int]:
    """Lines that turn in the header and in the body."""
    body = all_rows(table)
    turns = sum(
        max(lines_in(cell.text, room, size) for cell, room in zip(row, widths, strict=True)) - 1
        for row in body
    )
    heads = (
        lines_in(column.header[-1], room, size) for column, room in zip(table.columns, widths, strict=True)
    )
    return max(heads) - 1, turns


def lines_in(text: str, room: float, size: float) -> int:
    """Lines that `text` takes in a column `room` mm wide."""
    characters = max((room - 2 * layout.CELL_PADDING) / _millimetres(size), 1.0)
    return sum(max(math.ceil((width(line) - 1e-6) / characters), 1) for line in text.split("\n"))


def _room_below_title(annex: AnnexPage, size: float) -> float:
    """Points left for the table on the annex's first page, its notes below it allowed for."""
    page = layout.page_of(annex.layout)
    above = 2.5 + len(annex_title(annex.title)[1]) + (1.25 if annex.heading else 0)
    line = page.text_width - 2 * layout.CELL_PADDING
    notes = sum(lines_in(note, line, size) for note in annex.notes) * size * layout.NOTE_LINE
    # A line to spare: programs differ in how they count the rules of a table.
    return layout.points(page.text_height) - (above + 1) * layout.PITCH - notes

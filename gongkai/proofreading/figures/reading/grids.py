"""Every table of a document, in its own form or in lines, as rows with a header, a title and totals told apart."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from gongkai.proofreading.document import Document, Part
from gongkai.proofreading.figures.reading.cells import Amount, Cell, RawGrid, cell
from gongkai.proofreading.figures.reading.grid import Grid, Header, Row, RowKind
from gongkai.proofreading.figures.reading.numerals import number
from gongkai.proofreading.figures.reading.passages import compact
from gongkai.proofreading.figures.reading.text_tables import text_tables
from gongkai.proofreading.hits import Span

ABOVE = 5
"""Pieces above a table among which its title is looked for."""
HEADER_ROWS = 4
TELLING = 5
"""Figures of a row that is what the others make, so that it is so by no chance."""
LONGEST = 200
"""Characters from which a line is no title."""
BROKEN = 4
"""Lines between two tables in lines that may be one, broken by a page or by a cell of two lines."""
_ANNEX = re.compile(r"附[件表](\d{1,3}|[一二三四五六七八九十]{1,3})?(?:[：:.、]|$)")
_NO_TITLE = re.compile(r"^(?:（|单位：|备注|注：|填报|截至|数据)|[。；，：]$|^\d{4}年\d{1,2}月\d{1,2}日$")
_UNIT = re.compile(r"（?(?:计量|金额)?单位：([一-龥]{1,4})）?")
_TOTAL = re.compile(
    r"^(?:全[县区市省镇]|本[季月年期周]度?|[一二三四五六七八九十\d]+个?(?:镇|部门|单位))?(?:合计|总计|共计|总数|总和|汇总|累计)(?:数|（.*）)?$"
)
_SUBTOTAL = re.compile(r"^.{0,12}小计$")
_OTHER = re.compile(
    r"^(?:平均|均值|均分|最高|最低|备注|注|说明|其中|占比|同比|环比|上年|去年|增减|增幅|完成率|目标|计划)"
)


def grids(document: Document) -> tuple[list[Grid], frozenset[int]]:
    """The tables of a document in its order, and the pieces that they take."""
    taken = {place for table in document.tables for row in table.cells for place in row}
    taken |= {place for place, piece in enumerate(document.pieces) if piece.part is Part.CELL}
    found: list[tuple[int, RawGrid]] = []
    for table in document.tables:
        rows = tuple(
            tuple(
                cell(document.pieces[place].text, Span(place, 0, len(document.pieces[place].text)))
                for place in row
                if 0 <= place < len(document.pieces)
            )
            for row in table.cells
        )
        found.append((table.before, _raw(document, table.before, rows)))
    made = [(before, grid) for before, raw in found for grid in _grids(raw)]
    made += _in_lines(document, taken)
    made.sort(key=lambda each: each[0])
    return [grid for _, grid in made], frozenset(taken)


def _in_lines(document: Document, taken: set[int]) -> list[tuple[int, Grid]]:
    """The tables in lines, each with its first line; their lines are added to `taken`. One that is not whole and has
    no header says nothing."""
    found: list[tuple[int, Grid]] = []
    end = -BROKEN * len(document.pieces)
    for written in text_tables(document, taken):
        taken.update(range(written.first, written.last + 1))
        raw = _raw(document, written.first - 1, written.rows, taken)
        for grid in _grids(replace(raw, whole=written.whole)):
            broken = _goes_on(found[-1][1] if found else None, grid, written.first - end)
            if broken and found:
                found[-1] = (found[-1][0], replace(found[-1][1], whole=False))
            whole = grid.whole and not broken
            if whole or _is_named(grid):
                found.append((written.first, replace(grid, whole=whole)))
        end = written.last
    return found


def _raw(
    document: Document, before: int, rows: tuple[tuple[Cell, ...], ...], taken: Collection[int] = ()
) -> RawGrid:
    title, span, annex, unit = "", None, None, ""
    for place in range(before, max(-1, before - ABOVE), -1):
        text = compact(document.pieces[place].text[:LONGEST])
        if place in taken or "。" in text or len(text) == LONGEST:
            break
        if told := _UNIT.fullmatch(text):
            unit = unit or told[1]
        if match := _ANNEX.match(text):
            annex = int(number(match[1]) or 0) or None if match[1] else annex
            title = title or text[match.end() :]
            span = span or (Span(place, 0, len(document.pieces[place].text)) if title else None)
            break
        if not title and len(text) >= 4 and not _NO_TITLE.search(text):
            title, span = text, Span(place, 0, len(document.pieces[place].text))
    return RawGrid(title, span, annex, rows, unit=unit)


def _grids(raw: RawGrid) -> Iterator[Grid]:
    rows = [_padded(row, raw.width) for row in raw.rows if any(each.text for each in row)]
    title, span = raw.title, raw.title_span
    while len(rows) > 2 and len({each.text for each in rows[0] if each.text}) == 1 and raw.width > 1:
        first = next(each for each in rows[0] if each.text)
        if first.amount:
            break
        title, span, rows = title or first.text, span or first.span, rows[1:]
    count = _header_rows(rows) if rows else 0
    if count == len(rows):
        return
    headers = _headers(rows[:count], raw.width)
    blocks = _beside(headers)
    above = [[each.text for each in row] for row in rows[:count]]
    below = [row for row in rows[count:] if [each.text for each in row] not in above]  # a page repeats them
    body = [row[start : start + blocks] for start in range(0, raw.width, blocks) for row in below]
    kept = tuple(_row(row) for row in body if any(each.text for each in row))
    if kept:
        yield _with_total(Grid(title, span, raw.annex, headers[:blocks], kept, raw.whole, raw.unit))


def _with_total(grid: Grid) -> Grid:
    """The table with its total told apart where no word says so: the first or the last row (全院) that is, in all
    columns but one, what the others make."""
    if len(grid.body) <= 2 or any(row.kind is RowKind.TOTAL for row in grid.rows):
        return grid
    columns = grid.columns
    for total in (grid.body[0], grid.body[-1]):
        told = [(amount, place) for place in columns.counts if (amount := total.cells[place].amount)]
        fitting = [each for each, place in told if each.value and each.value * 2 == columns.sums[place]]
        if len(fitting) > 1 and len(told) - len(fitting) <= 1 and sum(map(_length, fitting)) >= TELLING:
            rows = tuple(row._replace(kind=RowKind.TOTAL) if row is total else row for row in grid.rows)
            return replace(grid, rows=rows)
    return grid


def _length(amount: Amount) -> int:
    return len(str(int(abs(amount.value / amount.step))))


def _goes_on(first: Grid | None, second: Grid, lines: int) -> bool:
    """Whether the second of two tables, so many lines below the first, may be the rest of it: it has no header, or
    the same one and the only total."""
    if not _is_named(second):
        return lines <= BROKEN * 3
    if first is None or lines > BROKEN or _names(first) != _names(second):
        return False
    return [any(row.kind is RowKind.TOTAL for row in grid.rows) for grid in (first, second)] == [False, True]


def _is_named(grid: Grid) -> bool:
    return any(_names(grid))


def _names(grid: Grid) -> list[str]:
    return [header.name for header in grid.headers]


def _padded(row: Sequence[Cell], width: int) -> tuple[Cell, ...]:
    missing = width - len(row)
    end = row[-1].span if row else Span(0, 0, 0)
    return (*row, *(Cell("", Span(end.piece, end.end, end.end), None) for _ in range(missing)))


def _header_rows(rows: Sequence[Sequence[Cell]]) -> int:
    """Rows on top without a number; one where no row has a number at all, or the first has some."""
    count = 0
    while count < min(HEADER_ROWS, len(rows)) and not any(each.amount for each in rows[count]):
        count += 1
    if count == 0:
        return 0 if sum(each.amount is not None for each in rows[0]) > 1 else 1
    blanks_end = 1
    while blanks_end < count and (
        not rows[blanks_end][0].text or rows[blanks_end][0].span == rows[blanks_end - 1][0].span
    ):
        blanks_end += 1
    return blanks_end


def _headers(rows: Sequence[Sequence[Cell]], width: int) -> tuple[Header, ...]:
    """The lowest name of each column; a name above reaches to the right until the next."""
    if not rows:
        return tuple(Header("", "", None) for _ in range(width))
    found, group = [], ""
    for place in range(width):
        column = [row[place] for row in rows]
        named = [each for each in column if each.text]
        lowest = named[-1] if named else None
        above = column[0].text if len(rows) > 1 else ""
        group = above or (group if lowest else "")
        own = group if lowest and group != lowest.text else ""
        found.append(Header(lowest.text if lowest else "", own, lowest.span if lowest else None))
    return tuple(found)


def _beside(headers: Sequence[Header]) -> int:
    """The width of a block when the same headers stand side by side, else of the whole."""
    names = [header.name for header in headers]
    for width in range(2, len(names) // 2 + 1):
        block, times = names[:width], len(names) // width
        if names == block * times and len(set(block)) == width and all(block):
            return width
    return len(names)


def _row(cells: tuple[Cell, ...]) -> Row:
    labels = [each.text for each in cells[:3] if each.text and not each.amount]
    label = labels[0] if labels else ""
    if any(_TOTAL.match(each) for each in labels[:2]):
        return Row(RowKind.TOTAL, cells)
    if _SUBTOTAL.match(label):
        return Row(RowKind.SUBTOTAL, cells)
    empty = not any(each.amount for each in cells) and len([each for each in cells if each.text]) <= 1
    return Row(RowKind.OTHER if _OTHER.match(label) or empty else RowKind.BODY, cells)

"""Annex tables: a header that repeats in print, units as row headers, flagged cells strong and shaded."""

from collections.abc import Sequence

from markupsafe import Markup

from gongkai.notice.grid import header_cells
from gongkai.notice.html.chips import Link, chip
from gongkai.notice.html.markup import element, joined, lines
from gongkai.notice.plan import AnnexPage, Cell, Table, TableColumn

Row = tuple[Cell, ...]


def annex_tables(annex: AnnexPage, name: str, link: Link) -> Markup:
    """The table of an annex, or its two halves side by side; `name` is read to who cannot see it."""
    parts = _halves(annex.table) if annex.layout == "two_up" else [(annex.table.rows, annex.table.totals)]
    drawn = [
        _table(annex.table.columns, rows, totals, f"{name}（{place}）" if len(parts) > 1 else name, link)
        for place, (rows, totals) in enumerate(parts, 1)
    ]
    # a table wider than a small screen is moved sideways, by keyboard too
    return element(
        "div",
        *drawn,
        class_="official-table official-halves" if len(parts) > 1 else "official-table",
        role="region",
        aria_label=name,
        tabindex=0,
    )


def _halves(table: Table) -> list[tuple[Sequence[Row], Row]]:
    """Down the left half, then down the right; the totals row counts as a row, as on paper."""
    half = -(-(len(table.rows) + bool(table.totals)) // 2)
    parts: list[tuple[Sequence[Row], Row]] = [(table.rows[:half], ()), (table.rows[half:], table.totals)]
    return [part for part in parts if part[0] or part[1]] or [((), ())]


def _table(
    columns: tuple[TableColumn, ...], rows: Sequence[Row], totals: Row, name: str, link: Link
) -> Markup:
    drawn = [_row(columns, row, link) for row in rows]
    if totals:
        drawn.append(_row(columns, totals, link, class_="totals"))
    return element("table", _head(columns), element("tbody", *drawn), aria_label=name)


def _head(columns: tuple[TableColumn, ...]) -> Markup:
    cells = header_cells(columns)
    rows = range(max(len(column.header) for column in columns))
    return element(
        "thead",
        *(
            element(
                "tr",
                *(
                    element(
                        "th",
                        lines(cell.text),
                        scope="col" if cell.columns == 1 else "colgroup",
                        colspan=cell.columns if cell.columns > 1 else None,
                        rowspan=cell.rows if cell.rows > 1 else None,
                    )
                    for cell in cells
                    if cell.row == row
                ),
            )
            for row in rows
        ),
    )


def _row(columns: tuple[TableColumn, ...], row: Row, link: Link, class_: str | None = None) -> Markup:
    cells = (_cell(column, cell, link) for column, cell in zip(columns, row, strict=True))
    return element("tr", *cells, class_=class_)


def _cell(column: TableColumn, cell: Cell, link: Link) -> Markup:
    shown = chip(cell.text, cell.binding, link) if cell.binding and cell.text else joined(lines(cell.text))
    heads = cell.binding is not None and cell.binding.measure == "unit"
    return element(
        "th" if heads else "td",
        element("strong", shown) if cell.flagged and cell.text else shown,
        scope="row" if heads else None,
        class_=f"{column.align}{' flagged' if cell.flagged else ''}",
    )

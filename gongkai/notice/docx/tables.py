"""Annex tables: thin rules, header rows on every page, rows that do not split."""

from collections.abc import Iterator
from itertools import pairwise

from docx.oxml.xmlchemy import BaseOxmlElement

from gongkai.notice import layout
from gongkai.notice.docx.xml import element, flag, paragraph, text_run, twips
from gongkai.notice.grid import Grid, GridCell, HeaderCell

_EIGHTHS = 8  # border widths are in eighths of a point


def table_element(grid: Grid) -> BaseOxmlElement:
    """The <w:tbl> of a grid. Widths stand in the grid and in each cell: WPS reads the first, Word the other."""
    widths = _whole_widths(grid.widths)
    columns = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    header = [_header_row(grid, row, widths) for row in range(grid.depth)]
    body = [_body_row(grid, row, widths) for row in grid.rows]
    return element("tbl", _properties(sum(widths), grid.air), columns, *header, *body)


def _whole_widths(widths: tuple[float, ...]) -> list[int]:
    """Millimetres → twips that add up to the whole width, however each is rounded."""
    edges = [0.0]
    for width in widths:
        edges.append(edges[-1] + layout.points(width))
    return [twips(end) - twips(start) for start, end in pairwise(edges)]


def _properties(width: int, air: float) -> BaseOxmlElement:
    rule = {"val": "single", "sz": round(layout.TABLE_RULE_WIDTH * _EIGHTHS), "space": 0, "color": "000000"}
    padding = twips(layout.points(layout.CELL_PADDING))
    margins = (("top", twips(air)), ("left", padding), ("bottom", twips(air)), ("right", padding))
    return element(
        "tblPr",
        element("tblW", w=width, type="dxa"),
        element("jc", val="center"),
        element(
            "tblBorders",
            *(element(side, **rule) for side in ("top", "left", "bottom", "right", "insideH", "insideV")),
        ),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *(element(side, w=wide, type="dxa") for side, wide in margins)),
    )


def _row(grid: Grid, cells: Iterator[BaseOxmlElement], *, header: bool) -> BaseOxmlElement:
    properties = element(
        "trPr",
        flag("cantSplit"),
        element("trHeight", val=twips(grid.row_height), hRule="atLeast"),
        flag("tblHeader") if header else None,
    )
    return element("tr", properties, *cells)


def _header_row(grid: Grid, row: int, widths: list[int]) -> BaseOxmlElement:
    here = sorted(
        (cell for cell in grid.header if cell.row <= row < cell.row + cell.rows),
        key=lambda cell: cell.column,
    )
    return _row(grid, (_header_cell(cell, row, widths, grid.size) for cell in here), header=True)


def _header_cell(cell: HeaderCell, row: int, widths: list[int], size: float) -> BaseOxmlElement:
    width = sum(widths[cell.column : cell.column + cell.columns])
    first = row == cell.row
    merge = None if cell.rows == 1 else element("vMerge", val="restart") if first else element("vMerge")
    properties = element(
        "tcPr",
        element("tcW", w=width, type="dxa"),
        element("gridSpan", val=cell.columns) if cell.columns > 1 else None,
        merge,
        element("vAlign", val="center"),
    )
    return element("tc", properties, _cell_text("TableHeader", cell.text if first else "", size, []))


def _body_row(grid: Grid, row: tuple[GridCell, ...], widths: list[int]) -> BaseOxmlElement:
    cells = (_body_cell(cell, width, grid.size) for cell, width in zip(row, widths, strict=True))
    return _row(grid, cells, header=False)


def _body_cell(cell: GridCell, width: int, size: float) -> BaseOxmlElement:
    properties = element(
        "tcPr",
        element("tcW", w=width, type="dxa"),
        element("shd", val="clear", color="auto", fill=layout.FLAG_SHADE) if cell.shaded else None,
        element("vAlign", val="center"),
    )
    align = [] if cell.align == "center" else [element("jc", val=str(cell.align))]
    return element("tc", properties, _cell_text("TableText", cell.text, size, align, bold=cell.bold))


def _cell_text(
    style: str, text: str, size: float, align: list[BaseOxmlElement], *, bold: bool = False
) -> BaseOxmlElement:
    pitch = element("spacing", line=twips(size * layout.TABLE_LINE), lineRule="exact")
    runs = [text_run(text, bold=bold, size=size)] if text else []
    return paragraph(style, *runs, properties=[pitch, *align])

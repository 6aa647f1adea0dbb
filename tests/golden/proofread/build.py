"""Documents of the corpus as .docx and .xlsx, made when a test asks for them, from the same text."""

import io
from collections.abc import Iterator
from itertools import groupby

from docx import Document
from xlsxwriter import Workbook


def docx(text: str) -> bytes:
    """Paragraphs as paragraphs, `|` rows as a table, a `#` line as a title."""
    written = Document()
    for is_table, lines in groupby(filter(None, text.splitlines()), key=lambda line: line.startswith("|")):
        if is_table:
            rows = list(_rows(lines))
            grid = written.add_table(len(rows), len(rows[0]))
            for row, cells in zip(grid.rows, rows, strict=True):
                for cell, value in zip(row.cells, cells, strict=True):
                    cell.text = value
        else:
            for line in lines:
                written.add_paragraph(line.removeprefix("# "), "Title" if line.startswith("# ") else None)
    content = io.BytesIO()
    written.save(content)
    return content.getvalue()


def xlsx(text: str) -> bytes:
    """A sheet: a line a row, the cells of a `|` row side by side, all as text."""
    content = io.BytesIO()
    with Workbook(content) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate(_rows(filter(None, text.splitlines()))):
            for column, value in enumerate(cells):
                sheet.write_string(row, column, value.removeprefix("# "))
    return content.getvalue()


def _rows(lines: Iterator[str]) -> Iterator[list[str]]:
    for line in lines:
        if set(line) <= set("|-"):
            continue
        yield [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else [line]

"""A printed notice opened and edited as a clerk would in Word, and what the comparison says to it."""

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from io import BytesIO

import docx as python_docx
import published
from docx.document import Document
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from gongkai.notice import docx, returned
from gongkai.notice.plan import Plan
from gongkai.notice.returned import Difference, Returned

Edit = Callable[[Document], object]


@cache
def printed(case: str) -> tuple[bytes, Plan]:
    """The .docx of a sample office, and its plan."""
    plan = getattr(published, case)().plan
    return docx.render(plan), plan


def edited(content: bytes, *edits: Edit) -> bytes:
    """The document after the edits, saved."""
    document = python_docx.Document(BytesIO(content))
    for edit in edits:
        edit(document)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def compared(*edits: Edit, case: str = "weibin", **more: object) -> Returned:
    content, plan = printed(case)
    return returned.compare(edited(content, *edits), plan, **more)


def differences(*edits: Edit, case: str = "weibin") -> list[tuple[str, str, str, str]]:
    """(kind, place, stored, returned) of each difference."""
    return [told(one) for one in compared(*edits, case=case).differences]


def told(one: Difference) -> tuple[str, str, str, str]:
    return (one.kind.value, one.place, one.stored, one.returned)


def saying(document: Document, words: str) -> Paragraph:
    """The first paragraph that holds some words."""
    return next(paragraph for paragraph in document.paragraphs if words in paragraph.text)


def put(old: str, new: str) -> Edit:
    """Type `new` over `old` in the first paragraph that holds it; the paragraph becomes one run."""

    def edit(document: Document) -> None:
        paragraph = saying(document, old)
        text = paragraph.text.replace(old, new, 1)
        for run in paragraph.runs[1:]:
            run._r.getparent().remove(run._r)
        paragraph.runs[0].text = text

    return edit


def delete(words: str) -> Edit:
    """Delete the first paragraph that holds some words."""

    def edit(document: Document) -> None:
        element = saying(document, words)._p
        element.getparent().remove(element)

    return edit


def insert_before(words: str, text: str) -> Edit:
    return lambda document: saying(document, words).insert_paragraph_before(text)


def row_of(table: Table, text: str) -> _Row:
    """The first row of a table with a cell that says `text`."""
    return next(row for row in table.rows if any(cell.text == text for cell in row.cells))


def put_cell(annex: int, row: str, column: int, text: str) -> Edit:
    """Type over a cell of the row that names something; columns from 0, in the printed table."""

    def edit(document: Document) -> None:
        paragraph = row_of(document.tables[annex - 1], row).cells[column].paragraphs[0]
        if not paragraph.runs:
            paragraph.add_run()
        paragraph.runs[0].text = text

    return edit


def delete_row(annex: int, row: str) -> Edit:
    def edit(document: Document) -> None:
        element = row_of(document.tables[annex - 1], row)._tr
        element.getparent().remove(element)

    return edit


def add_row(annex: int, after: str, *texts: str) -> Edit:
    """A row like another, below it, with other texts."""

    def edit(document: Document) -> None:
        table = document.tables[annex - 1]
        model = row_of(table, after)
        added = deepcopy(model._tr)
        model._tr.addnext(added)
        for cell, text in zip(_Row(added, table).cells, texts, strict=True):
            for run in cell.paragraphs[0].runs[1:]:
                run._r.getparent().remove(run._r)
            if cell.paragraphs[0].runs:
                cell.paragraphs[0].runs[0].text = text
            else:
                cell.paragraphs[0].add_run(text)

    return edit

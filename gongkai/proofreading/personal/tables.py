"""Personal data of a document: its text in one pass, its tables by what heads their columns."""

from collections.abc import Collection
from datetime import date

from gongkai.proofreading.document import Document, Table
from gongkai.proofreading.hits import Found
from gongkai.proofreading.personal import headed
from gongkai.proofreading.personal.again import with_names_again
from gongkai.proofreading.personal.find import apart, find
from gongkai.proofreading.personal.grids import Cell, Told, header, told, told_as_form
from gongkai.proofreading.personal.labels import cue_for


def find_in_document(
    document: Document,
    allowed: Collection[str] = (),
    *,
    today: date | None = None,
    hits: list[Found] | None = None,
) -> list[Found]:
    """Personal data at offsets of `document.text`; the cells of a table with a head are read by their columns.
    `hits` are what `find` finds in the text, where it was asked already."""
    if hits is None:
        hits = find(document.text, allowed, today=today)
    read: list[Found] = []
    cells: set[int] = set()
    for table in document.tables:
        told = tell(document, table)
        if told is not None:
            rows = told.back(find(told.text, allowed, today=today))
            read += headed.private(document.text, min(told.covered), rows)
            cells |= told.covered
    if not cells:
        return hits
    outside = (hit for hit in hits if document.starts[document.place(hit.start)[0]] not in cells)
    return with_names_again(document.text, apart([*read, *outside]))


def tell(document: Document, table: Table) -> Told | None:
    """The table told by what heads its columns, or as a form; None: no head or label says what its cells are. Rows
    above the head are no part of it: a title names whom to call."""
    rows = [[_cell(document, place) for place in row] for row in table.cells]
    head = header(document.text, rows)
    if head >= 0:
        return told(document.text, rows[head + 1 :], rows[head])
    if any(cue_for(document.text[start:end]) for row in rows for start, end in row):
        return told_as_form(document.text, rows)
    return None


def _cell(document: Document, place: int) -> Cell:
    start = document.starts[place]
    return start, start + len(document.pieces[place].text)

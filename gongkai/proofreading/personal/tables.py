"""Personal data of a document: its text in one pass, its tables by what heads their columns."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import groupby

from gongkai.proofreading.automaton import Match
from gongkai.proofreading.document import Document, Table
from gongkai.proofreading.hits import Found
from gongkai.proofreading.personal.find import apart, find
from gongkai.proofreading.personal.grids import Cell, header, told, told_as_form
from gongkai.proofreading.personal.labels import cue_for


def find_in_document(
    document: Document,
    allowed: Collection[str] = (),
    *,
    today: date | None = None,
    matches: Iterable[Match] | None = None,
) -> list[Found]:
    """Personal data at offsets of `document.text`; the cells of a table with a head are read by their columns."""
    hits = find(document.text, allowed, today=today, matches=matches)
    read: list[Found] = []
    cells: set[int] = set()
    for table in document.tables:
        found = find_in_table(document, table, allowed, today=today)
        if found is not None:
            read += found
            cells.update(place for row in table.cells for place in row)
    if not cells:
        return hits
    return apart([*read, *(hit for hit in hits if document.place(hit.start)[0] not in cells)])


def find_in_table(
    document: Document, table: Table, allowed: Collection[str] = (), *, today: date | None = None
) -> list[Found] | None:
    """Personal data in a table at offsets of `document.text`. None: no head or label says what its cells are."""
    rows = [list(_cells(document, row)) for row in table.cells]
    head = header(document.text, rows)
    if head >= 0:
        text = told(document.text, rows[head + 1 :], rows[head])
    elif any(cue_for(document.text[start:end]) for row in rows for start, end in row):
        text = told_as_form(document.text, rows)
    else:
        return None
    return text.back(find(text.text, allowed, today=today))


def _cells(document: Document, row: tuple[int, ...]) -> Iterator[Cell]:
    """The cells of a row, one that covers several places only once."""
    for place, _ in groupby(row):
        start = document.starts[place]
        yield start, start + len(document.pieces[place].text)

"""Tables that stand in lines of text: cells between tabs, Markdown strokes or wide gaps."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from gongkai.proofreading.document import Document, Part
from gongkai.proofreading.figures.reading.cells import Cell, cell
from gongkai.proofreading.hits import Span

LONGEST = 4000
"""Characters from which a line is no row of a table."""
MOST_CELLS = 1_000_000
"""Cells that are read of one document, so that memory stays bounded."""
_RULE = re.compile(r"[\s|:+=\-]*-[\s|:+=\-]*")
_WIDE = re.compile(r"[ \u3000]{2,}")
_LINE = re.compile(r"第(\d+)行")
_SENTENCE = re.compile(r"[。；]")


class TextTable(NamedTuple):
    """Rows found in the lines `first` to `last` (pieces of the document, both included). Not `whole`: blank cells
    cannot be seen in it, as in the text of a PDF, and rows whose cells are too few were left out."""

    first: int
    last: int
    rows: tuple[tuple[Cell, ...], ...]
    whole: bool = True


def text_tables(document: Document, apart: Collection[int] = ()) -> Iterator[TextTable]:
    """Grids in the lines of a document; pieces named in `apart` are tables already."""
    run: list[tuple[int, tuple[Cell, ...]]] = []
    kind, read = "", 0
    for place, piece in enumerate(document.pieces):
        text = piece.text
        usable = piece.part is Part.BODY and place not in apart and len(text) <= LONGEST
        which = _kind(text) if usable else ""
        if run and (which != kind or _begins_anew(document, run, place, which)):
            yield from _table(run, kind)
            run = []
        kind = which
        if which == "|" and _RULE.fullmatch(text):
            if len(run) > 1:  # the line above a rule is the header of another table
                yield from _table(run[:-1], kind)
                run = run[-1:]
        elif which:
            run.append((place, tuple(_cells(place, text, which))))
            read += len(run[-1][1])
        if read > MOST_CELLS:
            yield from (each._replace(whole=False) for each in _table(run, kind))
            return
    yield from _table(run, kind)


def _begins_anew(document: Document, run: list[tuple[int, tuple[Cell, ...]]], place: int, kind: str) -> bool:
    """Whether a line is the header of another table: words alone after rows of numbers and a blank line."""
    if len(run) < 2 or not any(each.amount for each in run[-1][1]):
        return False
    lines = [_LINE.fullmatch(document.pieces[each].where) for each in (run[-1][0], place)]
    if not lines[0] or not lines[1] or int(lines[1][1]) - int(lines[0][1]) < 2:
        return False
    cells = tuple(_cells(place, document.pieces[place].text, kind))
    return not any(each.amount for each in cells) and len([each for each in cells if each.text]) > 1


def _kind(text: str) -> str:
    if "\t" in text.strip(" \n"):
        return "\t"
    inner = text.strip()
    if inner.count("|") >= 2 or (inner.count("|") == 1 and not inner.startswith("|") and len(inner) < 80):
        return "|"
    return " " if _WIDE.search(inner) and not _SENTENCE.search(inner) else ""


def _cells(place: int, text: str, kind: str) -> Iterator[Cell]:
    for start, end in _bounds(text, kind):
        inner = text[start:end].lstrip()
        left, kept = end - len(inner), inner.rstrip()
        yield cell(kept, Span(place, left, left + len(kept)))


def _bounds(text: str, kind: str) -> Iterator[tuple[int, int]]:
    begin, end = 0, len(text)
    if kind != "\t":
        begin, end = end - len(text.lstrip()), len(text.rstrip())
    if kind == "|":
        begin += text.startswith("|", begin)
        end -= text.endswith("|", begin, end)
    for gap in _WIDE.finditer(text, begin, end) if kind == " " else ():
        yield begin, gap.start()
        begin = gap.end()
    for inner in [text[begin:end]] if kind == " " else text[begin:end].split(kind):
        yield begin, begin + len(inner)
        begin += len(inner) + 1


def _table(run: list[tuple[int, tuple[Cell, ...]]], kind: str) -> Iterator[TextTable]:
    """Two rows make a table, three between strokes even without a number. Rows of unequal length without a blank cell among them have lost their blanks: they
    are left out, and between wide gaps the table with them."""
    drawn = kind == "|" and len(run) > 2
    if len(run) < 2 or not (drawn or any(each.amount for _, row in run for each in row)):
        return
    lengths = Counter(len(row) for _, row in run)
    width, most = lengths.most_common(1)[0]
    rows = _without_ends([row for _, row in run], width)
    ragged = any(len(row) != width for row in rows)
    if kind == " " and (len(run) < 3 or len(lengths) > 1):
        return
    if kind == "|" or any(not each.text for row in rows for each in row):
        rows, ragged = [row for _, row in run], False
    kept = tuple(row for row in rows if not ragged or (len(row) == width and most > 1))
    yield TextTable(run[0][0], run[-1][0], kept, whole=not ragged)


def _without_ends(rows: list[tuple[Cell, ...]], width: int) -> list[tuple[Cell, ...]]:
    """Rows without the lines of words above and below them: 填报单位：… 日期：…"""
    places = [at for at, row in enumerate(rows) if len(row) == width or any(each.amount for each in row)]
    return rows[places[0] : places[-1] + 1]

"""Titles of articles in a sheet, proofread: they are public or about to be, and are mended where they stand."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from gongkai.actions.comparing import Preview
from gongkai.proofreading.document import Document, Part, Piece
from gongkai.proofreading.hits import Found, Group, Level
from gongkai.proofreading.masking import masked
from gongkai.proofreading.personal.kinds import Kind
from gongkai.proofreading.proofread import Rules
from gongkai.proofreading.search import search

KINDS = ("submissions", "columns", "posts")
"""Kinds of facts whose titles are those of articles."""
MOST_SHOWN = 100
ADVICE = "请在发布的地方改正标题"


def told(compared: Preview, rules: Rules) -> list[dict[str, Any]]:
    """The errors in titles that the sheet adds, each as a row of the preview: place, value, reason, suggestion.
    Doubts are left for who writes: of a title alone nobody could settle them."""
    document = Document("标题", tuple(_pieces(compared)))
    portions = search(document.text, rules.wording, rules.allowed, rules.today)
    found = (hit for portion in portions for hit in sorted([*portion.personal, *portion.worded]))
    errors = (hit for hit in found if hit.level is Level.ERROR)
    return [_row(document, hit) for hit in islice(errors, MOST_SHOWN)]


def _pieces(compared: Preview) -> Iterator[Piece]:
    for kind in KINDS:
        if kind in compared.differences:
            for fact in compared.differences[kind].added:
                if title := getattr(fact, "title", ""):
                    yield Piece(Part.CELL, f"{fact.sheet} 第{fact.row}行", title)


def _row(document: Document, hit: Found) -> dict[str, Any]:
    said = document.text[hit.start : hit.end]
    personal = hit.group is Group.PERSONAL
    return {
        "place": document.pieces[document.place(hit.start)[0]].where,
        "value": masked(Kind(hit.kind), said) if personal else said,
        "reason": hit.reason,
        "suggestion": f"应为“{hit.suggestion}”，{ADVICE}" if hit.suggestion else ADVICE,
        "times": 1,
    }

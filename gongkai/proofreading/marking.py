"""A piece of text cut where findings begin and end, so that a screen can mark them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from gongkai.proofreading.document import Document
from gongkai.proofreading.hits import Hit


class Segment(NamedTuple):
    """Characters under the same findings; `hits` are their places in the list of findings."""

    text: str
    hits: tuple[int, ...]


def segments(document: Document, hits: Sequence[Hit]) -> list[list[Segment]]:
    """The segments of each piece, in order; put together they are the piece again. A finding may have several
    spans, and findings may overlap."""
    spans: dict[int, list[tuple[int, int, int]]] = {}
    for place, hit in enumerate(hits):
        for span in hit.spans:
            spans.setdefault(span.piece, []).append((span.start, span.end, place))
    return [_cut(piece.text, spans.get(number, [])) for number, piece in enumerate(document.pieces)]


def _cut(text: str, spans: Sequence[tuple[int, int, int]]) -> list[Segment]:
    edges = sorted({0, len(text), *(edge for start, end, _ in spans for edge in (start, end))})
    waiting = sorted(spans, reverse=True)
    reaching: list[tuple[int, int, int]] = []
    found = []
    for start, end in pairwise(edges):
        while waiting and waiting[-1][0] <= start:
            reaching.append(waiting.pop())
        reaching = [span for span in reaching if span[1] > start]
        found.append(Segment(text[start:end], tuple(sorted(place for _, _, place in reaching))))
    return found

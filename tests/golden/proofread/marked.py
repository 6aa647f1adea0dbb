"""The corpus as the product marks it."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from gongkai.proofreading.document import Document
from gongkai.proofreading.hits import Hit
from gongkai.proofreading.proofread import Rules, proofread
from gongkai.proofreading.wording import Wording
from tests.golden.proofread import corpus, reading
from tests.golden.proofread.judging import Judged, Mark, judge

DAY = date(2024, 1, 1)
"""The day the corpus is read on: nobody in it is born later."""


@cache
def rules() -> Rules:
    """What is looked for where an office has added nothing of its own."""
    return Rules(wording=(Wording(),), today=DAY)


def marks(document: Document) -> Iterator[Mark]:
    """What the product marks, with places in the document's text."""
    for hit in proofread(document, rules()):
        places = _places(document, hit)
        yield Mark(str(hit.group), str(hit.kind), str(hit.level), places, hit.found, hit.reason)


def _places(document: Document, hit: Hit) -> tuple[tuple[int, int], ...]:
    starts = document.starts
    return tuple((starts[span.piece] + span.start, starts[span.piece] + span.end) for span in hit.spans)


@cache
def judged() -> tuple[Judged, ...]:
    """All documents, read, marked and held against their labels."""
    return tuple(_judged(name, reading.document(name)) for name in corpus.names())


def _judged(name: str, document: Document) -> Judged:
    return judge(name, document.text, marks(document), corpus.of(name))

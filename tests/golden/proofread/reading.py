"""The corpus as the product reads and marks it."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from gongkai.proofreading.document import Document
from gongkai.proofreading.hits import Hit
from gongkai.proofreading.proofread import Rules, proofread
from gongkai.proofreading.wording import Wording
from gongkai.sources.documents.read import read
from tests.golden.proofread import corpus
from tests.golden.proofread.judging import Judged, Mark, judge

DAY = date(2024, 1, 1)
"""The day the corpus is read on: nobody in it is born later."""


@cache
def rules() -> Rules:
    """What is looked for where an office has added nothing of its own."""
    return Rules(wording=(Wording(),), today=DAY)


def document(name: str) -> Document:
    """A document of the corpus as it is read from its file."""
    return read(name, (corpus.FOLDER / name).read_bytes())


def marks(read_document: Document) -> Iterator[Mark]:
    """What the product marks, with places in the document's text."""
    for hit in proofread(read_document, rules()):
        yield Mark(
            str(hit.group), hit.kind, str(hit.level), _places(read_document, hit), hit.found, hit.reason
        )


def _places(read_document: Document, hit: Hit) -> tuple[tuple[int, int], ...]:
    starts = read_document.starts
    return tuple((starts[span.piece] + span.start, starts[span.piece] + span.end) for span in hit.spans)


@cache
def judged() -> tuple[Judged, ...]:
    """All documents, read, marked and held against their labels."""
    return tuple(_judged(name) for name in corpus.names())


def _judged(name: str) -> Judged:
    read_document = document(name)
    return judge(name, read_document.text, marks(read_document), corpus.of(name))

"""Clauses: what a sentence says of one thing, between semicolons; what follows belongs to another."""

from collections.abc import Iterator

from gongkai.proofreading.figures.passages import Passage
from gongkai.proofreading.figures.statements import Statement, statements


def clauses(passage: Passage) -> Iterator[list[Statement]]:
    """The statements of each clause, in order; a bracket's statements stay with its clause."""
    for start, end in passage.sentences():
        depth, begin = 0, start
        for at in range(start, end):
            mark = passage.text[at]
            depth += (mark == "（") - (mark == "）")
            if mark == "；" and depth <= 0:
                yield statements(passage, begin, at)
                begin = at + 1
        yield statements(passage, begin, end)

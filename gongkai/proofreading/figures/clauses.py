"""Clauses: what a sentence says of one thing, between semicolons; what follows belongs to another."""

import re
from collections.abc import Iterator

from gongkai.proofreading.figures.passages import Passage
from gongkai.proofreading.figures.statements import Statement, statements

_MARKS = re.compile("[；（）]")


def clauses(passage: Passage) -> Iterator[list[Statement]]:
    """The statements of each clause, in order; a bracket's statements stay with its clause."""
    for start, end in passage.sentences():
        depth, begin = 0, start
        for mark in _MARKS.finditer(passage.text, start, end):
            depth += (mark[0] == "（") - (mark[0] == "）")
            if mark[0] == "；" and depth <= 0:
                yield statements(passage, begin, mark.start())
                begin = mark.end()
        yield statements(passage, begin, end)

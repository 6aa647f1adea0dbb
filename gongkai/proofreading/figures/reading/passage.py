"""A paragraph as the checks read it: one text, its sentences and clauses, and each statement read once."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from gongkai.proofreading.figures.reading.numerals import begins
from gongkai.proofreading.figures.reading.statements import MOST, Statement, narrowed, read
from gongkai.proofreading.hits import Span

_SENTENCE = re.compile(r"[^。！？\n]{1,2000}[。！？]?")
"""A sentence; beyond 2,000 characters it is none and is cut."""
_MARKS = re.compile("[；（）]")
_STOP = re.compile("[。；]")


class Run(NamedTuple):
    """Characters that stand together in a passage and in a piece."""

    start: int
    piece: int
    offset: int


@dataclass(frozen=True)
class Passage:
    """A paragraph as one text without spaces, in half width; `runs` lead back to the document's pieces; `following`
    is how the next paragraph begins."""

    text: str
    runs: tuple[Run, ...]
    following: str = ""

    def span(self, start: int, end: int) -> Span:
        """The place of a stretch of the text; it ends with the piece it begins in."""
        at, last = self._run(start), self._run(max(start, end - 1))
        first = self.runs[at]
        while self.runs[last].piece != first.piece:
            end = self.runs[last].start
            last -= 1
        ending = self.runs[last]
        return Span(
            first.piece,
            first.offset + start - first.start,
            ending.offset + max(start, end - 1) - ending.start + 1,
        )

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence."""
        return tuple(match.span() for match in _SENTENCE.finditer(self.text))

    def clause_start(self, place: int) -> int:
        """Where what stands at a place begins: behind the last 。 or ；."""
        return max(self.text.rfind(mark, 0, place) for mark in "。；") + 1

    def clause_end(self, place: int) -> int:
        """Where it ends: at the next 。 or ；."""
        stop = _STOP.search(self.text, place)
        return stop.start() if stop else len(self.text)

    @cached_property
    def numerals(self) -> tuple[int, ...]:
        """Where a number may begin."""
        return tuple(begins(self.text))

    @cached_property
    def told(self) -> tuple[Statement, ...]:
        """The statements of all sentences, each read in its sentence."""
        found: list[Statement] = []
        for start, end in self.sentences if self.numerals else ():
            inside = self.numerals[bisect_left(self.numerals, start) : bisect_left(self.numerals, end)]
            found.extend(islice(read(self.text, start, end, inside, self.span), MOST))
        return tuple(found)

    def statements(self, start: int, end: int) -> list[Statement]:
        """The statements of a stretch, in order; what stands outside it is said of none of them."""
        first, last = (bisect_left(self._begins, place) for place in (start, end))
        found: list[Statement] = []
        for each in self.told[first : min(last, first + MOST)]:
            if each.end <= end:
                found.append(narrowed(each, self.text, found[-1].end if found else start, end))
        return found

    @cached_property
    def clauses(self) -> tuple[tuple[Statement, ...], ...]:
        """What is said of one thing: the statements between semicolons; a bracket's stay with its clause."""
        return tuple(
            told
            for start, end in (self._clauses() if self.told else ())
            if (told := tuple(self.statements(start, end)))
        )

    def _clauses(self) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for start, end in self.sentences:
            depth, begin = 0, start
            for mark in _MARKS.finditer(self.text, start, end):
                depth += (mark[0] == "（") - (mark[0] == "）")
                if mark[0] == "；" and depth <= 0:
                    found.append((begin, mark.start()))
                    begin = mark.end()
            found.append((begin, end))
        return found

    @cached_property
    def _begins(self) -> list[int]:
        return [each.start for each in self.told]

    def _run(self, start: int) -> int:
        return bisect_right(self.runs, start, key=lambda run: run.start) - 1

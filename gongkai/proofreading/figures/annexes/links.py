"""Which stretch of the narrative speaks of which tables: by 附件3, or because it says what the title says."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai.proofreading.figures.reading.concepts import nearness, pairs, topic
from gongkai.proofreading.figures.reading.grid import Grid
from gongkai.proofreading.figures.reading.numerals import number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement

NEAR = 0.6
"""Share of a title's words from which a passage is of the table."""
MOST = 100
"""Tables whose titles are looked for; a document with more is a yearbook."""
SAME = 10
"""Tables of one annex that are read."""
ABOVE = 5
"""Pieces above the only table of a document from which a passage speaks of it."""
_REFERENCE = re.compile(
    r"附[件表](\d{1,2}|[一二三四五六七八九十]{1,2})(?:(?:[、和及]|[-—~至到])(?:附[件表])?(\d{1,2}))?"
)
EXTRACT = re.compile(r"[前后](?:\d{1,3}|[一二三四五六七八九十]{1,3})[名位]|部分|节选|摘录|举例|示例|典型")
"""A table of some rows only: what is said of all is not of them, but what names it by its number is."""
_LIST = re.compile(r"^附[件表]?(?:\d{0,2})[：:]|^附[件表]\d*$")
_HERE = re.compile(r"下表|附表|见表|附件|上表")


class Link(NamedTuple):
    """Statements of a stretch of a passage and the tables it speaks of. `named`: it names them by number."""

    passage: Passage
    told: tuple[Statement, ...]
    grids: tuple[Grid, ...]
    named: bool


class Links:
    """The tables of a document by their numbers and by what their titles say."""

    def __init__(self, grids: Sequence[Grid]) -> None:
        whole = [grid for grid in grids if not EXTRACT.search(grid.title)]
        self._topics = [(found, grid) for grid in whole if (found := topic(grid.title))][:MOST]
        self._only = whole[0] if len(whole) == 1 else None
        self._numbered: dict[int, list[Grid]] = defaultdict(list)
        for grid in grids:
            if len(self._numbered[grid.annex or 0]) < SAME:
                self._numbered[grid.annex or 0].append(grid)

    def of(self, passage: Passage) -> Iterator[Link]:
        """Every stretch of a passage that speaks of tables; statements of others are left out."""
        if not (self._numbered and passage.told) or _LIST.match(passage.text):
            return
        named = list(self._named(passage))
        yield from named
        if not named and (near := self._near(passage)):
            yield Link(passage, passage.told, near, named=False)

    def _named(self, passage: Passage) -> Iterator[Link]:
        """报送42条（见附件1）: what stands before the number of an annex; where nothing does (报送情况见附件1，共…),
        what follows it to the end of the clause."""
        begin = 0
        for match in _REFERENCE.finditer(passage.text):
            tables = [grid for annex in _annexes(match) if annex for grid in self._numbered.get(annex, ())]
            told, end = _told(passage, begin, match.start()), match.end()
            if not told:
                end = passage.clause_end(match.end())
                told = _told(passage, match.end(), end)
            if tables:
                yield Link(passage, told, tuple(tables), named=True)
            begin = max(begin, end)

    def _near(self, passage: Passage) -> tuple[Grid, ...]:
        """Tables whose title the passage says; the only table, where it points to one without a number."""
        said = pairs(passage.text) if self._topics else frozenset()
        scores = [(nearness(each, said), grid) for each, grid in self._topics]
        best = max((score for score, _ in scores), default=0.0)
        if best >= NEAR:
            return tuple(grid for score, grid in scores if score >= max(NEAR, best - 0.1))
        above = self._only.rows[0].cells[0].span.piece - passage.runs[-1].piece if self._only else 0
        close = _HERE.search(passage.text) or 0 < above <= ABOVE
        return (self._only,) if self._only and close else ()


def _annexes(match: re.Match[str]) -> list[int]:
    first = int(number(match[1]) or 0)
    last = int(match[2]) if match[2] else first
    spread = re.search(r"[-—~至到]", match[0])
    return sorted(set(range(first, last + 1) if spread and last - first < 50 else (first, last)))


def _told(passage: Passage, begin: int, end: int) -> tuple[Statement, ...]:
    """The statements of a stretch, those of each sentence by themselves."""
    first = max(0, bisect_right(passage.sentences, (begin, begin)) - 1)
    last = bisect_left(passage.sentences, (end, end))
    return tuple(
        each
        for start, stop in passage.sentences[first:last]
        if stop > begin
        for each in passage.statements(max(start, begin), min(stop, end))
    )

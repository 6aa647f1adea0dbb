"""Which stretch of the narrative speaks of which tables: by 附件3, or because it says what the title says."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai.proofreading.figures.concepts import nearness, topic
from gongkai.proofreading.figures.grid import Grid
from gongkai.proofreading.figures.numerals import number
from gongkai.proofreading.figures.passages import Passage
from gongkai.proofreading.figures.statements import Statement, statements

NEAR = 0.6
"""Share of a title's words from which a passage is of the table."""
MOST = 100
"""Tables whose titles are looked for; a document with more is a yearbook."""
ABOVE = 5
"""Pieces above the only table of a document from which a passage speaks of it."""
_NUMBER = re.compile(r"[\d一二三四五六七八九十]")
_REFERENCE = re.compile(
    r"附[件表](\d{1,2}|[一二三四五六七八九十]{1,2})(?:(?:[、和及]|[-—~至到])(?:附[件表])?(\d{1,2}))?"
)
_LIST = re.compile(r"^附[件表]?(?:\d{0,2})[：:]|^附[件表]\d*$")
_STOP = re.compile("[；。]")
_HERE = re.compile(r"下表|附表|见表|附件|上表")


class Link(NamedTuple):
    """Statements of a stretch of a passage and the tables it speaks of. `named`: it names them by number."""

    passage: Passage
    told: tuple[Statement, ...]
    grids: tuple[Grid, ...]
    named: bool


def links(passages: Sequence[Passage], grids: Sequence[Grid]) -> Iterator[Link]:
    """Every stretch that speaks of tables; statements of others are left out."""
    topics = [(found, grid) for grid in grids if (found := topic(grid.title))][:MOST]
    for passage in passages if grids else ():
        if _LIST.match(passage.text) or not _NUMBER.search(passage.text):
            continue
        named = list(_named(passage, grids))
        yield from named
        if not named and (near := _near(passage, topics, grids)):
            yield Link(passage, _told(passage, 0, len(passage.text)), near, named=False)


def _named(passage: Passage, grids: Sequence[Grid]) -> Iterator[Link]:
    """报送42条（见附件1）: what stands before the number of an annex; where nothing does (报送情况见附件1，共…),
    what follows it to the end of the clause."""
    begin = 0
    for match in _REFERENCE.finditer(passage.text):
        wanted = _annexes(match)
        tables = tuple(grid for grid in grids if grid.annex in wanted)
        told, end = _told(passage, begin, match.start()), match.end()
        if not told:
            stop = _STOP.search(passage.text, match.end())
            end = stop.start() if stop else len(passage.text)
            told = _told(passage, match.end(), end)
        if tables:
            yield Link(passage, told, tables, named=True)
        begin = max(begin, end)


def _annexes(match: re.Match[str]) -> frozenset[int]:
    first = int(number(match[1]) or 0)
    last = int(match[2]) if match[2] else first
    spread = re.search(r"[-—~至到]", match[0])
    return frozenset(range(first, last + 1) if spread and last - first < 50 else (first, last))


def _near(
    passage: Passage, topics: Sequence[tuple[frozenset[str], Grid]], grids: Sequence[Grid]
) -> tuple[Grid, ...]:
    """Tables whose title the passage says; the only table, where it points to one without a number."""
    scores = [(nearness(pairs, passage.text), grid) for pairs, grid in topics]
    best = max((score for score, _ in scores), default=0.0)
    if best >= NEAR:
        return tuple(grid for score, grid in scores if score >= max(NEAR, best - 0.1))
    only = grids[0] if len(grids) == 1 else None
    above = only.rows[0].cells[0].span.piece - passage.runs[-1].piece if only else 0
    return (only,) if only and (_HERE.search(passage.text) or 0 < above <= ABOVE) else ()


def _told(passage: Passage, begin: int, end: int) -> tuple[Statement, ...]:
    return tuple(
        each
        for start, stop in passage.sentences()
        if stop > begin and start < end
        for each in statements(passage, max(start, begin), min(stop, end))
    )

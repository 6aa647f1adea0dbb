"""Ranks that the narrative tells of a unit against its row in the annex: 某镇位列第3 and its 名次."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import Cell
from gongkai.proofreading.figures.reading.grid import Columns, Grid, Row
from gongkai.proofreading.figures.reading.numerals import PATTERN, number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level, Span

SAME = 20
"""Rows of one unit that are read."""
_RANK = re.compile(rf"(?:位列|位居|排名|排在|列|居)[^，。；\d第]{{0,6}}第?(?P<rank>{PATTERN})[名位]?")


class Named(NamedTuple):
    """A unit's row in a table."""

    columns: Columns
    row: Row
    label: str


class ToldRanks:
    """The rows of units in all tables, against which the narrative is held."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        self._names = _names(grids)
        self._pattern = _pattern(self._names)

    def check(self, passage: Passage) -> Iterator[Hit]:
        """A rank told of one unit that its row has not."""
        for start, end in passage.sentences if self._pattern and passage.numerals else ():
            for begin, stop, label in (
                _stretches(self._pattern, passage.text, start, end) if self._pattern else ()
            ):
                yield from _ranks(passage, self._names[label], begin, stop)


def _names(grids: Iterable[Grid]) -> dict[str, list[Named]]:
    """The rows of each unit by its name without a 县 or 区 in front; none that one table has twice."""
    found: dict[str, list[Named]] = defaultdict(list)
    for grid in grids:
        columns = grid.columns
        for row in grid.body if columns.units is not None else ():
            label = re.sub(r"^[县区市](?=.{2,})", "", columns.label_of(row))
            if len(label) >= 3 and len(found[label]) < SAME:
                found[label].append(Named(columns, row, label))
    return {
        label: rows
        for label, rows in found.items()
        if len({id(each.columns) for each in rows}) == len(rows) > 0
    }


def _pattern(names: dict[str, list[Named]]) -> re.Pattern[str] | None:
    longest = sorted(names, key=len, reverse=True)[:500]
    return re.compile("|".join(map(re.escape, longest))) if longest else None


def _stretches(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """From a unit's name to the next name or the clause's end; nothing where names are listed."""
    matches = list(pattern.finditer(text, start, end))
    for place, match in enumerate(matches):
        stop = matches[place + 1].start() if place + 1 < len(matches) else end
        clause = re.compile("[；。]").search(text, match.end(), stop)
        before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 1]
        if not re.search("[、和及与]", before + after) and after != "等":
            yield match.end(), clause.start() if clause else stop, match[0]


def _ranks(passage: Passage, rows: list[Named], begin: int, end: int) -> Iterator[Hit]:
    match = _RANK.search(passage.text, begin, end)
    ranked = [(named, place) for named in rows for place in named.columns.ranks]
    value = number(match["rank"]) if match else None
    if match is None or value is None or len(ranked) != 1 or not (1 <= value <= Decimal(500)):
        return
    named, place = ranked[0]
    cell = named.row.cells[place]
    if cell.amount and cell.amount.value != value and "倒数" not in match[0]:
        yield _disagree(named, place, match[0], passage.span(match.start(), match.end()), cell)


def _disagree(named: Named, place: int, said: str, span: Span, cell: Cell) -> Hit:
    grid = named.columns.grid
    reason = f"正文称“{named.label}”{said}，{grid.called}“{grid.headers[place].name}”为{cell.text}"
    return hit(Kind.ANNEX, Level.DOUBT, said, reason, span, cell.span)

"""What the narrative says of one unit against its row in the annex: 某镇按期办结20件 and its 按期办结件."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.annex_totals import words
from gongkai.proofreading.figures.cells import Cell
from gongkai.proofreading.figures.concepts import means
from gongkai.proofreading.figures.grid import Columns, Grid, Row
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.links import Link
from gongkai.proofreading.figures.numerals import PATTERN, number
from gongkai.proofreading.figures.statements import Statement
from gongkai.proofreading.hits import Hit, Level, Span

_OTHERS = re.compile(r"其中|上年|去年|同期|上季度|上月|环比|同比|计划|目标|较|比|均|各|占|另|等|连续|月份?")
_RANK = re.compile(rf"(?:位列|位居|排名|排在|列|居)[^，。；\d第]{{0,6}}第?(?P<rank>{PATTERN})[名位]?")


class Named(NamedTuple):
    """A unit's row in a table."""

    columns: Columns
    row: Row
    label: str


def check(linked: Iterable[Link]) -> Iterator[Hit]:
    """Values and ranks told of one unit that are not those of its row."""
    known: dict[tuple[int, ...], tuple[dict[str, Named], re.Pattern[str] | None]] = {}
    for link in linked:
        key = tuple(map(id, link.grids))
        if key not in known:
            known[key] = (names := _names(link.grids)), _pattern(names)
        names, pattern = known[key]
        if pattern is None:
            continue
        for start, end in link.passage.sentences():
            sentence = link.passage.text[start:end]
            for at, stop, label in _stretches(pattern, sentence):
                told = [each for each in link.told if start + at <= each.start < start + stop]
                yield from _values(names[label], told, start + at)
                yield from _ranks(link, names[label], start + at, start + stop)


def _names(grids: Iterable[Grid]) -> dict[str, Named]:
    """Labels that name one row in all of the tables; without a 县 or 区 in front."""
    found: dict[str, Named] = {}
    twice: set[str] = set()
    for grid in grids:
        columns = grid.columns
        for row in grid.body if columns.units is not None else ():
            label = re.sub(r"^[县区市](?=.{2,})", "", columns.label_of(row))
            twice.update({label} & found.keys())
            found[label] = Named(columns, row, label)
    return {label: named for label, named in found.items() if len(label) >= 3 and label not in twice}


def _pattern(names: dict[str, Named]) -> re.Pattern[str] | None:
    longest = sorted(names, key=len, reverse=True)[:500]
    return re.compile("|".join(map(re.escape, longest))) if longest else None


def _stretches(pattern: re.Pattern[str], sentence: str) -> Iterator[tuple[int, int, str]]:
    """From a unit's name to the next name or the clause's end; nothing where names are listed."""
    matches = list(pattern.finditer(sentence))
    for place, match in enumerate(matches):
        stop = matches[place + 1].start() if place + 1 < len(matches) else len(sentence)
        clause = re.search("[；。]", sentence[match.end() : stop])
        stop = match.end() + clause.start() if clause else stop
        around = sentence[max(0, match.start() - 2) : match.start()], sentence[match.end() : match.end() + 1]
        if not re.search("[、和及与]", around[0] + around[1]) and around[1] != "等":
            yield match.end(), stop, match[0]


def _values(named: Named, told: list[Statement], begin: int) -> Iterator[Hit]:
    """A statement of the unit's clause whose words are those of one column, and whose value is in no cell."""
    columns, row = named.columns, named.row
    held = {cell.amount.value for cell in row.cells if cell.amount}
    for each in told:
        said = words(each).rpartition(named.label)[2]
        if each.rough or each.value in held or _OTHERS.search(each.gap[-20:].rpartition(named.label)[2]):
            continue
        fitting = [
            place
            for place in columns.numeric
            if means(said, columns.name(place)) and columns.is_rate(place) == (each.unit == "%")
        ]
        if len(fitting) == 1 and (cell := row.cells[fitting[0]]).amount:
            yield _disagree(named, fitting[0], each.amount, each.span, cell)


def _ranks(link: Link, named: Named, begin: int, end: int) -> Iterator[Hit]:
    match = _RANK.search(link.passage.text, begin, end)
    ranks = named.columns.ranks
    value = number(match["rank"]) if match else None
    if match is None or value is None or len(ranks) != 1 or not (1 <= value <= Decimal(500)):
        return
    cell = named.row.cells[ranks[0]]
    if cell.amount and cell.amount.value != value and "倒数" not in match[0]:
        yield _disagree(named, ranks[0], match[0], link.passage.span(match.start(), match.end()), cell)


def _disagree(named: Named, place: int, said: str, span: Span, cell: Cell) -> Hit:
    grid = named.columns.grid
    reason = f"正文称“{named.label}”{said}，{grid.called}“{grid.headers[place].name}”为{cell.text}"
    return hit(Kind.ANNEX, Level.DOUBT, said, reason, span, cell.span)

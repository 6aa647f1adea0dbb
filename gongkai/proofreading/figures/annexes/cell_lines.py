"""The lines of tables that a number of the narrative may be told of: a row by its name, and what is of all."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.reading.concepts import pairs
from gongkai.proofreading.figures.reading.grid import Grid, Row, RowKind
from gongkai.proofreading.figures.reading.header_units import Measure, measure
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Span

LONGEST = 20
"""Characters of a row's name."""
FEW = 4
"""Characters of a header that says hardly more than what is counted: 人数, 户数（户）."""
_BRACKET = re.compile(r"[（(/／].*")
_NAMED = re.compile(r"[^\d.]")
_GENERAL = frozenset(("情况", "合计", "数量", "共计", "总计", "小计"))
_ALL = re.compile(r"(?:合计|总计|小计|共计|总数|数量|金额)?")
_NOT = re.compile("[不未非]")
_RATES = frozenset(("%", "‰"))


class Figure(NamedTuple):
    """A cell, or what a column adds up to, in single units, with the words of its header."""

    value: Decimal
    step: Decimal
    measure: Measure
    header: str
    words: frozenset[str]
    text: str
    span: Span | None

    def fits(self, told: Statement) -> bool:
        """Whether a number of the narrative is counted in the same; a rate is a rate."""
        if told.unit in _RATES or self.measure.unit in _RATES:
            return told.unit == self.measure.unit
        return self.measure.fits(told)

    def share(self, said: str, words: frozenset[str]) -> float:
        """How much of the header is said, 0 to 1; nothing where one of the two says 不 or 未."""
        if not self.words or bool(_NOT.search(self.header)) != bool(_NOT.search(said)):
            return 0.0
        return len(self.words & words) / len(self.words)

    def counts(self, told: Statement) -> bool:
        """Whether the header says little but the unit: 人数 for 603人."""
        name = _BRACKET.sub("", self.header)
        plain = len(name) <= FEW and "均" not in name and not self.measure.unit.endswith("元")
        return plain and told.unit[0] in name


class Line(NamedTuple):
    """A row by its name; "" for what is of all, `made` where that is only added up."""

    label: str
    called: str
    figures: tuple[Figure, ...]
    made: bool = False

    def meant(self, told: Statement, said: str, words: frozenset[str]) -> Iterator[tuple[Figure, int]]:
        """The figures that a number told with these words (and their pairs) may be, each with how much they tell: 2 for
        the whole header, 1 for some of it or where there is no other choice, 0 for nothing."""
        fitting = [each for each in self.figures if each.fits(told)]
        shares = [each.share(said, words) for each in fitting]
        most = max(shares, default=0.0)
        only = [each for each in fitting if each.measure.unit] if len(fitting) > 1 else fitting
        if not most and "率" in said:
            return  # 办结率 is not 完成率
        for each, share in zip(fitting, shares, strict=True):
            if share and share == most:
                yield each, 2 if share == 1 else 1
            elif each.counts(told) or (not most and not self.made and (only == [each] or _is_all(each))):
                yield each, 1
            else:
                yield each, 0


def lines(grid: Grid) -> Iterator[Line]:
    """The rows of a table whose names are told apart, and its total; without one, what its columns add up to."""
    columns = grid.columns
    places = [place for place in columns.numeric if place not in columns.ranks]
    known = {place: measure(grid, place) for place in places}
    rows = [row for row in grid.rows if row.kind in (RowKind.BODY, RowKind.SUBTOTAL)]
    labels = [re.sub(r"^[县区市](?=.{2,})", "", columns.label_of(row)) for row in rows]
    if len(set(labels)) == len(labels):
        for row, label in zip(rows, labels, strict=True):
            if 2 <= len(label) <= LONGEST and _NAMED.search(label):
                yield Line(label, grid.called, _figures(grid, row, known))
    totals = [row for row in grid.rows if row.kind is RowKind.TOTAL]
    if len(totals) == 1:
        yield Line("", grid.called, _figures(grid, totals[0], known))
    elif not totals and grid.whole:
        yield Line("", grid.called, _made(grid, known), made=True)


def values(grid: Grid) -> Iterator[Decimal]:
    """All that a table tells: its cells and what its columns add up to, also over those of one name, plain and in
    single units, and how many rows it has."""
    yield Decimal(len(grid.body))
    together: dict[str, Decimal] = {}
    for place in grid.columns.numeric:
        name, made = grid.columns.name(place), grid.columns.sums[place]
        together[name] = together.get(name, Decimal(0)) + made
        amounts = [amount for row in grid.rows if (amount := row.cells[place].amount)]
        for value in (made, together[name], *(abs(each.value) for each in amounts)):
            yield value
            yield measure(grid, place).of(value)


def _figures(grid: Grid, row: Row, known: dict[int, Measure]) -> tuple[Figure, ...]:
    return tuple(
        _figure(grid, place, unit, amount.value, amount.step, row.cells[place].text, row.cells[place].span)
        for place, unit in known.items()
        if (amount := row.cells[place].amount)
    )


def _made(grid: Grid, known: dict[int, Measure]) -> tuple[Figure, ...]:
    columns = grid.columns
    steps = {place: [each.step for each in columns.amounts(place)] for place in columns.counts}
    return tuple(
        _figure(grid, place, known[place], made, min(told), written(made), grid.headers[place].span)
        for place, told in steps.items()
        if place in known and len(told) > 2 and (made := columns.sums[place])
    )


def _figure(
    grid: Grid, place: int, unit: Measure, value: Decimal, step: Decimal, text: str, span: Span | None
) -> Figure:
    header = grid.columns.name(place)
    words = pairs(_BRACKET.sub("", header)) - _GENERAL
    return Figure(unit.of(abs(value)), unit.of(step), unit, header, words, text, span)


def _is_all(figure: Figure) -> bool:
    return _ALL.fullmatch(_BRACKET.sub("", figure.header)) is not None

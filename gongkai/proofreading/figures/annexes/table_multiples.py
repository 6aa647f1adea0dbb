"""How many times one row of a table is another: 收入最高的东村是最低的南村的3.2倍."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from gongkai.proofreading.figures.arithmetic.rounding import agrees, rounded
from gongkai.proofreading.figures.arithmetic.slips import is_likely
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Columns, Grid, Row
from gongkai.proofreading.figures.reading.numerals import ARABIC, number, step
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level

TABLES, ROWS = 20, 300
"""Tables and rows of a table that are looked at."""
_TIMES = re.compile(
    rf"(?P<one>[一-龥]{{2,24}}?)(?:是|为|相当于)(?P<other>[一-龥]{{2,24}}?)的(?P<times>{ARABIC})倍"
)


class TableMultiples:
    """The tables of a document whose rows have names."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        self._grids = [
            grid for grid in grids if 1 < len(grid.body) <= ROWS and grid.columns.label is not None
        ]

    def check(self, passage: Passage) -> Iterator[Hit]:
        """A multiple that two rows give in no column of any table, and in the only column nearly."""
        for match in _TIMES.finditer(passage.text) if self._grids and "倍" in passage.text else ():
            found = [
                (grid, pair)
                for grid in self._grids[:TABLES]
                if (pair := (_row(grid, match["one"]), _row(grid, match["other"])))
            ]
            ratios = [
                (grid, place, one, other)
                for grid, (one, other) in found
                if one and other
                for place in _values(grid.columns, one, other)
            ]
            yield from _judged(passage, match, ratios)


def _row(grid: Grid, said: str) -> Row | None:
    """The only row whose name the words end with, or hold."""
    rows = [row for row in grid.body if (label := grid.columns.label_of(row)) and label in said]
    return rows[0] if len(rows) == 1 else None


def _values(columns: Columns, one: Row, other: Row) -> list[int]:
    return [
        place
        for place in columns.numeric
        if place not in columns.ranks
        and one.cells[place].amount
        and (below := other.cells[place].amount)
        and below.value
    ]


def _judged(
    passage: Passage, match: re.Match[str], ratios: list[tuple[Grid, int, Row, Row]]
) -> Iterator[Hit]:
    times, unit = number(match["times"]) or Decimal(0), step(match["times"])
    exact = [_ratio(place, one, other) for _, place, one, other in ratios]
    if not ratios or any(agrees(times, unit, each) for each in exact):
        return
    counts = [each for each in zip(ratios, exact, strict=True) if not each[0][0].columns.is_rate(each[0][1])]
    near = [each for each in counts if is_likely(times, each[1], unit)]
    for (grid, place, one, other), right in near if len(counts) == len(near) == 1 else ():
        reason = (
            f"{grid.called}“{grid.headers[place].name}”一列{one.cells[place].text}是{other.cells[place].text}的"
            f"{rounded(right, unit)}倍，与所写{match['times']}倍不符"
        )
        span = passage.span(match.start("times"), match.end())
        sides = (one.cells[place].span, other.cells[place].span)
        yield hit(Kind.RELATION, Level.DOUBT, f"{match['times']}倍", reason, span, *sides)


def _ratio(place: int, one: Row, other: Row) -> Decimal:
    above, below = one.cells[place].amount, other.cells[place].amount
    return above.value / below.value if above and below else Decimal(0)

"""Accounts named in quotation marks against the name that the table gives the same holder: “东河之音” and 东河之声."""

import re
from collections.abc import Iterable, Iterator

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Grid, Row
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level

TABLES, ROWS = 20, 300
"""Tables and rows of one that are looked at."""
AHEAD = 40
"""Characters before a name in which its unit stands."""
_QUOTED = re.compile(r"“(?P<name>[一-龥]{3,12})”")
_OWN = re.compile("账号|名称|网站|公众号|微博|平台名|栏目")


class AccountNames:
    """The tables of a document that give each unit's account by name."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        usable = [grid for grid in grids if len(grid.body) <= ROWS and grid.columns.units is not None]
        self._tables = [
            (grid, place)
            for grid in usable[:TABLES]
            for place in grid.columns.texts
            if place != grid.columns.units and _OWN.search(grid.columns.name(place))
        ]
        self._names = {row.cells[place].text for grid, place in self._tables for row in grid.body}

    def check(self, passage: Passage) -> Iterator[Hit]:
        """A quoted name, in no table, one character away from the only one of the unit told right before it."""
        for match in _QUOTED.finditer(passage.text) if self._tables else ():
            for grid, place in self._tables if match["name"] not in self._names else ():
                rows = [
                    row
                    for row in grid.body
                    if _is_of(grid, row, passage.text[max(0, match.start() - AHEAD) : match.start()])
                ]
                if len(rows) == 1 and _is_one_away(match["name"], rows[0].cells[place].text):
                    yield _disagree(passage, match, grid, rows[0], place)
                    return


def _is_of(grid: Grid, row: Row, ahead: str) -> bool:
    unit = row.cells[grid.columns.units or 0].text
    return len(unit) > 1 and re.search(rf"{re.escape(unit)}[^，。；“”]{{0,6}}$", ahead) is not None


def _is_one_away(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _disagree(passage: Passage, match: re.Match[str], grid: Grid, row: Row, place: int) -> Hit:
    cell = row.cells[place]
    reason = f"正文为“{match['name']}”，{grid.called}“{grid.columns.label_of(row)}”一行为“{cell.text}”"
    span = passage.span(*match.span())
    return hit(Kind.ANNEX, Level.DOUBT, match[0], reason, span, cell.span, suggestion=f"“{cell.text}”")

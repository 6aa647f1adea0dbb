"""Units named in a sentence against the rows that list them: 甲局超时2件、乙局超时1件 over a list of three orders."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Grid
from gongkai.proofreading.figures.reading.numerals import ARABIC, number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.units import HEAD, core, is_same
from gongkai.proofreading.hits import Hit, Level, Span

TABLES, ROWS, LEAST = 20, 60, 2
"""Tables and rows of a table that are looked at; units that a sentence names at least."""
_NAME = rf"[一-龥]{{2,16}}?{HEAD}"
_COUNTED = re.compile(
    rf"(?P<name>{_NAME})(?P<what>[一-龥]{{0,8}}?)(?P<count>{ARABIC})(?:件|个|条|次|项|起|宗|家)"
)
_HEADED = re.compile(r"局|中心|院|所|站|队|公司|学校|科|股")
_LISTED = re.compile(
    rf"(?:有|是|为|：|对|包括|即|由)?(?P<names>{_NAME}(?:、{_NAME}){{1,59}})(?=[，。；：（等共\d])"
)
_LEADING = re.compile(r"^(?:.*(?:其中|以及|包括|的有)|.*[有是为](?=[县区市])|[对有是为由和及与])")
_MARKS = re.compile("[、，；]")


class Members(NamedTuple):
    """A table of cases or units: its units with how often each stands there, and the place of its first; `plain`: it
    counts nothing, so that each row is one."""

    grid: Grid
    plain: bool
    units: Counter[str]
    places: dict[str, Span]


class Told(NamedTuple):
    """A unit as it is named, how many are told of it (None: it is only named), and where."""

    name: str
    many: int | None
    span: Span


class AnnexMembers:
    """The lists of a document that name units row by row and count nothing."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        self._tables = [each for grid in grids if (each := _members(grid))][:TABLES]

    def check(self, passage: Passage) -> Iterator[Hit]:
        """One unit of a sentence that the list has not while the list has another; the others and their sum agree."""
        if not self._tables or not _MARKS.search(passage.text):
            return
        for told in _told(passage):
            found = [list(_judged(told, table)) for table in self._tables if _is_of(told, table)]
            if found and all(found):
                yield found[0][0]


def _members(grid: Grid) -> Members | None:
    place = grid.columns.label
    if place is None or not 2 <= len(grid.body) <= ROWS:
        return None
    cells = [row.cells[place] for row in grid.body]
    if not all(core(cell.text).head for cell in cells):
        return None
    places = {cell.text: cell.span for cell in reversed(cells)}
    return Members(grid, not grid.columns.counts, Counter(cell.text for cell in cells), places)


def _told(passage: Passage) -> Iterator[list[Told]]:
    """Units with their counts, clause by clause of a sentence; and lists of names, each counted once."""
    counted: dict[int, list[Told]] = {}
    for match in _COUNTED.finditer(passage.text):
        if _HEADED.search(match["what"]):
            return  # 甲局某中心2件: where a name ends cannot be told
        value = number(match["count"])
        told = _one(passage, match["name"], match.start("name"), int(value or 0))
        told = told._replace(span=passage.span(match.start("name"), match.end()))
        counted.setdefault(passage.clause_end(match.end()), []).append(told)
    yield from counted.values()
    for match in _LISTED.finditer(passage.text):
        begin, names = match.start("names"), []
        for name in match["names"].split("、"):
            names.append(_one(passage, name, begin, None))
            begin += len(name) + 1
        yield names


def _one(passage: Passage, name: str, start: int, many: int | None) -> Told:
    leading = _LEADING.match(name)
    begin = start + (leading.end() if leading else 0)
    return Told(passage.text[begin : start + len(name)], many, passage.span(begin, start + len(name)))


def _is_of(told: Sequence[Told], table: Members) -> bool:
    """Whether a sentence speaks of a list: as many in all, as many units, and all of them there but one."""
    if len(told) < LEAST or len(told) != len(table.units):
        return False
    counts = [each.many for each in told if each.many is not None]
    if counts and not (table.plain and sum(counts) == sum(table.units.values())):
        return False
    strange = [each for each in told if _unit(each.name, table) is None]
    return len(strange) <= 1 and len(told) > 2 * len(strange)


def _unit(name: str, table: Members) -> str | None:
    return next((unit for unit in table.units if name.endswith(unit) or is_same(unit, name)), None)


def _judged(told: Sequence[Told], table: Members) -> Iterator[Hit]:
    known = {each.name: unit for each in told if (unit := _unit(each.name, table))}
    others = [unit for unit in table.units if unit not in known.values()]
    wrong = [
        each
        for each in told
        if each.name not in known or each.many not in (None, table.units[known[each.name]])
    ]
    for each in wrong:
        if each.name in known:
            unit, listed = known[each.name], table.units[known[each.name]]
            reason = f"正文中“{each.name}”为{each.many}个，{table.grid.called}列有{listed}行"
        elif len(others) == 1:
            unit = others[0]
            reason = f"正文列有“{each.name}”，{table.grid.called}中没有，而列有“{unit}”"
        else:
            return
        yield hit(Kind.ANNEX, Level.DOUBT, each.name, reason, each.span, table.places[unit])

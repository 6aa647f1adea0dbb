"""One unit written in two ways in one document: 卫健局 here, 卫生健康局 there."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from gongkai.proofreading.figures.grid import Grid
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.passage import Passage
from gongkai.proofreading.figures.units import core, is_same, is_spelt_differently
from gongkai.proofreading.hits import Hit, Level, Span

MOST = 200
"""Different names that are compared; a longer list is a register of its own."""
SHORTEST = 40
"""Characters of a passage from which it is read: title, addressee and signature use full names rightly."""
LONGEST = 21
"""Characters of a name with the mark before it."""
_HEAD = re.compile(
    r"(?:分局|局|街道办事处|街道办|街道|办|管委会|管理委员会|工业园|园区|中心|大队)"
    r"(?=[，。；：、（）\d]|等|$|负责|未|共|的|开设|办理|报送|逾期)"
)
_NAME = re.compile(r"(?:^|[，。；：、（）“对由向和及与])(?P<name>[一-龥]{3,20})$")
_DEFINED = re.compile(r"以下简称|简称")
_KIN = {"街道": "办", "办公室": "办", "园": "管委会"}
"""Heads that may be written for one another."""


class UnitNames:
    """The names of units in a document, as they are met."""

    def __init__(self) -> None:
        self._places: dict[str, Span] = {}
        self._groups: dict[str, list[str]] = defaultdict(list)

    def read(self, passage: Passage) -> None:
        """Take in the names of a passage."""
        if len(passage.text) >= SHORTEST and len(self._places) < MOST and not _DEFINED.search(passage.text):
            self._add(_told(passage))

    def check(self, grids: Iterable[Grid]) -> Iterator[Hit]:
        """A hint for each unit that the narrative and the tables, or two tables, name in different ways."""
        self._add(_listed(grids))
        for names in self._groups.values():
            yield from _judged(names, self._places)

    def _add(self, named: Iterator[tuple[str, Span]]) -> None:
        for name, span in named:
            if len(self._places) == MOST:
                return
            if name not in self._places:
                self._places[name] = span
                self._groups[_KIN.get(head := core(name).head, head)].append(name)


def _judged(names: Sequence[str], places: dict[str, Span]) -> Iterator[Hit]:
    for at, later in enumerate(names):
        for earlier in names[:at]:
            if is_same(earlier, later) and is_spelt_differently(earlier, later):
                reason = f"同一单位写作“{earlier}”和“{later}”，请统一名称"
                yield hit(Kind.UNIT_NAME, Level.HINT, later, reason, places[later], places[earlier])
                break


def _told(passage: Passage) -> Iterator[tuple[str, Span]]:
    """Names from the mark before them to the first of the words that end a name."""
    end = 0
    for head in _HEAD.finditer(passage.text):
        begin = max(end, head.end() - LONGEST)
        name = _NAME.search(passage.text, begin, head.end())
        if name and core(name["name"]).stem:
            yield name["name"], passage.span(name.start("name"), head.end())
            end = head.end()


def _listed(grids: Iterable[Grid]) -> Iterator[tuple[str, Span]]:
    for grid in grids:
        units = grid.columns.units
        for row in grid.body if units is not None else ():
            cell = row.cells[units or 0]
            if cell.text and core(cell.text).head:
                yield cell.text, cell.span

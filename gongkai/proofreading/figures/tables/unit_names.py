"""One unit written in two ways in the tables of one document: 卫健局 here, 卫生健康局 there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Grid
from gongkai.proofreading.figures.reading.units import core, is_same, is_spelt_differently
from gongkai.proofreading.hits import Hit, Level, Span

MOST = 200
"""Different names that are compared; a longer list is a register of its own."""
_KIN = {"街道": "办", "办公室": "办", "园": "管委会"}
"""Heads that may be written for one another."""


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """A hint for each unit that one table, or two, name in different ways; sentences use short names rightly."""
    places: dict[str, Span] = {}
    groups: dict[str, list[str]] = defaultdict(list)
    for name, span in _listed(grids):
        if len(places) == MOST:
            break
        if name not in places:
            places[name] = span
            groups[_KIN.get(head := core(name).head, head)].append(name)
    for names in groups.values():
        yield from _judged(names, places)


def _judged(names: Sequence[str], places: dict[str, Span]) -> Iterator[Hit]:
    for at, later in enumerate(names):
        for earlier in names[:at]:
            if is_same(earlier, later) and is_spelt_differently(earlier, later):
                reason = f"同一单位写作“{earlier}”和“{later}”，请统一名称"
                yield hit(Kind.UNIT_NAME, Level.HINT, later, reason, places[later], places[earlier])
                break


def _listed(grids: Iterable[Grid]) -> Iterator[tuple[str, Span]]:
    for grid in grids:
        units = grid.columns.units
        for row in grid.body if units is not None else ():
            cell = row.cells[units or 0]
            if cell.text and core(cell.text).head:
                yield cell.text, cell.span

"""One unit written in two ways in one document: 卫健局 here, 卫生健康局 there."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from gongkai.proofreading.figures.grid import Grid
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.passages import Passage
from gongkai.proofreading.figures.units import core, is_same, is_spelt_differently
from gongkai.proofreading.hits import Hit, Level, Span

MOST = 200
"""Different names that are compared; a longer list is a register of its own."""
SHORTEST = 40
"""Characters of a passage from which it is read: title, addressee and signature use full names rightly."""
_NAME = re.compile(
    r"(?:^|(?<=[，。；：、（）“对由向和及与]))(?P<name>[一-龥]{2,14}?(?:局|办|街道|街道办|街道办事处|管委会|管理委员会|工业园|园区|中心|分局|大队))"
    r"(?=[，。；：、（）\d]|等|$|负责|未|共|的|开设|办理|报送|逾期)"
)
_DEFINED = re.compile(r"以下简称|简称")
_KIN = {"街道": "办", "办公室": "办", "园": "管委会"}
"""Heads that may be written for one another."""


def check(passages: Iterable[Passage], grids: Iterable[Grid]) -> Iterator[Hit]:
    """A hint for each unit that the narrative and the tables, or two tables, name in different ways."""
    places: dict[str, Span] = {}
    groups: dict[str, list[str]] = defaultdict(list)
    for name, span in (*_told(passages), *_listed(grids)):
        if name not in places and len(places) < MOST:
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


def _told(passages: Iterable[Passage]) -> Iterator[tuple[str, Span]]:
    for passage in passages:
        if len(passage.text) < SHORTEST or _DEFINED.search(passage.text):
            continue
        for match in _NAME.finditer(passage.text):
            if core(match["name"]).stem:
                yield match["name"], passage.span(match.start("name"), match.end("name"))


def _listed(grids: Iterable[Grid]) -> Iterator[tuple[str, Span]]:
    for grid in grids:
        units = grid.columns.units
        for row in grid.body if units is not None else ():
            cell = row.cells[units or 0]
            if cell.text and core(cell.text).head:
                yield cell.text, cell.span

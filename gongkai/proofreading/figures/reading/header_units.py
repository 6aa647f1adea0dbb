"""The unit that a column's header tells: 收入（万元） · 水价（元/立方米） · 长度/公里."""

import re
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.reading.grid import Grid
from gongkai.proofreading.figures.reading.numerals import MYRIADS
from gongkai.proofreading.figures.reading.statements import Statement

_UNIT = re.compile(r"(?:（|[/／])(?P<scale>[万亿]?)(?P<unit>[一-龥]{1,4}|%)(?:[/每／·][一-龥·]+)?）?$")
_ABOVE = re.compile(r"(?P<scale>[万亿]?)(?P<unit>[一-龥]{1,4})")
_SAME = {"名": "人", "户次": "户", "人次": "人", "千米": "公里", "千克": "公斤"}


class Measure(NamedTuple):
    """What one of a column's numbers is: `unit` without its 万, and how many of it; "" where none is told."""

    unit: str
    scale: int

    def fits(self, told: Statement) -> bool:
        """Whether a number of the narrative may be one of the column's; a header without a unit tells nothing."""
        return not self.unit or _SAME.get(told.unit, told.unit) == self.unit

    def of(self, value: Decimal) -> Decimal:
        """A cell's value in single units."""
        return value * self.scale


def measure(grid: Grid, place: int) -> Measure:
    """The unit of a column by its header, by % in its cells, by its cells' own unit or by what stands above the table."""
    name = grid.columns.name(place)
    if grid.columns.is_rate(place):
        return Measure("%", 1)
    own = grid.columns.units_of(place)
    match = _UNIT.search(name)
    if match is None and own:
        scale = next(iter(own))[0]
        return Measure(next(iter(own)).lstrip("万亿"), MYRIADS.get(scale, 1))
    if match is None and grid.unit and re.search(r"额|金|款|收入|支出|投资|产值|税|费|值", name):
        match = _ABOVE.fullmatch(grid.unit)
    if match is None:
        return Measure("", 1)
    return Measure(_SAME.get(match["unit"], match["unit"]), MYRIADS.get(match["scale"], 1))

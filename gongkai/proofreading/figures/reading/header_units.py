"""The unit that a column's header tells: 收入（万元） · 水价（元/立方米） · 长度/公里 · 接待人次（万）."""

import re
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.reading.grid import Grid
from gongkai.proofreading.figures.reading.numerals import MYRIADS
from gongkai.proofreading.figures.reading.statements import Statement

_UNIT = re.compile(r"(?:（|[/／])(?P<scale>[万亿]?)(?P<unit>[一-龥]{1,4}|%)(?:[/每／·][一-龥·]+)?）?$")
_SCALE = re.compile(r"（(?P<scale>[万亿])）$")
_NAMED = re.compile(r"(?:人次|户次|元|公里|千米|亩|吨|公斤|平方米|公顷|头|只|剂次|剂|张|册|人|户)$")
_MONEY = re.compile(r"额|金|款|收入|支出|投资|产值|税|费|值")
_COUNT = re.compile(r"数|量|次|率")
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
    """The unit of a column by its header, by % in its cells, by its cells' own unit, by what stands above the table or
    by how the header ends."""
    name = grid.columns.name(place)
    if grid.columns.is_rate(place):
        return Measure("%", 1)
    own = grid.columns.units_of(place)
    scaled = _SCALE.search(name)
    match = None if scaled else _UNIT.search(name)
    if match is None and own:
        scale = next(iter(own))[0]
        return Measure(next(iter(own)).lstrip("万亿"), MYRIADS.get(scale, 1))
    ending = _NAMED.search(name, 0, scaled.start() if scaled else len(name))
    in_money = grid.unit.endswith("元") and not (ending or scaled or _COUNT.search(name))
    if match is None and (in_money or _MONEY.search(name)):
        match = _ABOVE.fullmatch(grid.unit)
    if match:
        return _measure(match["unit"], match["scale"])
    return _measure(ending[0] if ending else "", scaled["scale"] if scaled else "")


def _measure(unit: str, scale: str) -> Measure:
    return Measure(_SAME.get(unit, unit), MYRIADS.get(scale, 1))

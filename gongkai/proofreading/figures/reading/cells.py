"""Cells and grids as the checks read them: compact text, a value where there is one, and the place."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import NamedTuple

from gongkai.proofreading.figures.reading.numerals import ARABIC, LONGEST, number, step
from gongkai.proofreading.figures.reading.passages import compact
from gongkai.proofreading.hits import Span

ONE = Decimal(1)
SHORT = 6
"""Characters of an amount that is read once for all: tables are full of the same small numbers."""
BLANKS = frozenset({"", "-", "—", "——", "--", "/", "\\", "无", "－", "…"})
_UNITS = (
    "件条个家项篇人次户分元起名份期台套只把桶床顶张辆双吨亩米间处所支盒箱袋瓶株棵本册块副部组根头羽宗笔批场座栋幢枚盏面"
    "卷捆筒罐串对节片粒丛具口艘架门"
)
_AMOUNT = re.compile(
    rf"(?:约)?(?P<number>[+-]?{ARABIC})"
    rf"(?P<unit>%|人次|万元|亿元|公里|千米|公斤|千克|公顷|平方米|立方米|小时|[{_UNITS}])?",
    re.ASCII,
)
_BEGINS = frozenset("约+-0123456789")


class Amount(NamedTuple):
    """A cell's value; `step` is one unit of its last place, `percent` whether it stands with a % sign, `unit` the unit
    that stands beside it."""

    value: Decimal
    step: Decimal
    percent: bool
    unit: str = ""


class Cell(NamedTuple):
    """A cell: its compact text, its place, and what it holds as a number."""

    text: str
    span: Span
    amount: Amount | None

    @property
    def blank(self) -> bool:
        return self.text in BLANKS


def cell(text: str, span: Span) -> Cell:
    """A cell as it is read; a row of more than fifteen figures is a code and no amount."""
    kept = compact(text)
    return Cell(kept, span, amount(kept))


def amount(text: str) -> Amount | None:
    """22, -8, 1,234, 90.9%, 22件 and 45台 are amounts; 10月, 1条/周 and 2022年 are none."""
    if text[:1] not in _BEGINS:
        return None
    return _short(text) if len(text) <= SHORT else _read(text)


def _read(text: str) -> Amount | None:
    if len(text) <= LONGEST and text.isdecimal() and text.isascii():
        return Amount(Decimal(text), ONE, percent=False)
    match = _AMOUNT.fullmatch(text)
    value = number(match["number"]) if match else None
    if match is None or value is None:
        return None
    return Amount(value, step(match["number"].lstrip("+-")), match["unit"] == "%", match["unit"] or "")


_short = lru_cache(maxsize=65_536)(_read)


@dataclass(frozen=True)
class RawGrid:
    """Rows of cells as they stand in the document, with the title above them, the number of the annex and the unit
    that is told above."""

    title: str
    title_span: Span | None
    annex: int | None
    rows: tuple[tuple[Cell, ...], ...]
    whole: bool = True
    unit: str = ""

    @cached_property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)

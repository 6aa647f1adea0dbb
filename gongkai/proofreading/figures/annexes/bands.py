"""Numbers of rows in bands of a value against the table: 50万元以上1个村，30万元至50万元3个村，20万元至30万元4个村."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.annexes.links import EXTRACT
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Grid
from gongkai.proofreading.figures.reading.header_units import measure
from gongkai.proofreading.figures.reading.numerals import ARABIC, PATTERN, number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level, Span

TABLES, ROWS, NEAR = 20, 500, 2
"""Tables and rows of a table that are looked at; rows by which a count may miss and still be meant to be of them."""
_UNIT = r"(?:[万亿]?(?:千瓦时|元|亩|吨|公斤|公里|人|户|平方米|立方米)|毫米|分|岁|%|头|件|天|米)"
_COUNT = rf"(?P<said>(?P<count>{PATTERN})(?:个|家|户|所|人|名|处|座|站|条))"
_WHO = r"(?:的|之间|（含）|[镇乡村]|单位|企业|学校|站点|部门|街道)*(?:共?有|共|为|达|是|：)?"
_BAND = re.compile(
    rf"(?:(?P<low>{ARABIC})(?P<low_unit>{_UNIT})?(?:（(?:不?含)[^（）]{{0,6}}）)?(?:至|到|—+|-|~|～)(?P<high>{ARABIC})(?P<unit>{_UNIT})(?:（(?:不?含)[^（）]{{0,6}}）)?"
    rf"|(?:(?P<below>不足|低于|不到)|(?:超过|高于|达到?|大于)?)(?P<mark>{ARABIC})(?P<of>{_UNIT})(?:（?(?:不?含)?(?:本数)?）?及?以(?P<side>[上下]))?)"
    rf"{_WHO}{_COUNT}"
)
_POINTS = re.compile(r"总分|总得分|得分|分值|成绩|综合|分数")


class Band(NamedTuple):
    """A band as it is told: its ends in single units (None: open) and how many lie in it."""

    low: Decimal | None
    high: Decimal | None
    unit: str
    told: int
    said: str
    words: str
    span: Span


class Bands:
    """The columns of a document's tables that bands may be of."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        usable = [g for g in grids if g.whole and not EXTRACT.search(g.title) and 2 < len(g.body) <= ROWS]
        self._grids = usable[:TABLES]

    def check(self, passage: Passage) -> Iterator[Hit]:
        """The one count of a row of bands that the column has not while it has the others; nothing where another
        column has them all."""
        bands = list(_bands(passage)) if self._grids and passage.numerals else []
        if len(bands) < 2 or len({band.unit for band in bands}) > 1:
            return
        found = [_odd(grid, place, bands) for grid in self._grids for place in _places(grid, bands[0])]
        told = [each for each in found if each is not None]
        if told and all(len(each) == 1 for each in told):
            yield told[0][0]


def _bands(passage: Passage) -> Iterator[Band]:
    for match in _BAND.finditer(passage.text):
        unit = match["unit"] or match["of"]
        scale = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}.get(unit[0], Decimal(1))
        marks = [number(each) for each in (match["low"], match["high"], match["mark"]) if each]
        ends = [each * scale for each in marks if each is not None]
        told = number(match["count"])
        if not ends or told is None or told % 1:
            continue
        under = bool(match["below"]) or match["side"] == "下"
        low, high = ends if len(ends) > 1 else (None, ends[0]) if under else (ends[0], None)
        span = passage.span(*match.span("said"))
        yield Band(low, high, unit.lstrip("万亿"), int(told), match["said"], match[0], span)


def _places(grid: Grid, band: Band) -> list[int]:
    """The columns in the unit of the bands; the only column of numbers, or that of points, where no header tells one."""
    columns = grid.columns
    values = [place for place in columns.numeric if place not in columns.ranks]
    named = [place for place in values if measure(grid, place).unit == band.unit]
    if named or band.unit == "%":
        return named
    bare = [place for place in values if not measure(grid, place).unit]
    points = [place for place in bare if _POINTS.search(columns.name(place))]
    return points if band.unit == "分" else bare if len(bare) == len(values) == 1 else []


def _odd(grid: Grid, place: int, bands: Sequence[Band]) -> list[Hit] | None:
    """What a column has otherwise; None where it has most otherwise and so is not spoken of."""
    known, header = measure(grid, place), grid.headers[place]
    values = [known.of(each.value) for each in grid.columns.amounts(place)]
    found: list[Hit] = []
    for band in bands:
        least, most = _inside(values, band)
        if least <= band.told <= most:
            continue
        near = min(abs(band.told - least), abs(band.told - most))
        if near > NEAR:
            return None
        rows = f"{least}至{most}" if least != most else str(least)
        reason = f"正文“{band.words}”，{grid.called}“{header.name}”一列中符合的有{rows}行"
        spans = [header.span] if header.span else []
        found.append(hit(Kind.ANNEX, Level.DOUBT, band.said, reason, band.span, *spans))
    return found if len(found) * 2 <= len(bands) else None


def _inside(values: Sequence[Decimal], band: Band) -> tuple[int, int]:
    """How many values lie in a band without those on its ends, and with them."""
    low = band.low if band.low is not None else min(values) - 1
    high = band.high if band.high is not None else max(values) + 1
    return sum(low < each < high for each in values), sum(low <= each <= high for each in values)

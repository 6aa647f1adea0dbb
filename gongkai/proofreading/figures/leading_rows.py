"""Units named as the first ones against the table: 报送数量居前三位的是甲局、乙局、丙镇."""

import re
from collections.abc import Iterator
from decimal import Decimal

from gongkai.proofreading.figures.concepts import means
from gongkai.proofreading.figures.grid import Columns, Grid, Row
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.links import Link
from gongkai.proofreading.figures.numerals import number
from gongkai.proofreading.hits import Hit, Level

MOST = 10
_PLACE = (
    r"(?:居|列|位列|位居|排名?|排在|名列)(?:全[县区市镇])?前(?P<count>[二两三四五六七八九十]|\d{1,2})[位名]"
)
_AFTER = re.compile(
    rf"(?P<what>[一-龥]{{0,10}}?){_PLACE}的?(?:单位|部门|镇|镇街|乡镇|街道)?(?:分别|依次)?(?:是|为|：)(?P<names>[一-龥、]{{4,80}})"
)
_BEFORE = re.compile(rf"(?P<names>(?:[一-龥]{{2,16}}、){{1,9}}[一-龥]{{2,28}}?)(?P<what>){_PLACE}")


def check(link: Link) -> Iterator[Hit]:
    """A unit told as one of the first whose row is not among them, by the column that the sentence speaks of."""
    if len(link.grids) != 1 or "前" not in link.passage.text:
        return
    grid = link.grids[0]
    rows: dict[str, Row] = {}
    for pattern in (_AFTER, _BEFORE):
        for match in pattern.finditer(link.passage.text):
            rows = rows or {grid.columns.label_of(row): row for row in grid.body}
            yield from _judged(link, grid, rows, match)


def _judged(link: Link, grid: Grid, rows: dict[str, Row], match: re.Match[str]) -> Iterator[Hit]:
    named = [label for label in rows if len(label) > 1 and label in match["names"]]
    count = number(match["count"])
    if count is None or len(named) != count or count > MOST:
        return
    place = _column(grid.columns, match["what"] + match["names"].rpartition(named[-1])[2])
    least = _least(grid.columns, place, int(count)) if place is not None else None
    if place is None or least is None:
        return
    ranked = place in grid.columns.ranks
    behind = [label for label in named if _is_behind(rows[label], place, least, ranked)]
    if len(behind) != 1:
        return
    at = link.passage.text.index(behind[0], match.start())
    cell = rows[behind[0]].cells[place]
    reason = f"正文称“{behind[0]}”居前{match['count']}位，{grid.called}“{grid.columns.name(place)}”为{cell.text}，不在前{match['count']}位"
    span = link.passage.span(at, at + len(behind[0]))
    yield hit(Kind.ANNEX, Level.DOUBT, behind[0], reason, span, cell.span)


def _column(columns: Columns, what: str) -> int | None:
    """The column that is spoken of; where nothing is said, the only column of ranks."""
    said = [
        place for place in columns.numeric if place not in columns.ranks and means(what, columns.name(place))
    ]
    if said:
        return said[0] if len(said) == 1 else None
    return columns.ranks[0] if len(columns.ranks) == 1 and len(what) < 3 else None


def _least(columns: Columns, place: int, count: int) -> Decimal | None:
    """The value of the last that is still among the first."""
    values = sorted((each.value for each in columns.amounts(place)), reverse=place not in columns.ranks)
    return values[count - 1] if len(values) > count else None


def _is_behind(row: Row, place: int, least: Decimal, ranked: bool) -> bool:
    amount = row.cells[place].amount
    return amount is not None and (amount.value > least if ranked else amount.value < least)

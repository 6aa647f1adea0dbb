"""Units named as the first or the last ones against the table: 报送数量居前三位的是甲局、乙局、丙镇；最少的是丁局."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.annexes.links import EXTRACT
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.concepts import SHARED, means
from gongkai.proofreading.figures.reading.grid import Columns, Grid, Row
from gongkai.proofreading.figures.reading.numerals import number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level

MOST, TABLES, ROWS = 10, 20, 500
"""Units named as the first; tables, and rows of a table, that are looked at."""
_PLACE = (
    r"(?:(?:居于?|位?列|位居|排名?|排在|名列|位于)?(?:全[县区市镇])?(?P<end>前|后|末|倒数)(?P<count>[二两三四五六七八九十]|\d{1,2})[位名]?"
    r"|最(?P<far>[高多大低少小]))"
)
_WHO = r"(?:单位|部门|镇街|镇办|乡镇|街道|镇)"
_NAME = r"(?:[一-龥]{2,16}|\d{1,2}[一-龥]{1,4})(?:（[^（）]{0,30}）)?"
_AFTER = re.compile(
    rf"(?P<what>[一-龥]{{0,20}}?){_PLACE}的?{_WHO}?(?:分别|依次)?(?:是|为|有|：){{1,2}}(?P<names>{_NAME}(?:、{_NAME}){{0,9}})"
)
_BEFORE = re.compile(
    rf"(?P<names>(?:{_NAME}、){{0,9}}[一-龥]{{2,28}}?)(?P<what>){_PLACE}(?=[，。；（]|[为达]\d)"
)
_OF_RANK = re.compile(r"得分|总分|成绩|考核|综合|排名|名次|测评|评议|评价")
_TOWN = re.compile(r"(?:镇|乡|街道|街道办|街道办事处|办)$")
_LEAST = frozenset("后末倒低少小")
_BAD = re.compile(r"超|逾|未|不|退|返|投诉|扣|差|事故|指数|浓度|排名|名次")


class Asked(NamedTuple):
    """How many units are told as the first (or, `last`, as the last) by what, and their names; `sure`: of a value
    (最高), not of a rank that may go the other way."""

    names: str
    what: str
    many: int
    last: bool
    sure: bool
    start: int


class LeadingRows:
    """The tables of a document by the names of their rows."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        usable = [grid for grid in grids if not EXTRACT.search(grid.title) and len(grid.body) <= ROWS]
        self._tables = [(grid, _rows(grid)) for grid in usable[:TABLES]]

    def check(self, passage: Passage) -> Iterator[Hit]:
        """A unit told as one of the first or last whose row is not, by the column that the sentence speaks of; where
        one table agrees, nothing."""
        for asked in _asked(passage.text) if self._tables else ():
            found = [_judged(passage, grid, rows, asked) for grid, rows in self._tables]
            told = [each for each in found if each is not None]
            if told and all(told):
                yield told[0][0]


def _rows(grid: Grid) -> dict[str, Row]:
    """Rows by their names without a place in front; none that is there twice."""
    names = [re.sub(r"^[县区市](?=.{2,})", "", grid.columns.label_of(row)) for row in grid.body]
    found = dict(zip(names, grid.body, strict=True))
    return {name: row for name, row in found.items() if len(name) > 1} if len(found) == len(names) else {}


def _asked(text: str) -> Iterator[Asked]:
    what = ""
    if "前" not in text and "后" not in text and "最" not in text and "倒数" not in text:
        return
    for pattern in (_AFTER, _BEFORE):
        for match in pattern.finditer(text):
            what = match["what"] or what
            mark = match["far"] or match["end"][0]
            count = number(match["count"]) if match["count"] else 1
            yield Asked(
                match["names"],
                what,
                int(count or 0),
                mark in _LEAST,
                bool(match["far"]),
                match.start("names"),
            )


def _judged(passage: Passage, grid: Grid, rows: dict[str, Row], asked: Asked) -> list[Hit] | None:
    """None where the table does not tell; else what is wrong by it."""
    names = [label for label in rows if label in asked.names]
    named = [label for label in names if not any(label in other != label for other in names)]
    if len(named) != asked.many or not 0 < asked.many <= MOST:
        return None
    said = asked.what + asked.names.rpartition(max(named, key=asked.names.rindex))[2]
    among = _among(list(rows), named, said)
    places = _columns(grid.columns, said, asked)
    if not places or len(among) <= asked.many:
        return None
    apart = [_apart([rows[each] for each in among], rows, named, place, asked, grid) for place in places]
    odd = [label for label in named if all(label in each for each in apart)]
    if not odd or len(odd) > 1 or any(len(each) > 1 for each in apart):
        return [] if not odd else None
    at = passage.text.index(odd[0], asked.start)
    cell = rows[odd[0]].cells[places[0]]
    side = f"{'后' if asked.last else '前'}{asked.many}位"
    reason = (
        f"正文称“{odd[0]}”居{side}，{grid.called}“{grid.columns.name(places[0])}”为{cell.text}，不在{side}"
    )
    return [hit(Kind.ANNEX, Level.DOUBT, odd[0], reason, passage.span(at, at + len(odd[0])), cell.span)]


def _among(labels: Sequence[str], named: Sequence[str], said: str) -> list[str]:
    """The rows that are compared: towns or departments alone, where only such are named."""
    towns = [_TOWN.search(each) is not None for each in named]
    if all(towns):
        return [each for each in labels if _TOWN.search(each)]
    return (
        [each for each in labels if not _TOWN.search(each)]
        if "部门" in said and not any(towns)
        else list(labels)
    )


def _columns(columns: Columns, said: str, asked: Asked) -> list[int]:
    """The column that is spoken of, and that of its ranks where it is the only one; a column of what is bad tells
    nothing of the first and the last."""
    values = [place for place in columns.numeric if place not in columns.ranks]
    fitting = [place for place in values if means(said, columns.name(place))]
    words = {place: len(SHARED.sub("", columns.name(place))) for place in fitting}
    best = [place for place in fitting if words[place] == max(words.values())]
    ranks = list(columns.ranks) if len(columns.ranks) == 1 and not asked.sure else []
    if len(best) == 1:
        bad = _BAD.search(columns.name(best[0])) and not asked.sure
        return ranks if bad else [*best, *ranks]
    return ranks if not best and (len(said) < 3 or _OF_RANK.search(said)) else []


def _apart(
    among: Sequence[Row], rows: dict[str, Row], named: Sequence[str], place: int, asked: Asked, grid: Grid
) -> list[str]:
    """The units named that do not stand among the first by a column, or the last."""
    values = [each.value for each in grid.columns.amounts(place, among)]
    falls = asked.last == (place in grid.columns.ranks)
    values.sort(reverse=falls)
    edge = values[asked.many - 1] if len(values) >= asked.many else Decimal(0)
    worth = {label: amount.value for label in named if (amount := rows[label].cells[place].amount)}
    return [label for label, value in worth.items() if (value < edge if falls else value > edge)]

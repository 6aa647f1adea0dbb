"""Numbers of persons, or of things of a kind, against the rows that list them: 共发放11人, 其中产业类5个, 断更2个."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from gongkai.proofreading.figures.annexes.links import Link
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Columns, Grid
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level, Span

FEW, NEAR = 8, 5
"""Kinds of a column, and one part of how many rows a count may miss them by and still be meant to be them."""
_PERSONS = {"姓名": "人名位", "人员": "人名位", "户主": "户"}
_ALL = re.compile(r"共|合计|总|累计|以下|下列|名单")
_BELOW = re.compile(r"[^。；\d]{0,24}(?:名单|如下|下表|附后)")
_NARROWED = re.compile(r"其中|其余|其他|未|不|另|第|每|均|上年|去年|同期|上月|以上|以下|新增|减|退|停")
_WHETHER = re.compile(r"^是否(.{2,6})$")
_UNITS = frozenset("个家项名人件户条处篇座辆台")
_TAIL = re.compile(r"(?:类别|类型|类|级|型|等次|等级|的|有|为|共|共计|项目|账号|单位|达到|评为|属于?)+$")


class Group(NamedTuple):
    """Rows that a column calls alike, and where its header stands."""

    word: str
    rows: int
    column: str
    called: str
    span: Span | None


class AnnexKinds:
    """What tables list by kinds, counted once a table."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[list[list[Group]], frozenset[int]]] = {}

    def check(self, link: Link) -> Iterator[Hit]:
        """Counts near the number of rows but not equal to it, in the only table that a passage speaks of."""
        if len(link.grids) != 1 or not link.grids[0].body:
            return
        grid = link.grids[0]
        if id(grid) not in self._known:
            self._known[id(grid)] = list(_groups(grid)), _sums(grid)
        columns, sums = self._known[id(grid)]
        yield from _persons(link, grid, sums)
        for groups in columns:
            yield from _kinds(link, grid, groups, sums)


def _sums(grid: Grid) -> frozenset[int]:
    """What the columns add up to: persons may be counted in one, not by the rows."""
    return frozenset(int(value) for value in grid.columns.sums.values() if value == int(value))


def _persons(link: Link, grid: Grid, known: frozenset[int]) -> Iterator[Hit]:
    """共发放11人 over a list of ten names."""
    columns = grid.columns
    place, units = next(
        (
            (place, units)
            for place in columns.texts
            for name, units in _PERSONS.items()
            if name in columns.name(place)
        ),
        (None, ""),
    )
    rows = len(grid.body)
    told = [each for each in link.told if each.unit in units and not each.rough]
    if place is None or any(each.value == rows for each in told):
        return
    for each in told:
        said = _clause(link, each)
        if (
            (_ALL.search(said) or _BELOW.match(link.passage.text, each.end))
            and not _NARROWED.search(said)
            and _is_near(each, rows, rows)
            and each.value not in known
        ):
            reason = f"正文为{each.amount}，{grid.called}列有{rows}行"
            yield hit(
                Kind.ANNEX, Level.DOUBT, each.amount, reason, each.span, *_span(grid.headers[place].span)
            )


def _clause(link: Link, each: Statement) -> str:
    """What stands before a number in its sentence, at most forty characters of it."""
    return link.passage.text[link.passage.clause_start(each.start) : each.start][-40:]


def _groups(grid: Grid) -> Iterator[list[Group]]:
    """Columns of a few words that repeat, each word with its rows."""
    columns = grid.columns
    for place in columns.texts:
        words = Counter(row.cells[place].text for row in grid.body)
        header = grid.headers[place]
        if "" in words or not 1 < len(words) <= FEW or len(words) * 2 > len(grid.body):
            continue
        names = _named(columns, place, words)
        yield [
            Group(word, rows, header.name, grid.called, header.span)
            for word, rows in names.items()
            if len(word) > 1
        ]


def _named(columns: Columns, place: int, words: Counter[str]) -> dict[str, int]:
    """The words without 类 and the like; 是否断更 calls its 是 断更."""
    whether = _WHETHER.match(columns.name(place))
    if whether and set(words) <= {"是", "否", whether[1], f"未{whether[1]}"}:
        return {whether[1]: sum(rows for word, rows in words.items() if word in ("是", whether[1]))}
    found: Counter[str] = Counter()
    for word, rows in words.items():
        found[_TAIL.sub("", word) or word] += rows
    return found


def _kinds(link: Link, grid: Grid, groups: list[Group], known: frozenset[int]) -> Iterator[Hit]:
    """A count beside a kind's word, when the passage tells the number of all rows or of another kind rightly."""
    told = [(each, group) for each in link.told for group in groups if _is_of(each, group)]
    right = {group.word for each, group in told if each.value == group.rows}
    anchored = bool(right) or any(each.value == len(grid.body) and each.unit in _UNITS for each in link.told)
    for each, group in told:
        if (
            group.word not in right
            and anchored
            and each.value not in known
            and _is_near(each, group.rows, len(grid.body))
        ):
            reason = (
                f"正文“{group.word}”为{each.amount}，{group.called}“{group.column}”一列中是{group.rows}行"
            )
            yield hit(Kind.ANNEX, Level.DOUBT, each.amount, reason, each.span, *_span(group.span))


def _is_of(each: Statement, group: Group) -> bool:
    """产业类5个 and 优秀等次3个, not 非产业类5个."""
    if each.unit not in _UNITS or each.rough:
        return False
    subject, _, said = _TAIL.sub("", each.subject).rpartition(group.word)
    if not said and each.subject and _TAIL.sub("", each.subject).endswith(group.word):
        return not subject.endswith(("不", "未", "非", "基本", "较", "待"))
    return not each.subject and _TAIL.sub("", each.thing) == group.word


def _is_near(each: Statement, rows: int, whole: int) -> bool:
    return 0 < abs(each.value - rows) <= max(1, whole // NEAR) and each.value % 1 == 0


def _span(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span else ()

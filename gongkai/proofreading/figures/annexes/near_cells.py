"""Numbers of the narrative that nothing explains and that are one slip of the keys from a cell that they may be of:
报价325.80万元 beside 352.80. That is so unlikely by chance that few words are needed to tell which cell."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.annexes.cell_lines import Figure, Line, lines, values
from gongkai.proofreading.figures.arithmetic.rounding import agrees
from gongkai.proofreading.figures.arithmetic.slips import is_slip
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import ONE
from gongkai.proofreading.figures.reading.concepts import pairs
from gongkai.proofreading.figures.reading.grid import Grid
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level

TABLES, ROWS, NAMES, MANY = 20, 200, 500, 40
"""Tables, rows of a table and names of rows that are looked at; names that the words of a number may be part of."""
LEAST, ENOUGH, CERTAIN, LONG = 10, 2, 4, 2
"""The least number of which a slip tells anything; what words and figures must tell together; what words tell that
name row and column; and what a number of four figures tells."""
CLOSE, FAR = 40, 24
"""Characters between a row's name and its number; and before a number in which its words are."""
HALF = 0.6
"""Share of a row's name from which it is as good as named."""
_OTHERS = re.compile(
    r"上年|去年|同期|上季|上月|上期|上周|往年|[比较于超]|增[加长]|减少|上升|下降|提高|降低|每|缺口|达到|另|应|最|满分|单[笔个家户]|连续"
)
_BEFORE = re.compile(r"(?:^|[^一-龥]|[中为是的和及与县区市由对在有从看])$")
"""What may stand before a name; 优质小麦 is not 小麦."""
_BESIDE = frozenset("、和及与")
_MARKS = re.compile("[，。；：（）]")


class Told(NamedTuple):
    """A number with its words and their pairs, what else its passage tells, and the row named before it in its sentence."""

    each: Statement
    said: str
    words: frozenset[str]
    values: frozenset[Decimal]
    named: re.Match[str] | None


class Meant(NamedTuple):
    """A figure that a number may be, and how much tells so."""

    line: Line
    figure: Figure
    sure: int


class NearCells:
    """The lines of a document's tables, and all the values that they tell."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        self._totals: list[Line] = []
        self._rows: dict[str, list[Line]] = defaultdict(list)
        self._by_pair: dict[str, set[str]] = defaultdict(set)
        known: set[Decimal] = set()
        for grid in [each for each in grids if len(each.body) <= ROWS][:TABLES]:
            known.update(values(grid))
            for line in lines(grid):
                (self._rows[line.label] if line.label else self._totals).append(line)
        self._known = sorted(known)
        self._pairs = {label: pairs(label) for label in self._rows}
        for label, told in self._pairs.items():
            for pair in told:
                self._by_pair[pair].add(label)
        names = sorted(self._rows, key=len, reverse=True)[:NAMES]
        self._pattern = re.compile("|".join(map(re.escape, names))) if names else None

    def check(self, passage: Passage) -> Iterator[Hit]:
        """Each number that neither a table nor its sentence explains, with the cell it was likely meant for."""
        if not self._known or not passage.told:
            return
        named, known = self._named(passage.text), frozenset(each.value for each in passage.told)
        begins = [match.start() for match in named]
        for start, end in passage.sentences:
            told = passage.statements(start, end)
            for each in filter(self._is_open, told):
                before = named[bisect_left(begins, start) : bisect_left(begins, each.start)]
                ahead = _together(passage.text, before)
                rows = _rows(passage.text, ahead, told, each)
                if rows and not _is_made(each, told):
                    said = _said(passage, each, start)
                    yield from self._judged(Told(each, said, pairs(said), known, rows[0]))

    def _named(self, text: str) -> list[re.Match[str]]:
        found = self._pattern.finditer(text) if self._pattern else iter(())
        return [each for each in found if _BEFORE.search(text[max(0, each.start() - 1) : each.start()])]

    def _is_open(self, each: Statement) -> bool:
        """Whether no table has a number, be it rounded."""
        if each.rough or each.value < 1 or each.unit == "个百分点":
            return False
        if _OTHERS.search(_MARKS.split(each.gap)[-1]):
            return False
        least, most = (
            (each.value, each.value)
            if each.step == ONE
            else (each.value - each.step / 2, each.value + each.step)
        )
        at = bisect_left(self._known, least)
        return (
            at == len(self._known)
            or self._known[at] > most
            or not agrees(each.value, each.step, self._known[at])
        )

    def _judged(self, told: Told) -> Iterator[Hit]:
        """The one value that is near among those that words tell best, or nearly so for a long number."""
        found = [each for each in self._meant(told) if each.figure.value not in told.values]
        telling = _telling(told.each)
        least = max((each.sure for each in found), default=0) - (telling >= LONG)
        near = [each for each in found if each.sure >= least and _is_near(told.each, each)]
        if len({each.figure.value for each in near}) == 1 and near[0].sure + telling >= ENOUGH:
            yield _disagree(told.each, near[0])

    def _meant(self, told: Told) -> Iterator[Meant]:
        """The figures of the row named last, of the row whose name is partly said, and of all."""
        last = told.named
        for line in self._totals:
            yield from _of(line, told, -1 if last else 1)
        if last:
            close = told.each.start - last.end() < CLOSE
            for line in self._rows[last[0]]:
                yield from _of(line, told, 2 if close else 1)
        label, share = self._partly(told.words, last[0] if last else "")
        for line in self._rows.get(label, ()):
            yield from _of(line, told, (2 if share >= HALF else 1) - (1 if last else 0))

    def _partly(self, words: frozenset[str], but: str) -> tuple[str, float]:
        """The one row of whose name most is said, and how much; none where the words are in many names."""
        labels = {label for pair in words for label in self._by_pair.get(pair, ())} - {but}
        told = {label: self._pairs[label] for label in labels} if len(labels) <= MANY else {}
        shares = {label: len(own & words) / len(own) for label, own in told.items()}
        most = max(shares.values(), default=0.0)
        best = [label for label, share in shares.items() if share == most]
        return (best[0], most) if len(best) == 1 else ("", 0.0)


def _of(line: Line, told: Told, row: int) -> Iterator[Meant]:
    for figure, column in line.meant(told.each, told.said, told.words):
        if column or row > 1:
            yield Meant(line, figure, row + column)


def _said(passage: Passage, each: Statement, start: int) -> str:
    """The words of a number since the last mark, and the thing it counts."""
    clause = _MARKS.split(each.gap)[-1]
    ahead = (
        clause
        if len(clause) > 1
        else _MARKS.split(passage.text[max(start, each.start - FAR) : each.start])[-1]
    )
    return ahead + each.thing.partition("、")[0][:6]


def _is_made(each: Statement, told: Sequence[Statement]) -> bool:
    """Whether a number is the sum or the difference of two others of its sentence."""
    others = {one.value for one in told if one.value and one.value != each.value}
    return any(each.value - one in others or each.value + one in others for one in others)


def _together(text: str, named: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
    """The row named last, with those that it is listed with: 甲镇、乙镇和丙镇."""
    first = len(named) - 1
    while first > 0 and text[named[first - 1].end() : named[first].start()] in _BESIDE:
        first -= 1
    return named[max(0, first) :]


def _rows(
    text: str, named: Sequence[re.Match[str]], told: Sequence[Statement], each: Statement
) -> Sequence[re.Match[str] | None]:
    """The row that a number is of, of those told together by its place (分别为132件和97件): None for all, nothing
    where it may be of any."""
    if len(named) < 2:
        return named or (None,)
    since = named[-1].end()
    place = sum(since <= one.start < each.start for one in told)
    return named[place : place + 1] if "分别" in text[since : each.start] else ()


def _is_near(each: Statement, meant: Meant) -> bool:
    """Whether a number is a slip away; of numbers of one figure, whether it must be the cell's."""
    figure = meant.figure
    if agrees(each.value, each.step, figure.value):
        return False
    if each.value < LEAST:
        return meant.sure >= CERTAIN and figure.value < LEAST and each.step == figure.step
    return any(is_slip(each.value, figure.value, step) for step in (each.step, figure.step))


def _telling(each: Statement) -> int:
    """How much the length of a number tells: what is near two figures is near by chance, what is near five is not, and
    a round one is seldom a slip."""
    return min(3, len(str(int(each.value / each.step)).rstrip("0")) - 2)


def _disagree(each: Statement, meant: Meant) -> Hit:
    line, figure = meant.line, meant.figure
    of = f"“{line.label}”一行" if line.label else "合计"
    reason = f"正文“{each.said}”，{line.called}{of}“{figure.header}”为{figure.text}，两处不一致"
    return hit(
        Kind.ANNEX, Level.DOUBT, each.amount, reason, each.span, *([figure.span] if figure.span else [])
    )

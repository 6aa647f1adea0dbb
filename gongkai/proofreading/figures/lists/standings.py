"""Units in the order of their rank, with points that do not fall: 排名前三的为甲局（98分）、乙局（99分）、丙局（95分）."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.numerals import number, written
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level

_ORDERED = re.compile(r"排名|名列|位列|位居|列前|前[三四五六七八九十\d]+[名位]|依次|分列|由高到低|从高到低")
_MARKS = re.compile(r"^[分%件条篇）]*(?:（|，得分)?[）、，][^，、；（）]{2,20}(?:（|，得分|得分)?(?:得分)?$")
_RANKED = re.compile(
    r"(?P<points>\d{1,4}(?:\.\d{1,3})?)分[，、（]?(?:综合|全[县区市])?(?:排名?|位列|位居|名列|列)(?:全[县区市])?第(?P<rank>\d{1,3}|[一二三四五六七八九十]{1,3})"
)


def check(passage: Passage) -> Iterator[Hit]:
    """A value in a row of ranks that stands neither in falling nor in rising order."""
    if not passage.told or not _ORDERED.search(passage.text):
        return
    for start, end in passage.sentences:
        if _ORDERED.search(passage.text, start, end):
            for row in _rows(passage.statements(start, end)):
                yield from _judged(row)
    yield from _ranked(passage)


def _ranked(passage: Passage) -> Iterator[Hit]:
    """甲镇得92.5分，排名第3；乙镇得93.1分，排名第4: the next rank has more points. Nothing where a rank comes twice."""
    found = sorted(
        (rank, Decimal(match["points"]), match.span())
        for match in _RANKED.finditer(passage.text)
        if (rank := number(match["rank"])) is not None
    )
    if len({rank for rank, _, _ in found}) < len(found):
        return
    for (high, more, first), (low, less, second) in pairwise(found):
        if more < less:
            reason = f"得{written(more)}分列第{written(high)}名，得{written(less)}分列第{written(low)}名，与高低顺序不符"
            said = passage.text[first[0] : first[1]]
            yield hit(Kind.RANK, Level.DOUBT, said, reason, passage.span(*first), passage.span(*second))


def _rows(told: Iterable[Statement]) -> Iterator[list[Statement]]:
    """Values of one unit that follow one another, each with a name before it."""
    row: list[Statement] = []
    for each in told:
        if row and (each.unit != row[-1].unit or not _MARKS.match(each.gap)):
            yield row
            row = []
        if each.unit in ("分", "%") and not each.rough:
            row.append(each)
    yield row


def _judged(row: list[Statement]) -> Iterator[Hit]:
    if len(row) < 3:
        return
    falls = [one.value >= other.value for one, other in pairwise(row)]
    rises = [one.value <= other.value for one, other in pairwise(row)]
    if all(falls) or all(rises):
        return
    at = falls.index(False) if sum(falls) >= sum(rises) else rises.index(False)
    one, other = row[at], row[at + 1]
    reason = f"按名次列出，{one.amount}排在{other.amount}之前，与高低顺序不符"
    yield hit(Kind.RANK, Level.DOUBT, one.amount, reason, one.span, other.span)

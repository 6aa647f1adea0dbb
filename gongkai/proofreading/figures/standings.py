"""Units in the order of their rank, with points that do not fall: 排名前三的为甲局（98分）、乙局（99分）、丙局（95分）."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.passages import Passage
from gongkai.proofreading.figures.statements import Statement, statements
from gongkai.proofreading.hits import Hit, Level

_ORDERED = re.compile(r"排名|名列|位列|位居|列前|前[三四五六七八九十\d]+[名位]|依次|分列|由高到低|从高到低")
_MARKS = re.compile(r"^[分%件条篇）]*(?:（|，得分)?[）、，][^，、；（）]{2,20}(?:（|，得分|得分)?(?:得分)?$")


def check(passages: Iterable[Passage]) -> Iterator[Hit]:
    """A value in a row of ranks that stands neither in falling nor in rising order."""
    for passage in passages:
        for start, end in passage.sentences():
            if _ORDERED.search(passage.text, start, end):
                for row in _rows(statements(passage, start, end)):
                    yield from _judged(row)


def _rows(told: list[Statement]) -> Iterator[list[Statement]]:
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

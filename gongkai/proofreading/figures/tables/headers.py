"""Tables of one sort whose columns differ: 重点领域 in one, 重点领域1 and 重点领域2 in the other."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.concepts import topic
from gongkai.proofreading.figures.reading.grid import Grid
from gongkai.proofreading.hits import Hit, Level

MOST = 40
_NUMBERED = re.compile(r"(.{2,}?)[1-9一二三]$")


def check(grids: Sequence[Grid]) -> Iterator[Hit]:
    """A hint where two tables of the same title have a column once and numbered."""
    for one, other in combinations(grids[:MOST], 2):
        if topic(one.title) and topic(one.title) == topic(other.title):
            yield from _judged(one, other)
            yield from _judged(other, one)


def _judged(single: Grid, several: Grid) -> Iterator[Hit]:
    for header in single.headers:
        numbered = [
            each
            for each in several.headers
            if (match := _NUMBERED.match(each.name)) and match[1] == header.name
        ]
        if len(numbered) > 1 and header.span:
            names = "、".join(each.name for each in numbered)
            reason = (
                f"{single.called}只有“{header.name}”一列，{several.called}分为{names}，同类表格的口径不一致"
            )
            spans = [each.span for each in numbered if each.span]
            yield hit(Kind.HEADERS, Level.HINT, header.name, reason, header.span, *spans)

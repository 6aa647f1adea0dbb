"""Counts with their shares, one after the other, of one whole: 228份，占60.0%；114份，占30.0%；38份，占12.0%."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from gongkai.proofreading.figures.arithmetic.rounding import rounded
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement, as_written
from gongkai.proofreading.figures.relations.rates import makes, may_be_part
from gongkai.proofreading.hits import Hit, Level

LEAST = 3
"""Pairs from which a whole that all but one give is believed."""
MOST = 12
"""Pairs of one row that are read."""
_SHARE = re.compile(
    r"[，、（]?(?:约)?(?:占|占比|占比为|比重)(?:为|达)?$|[，、]?占(?:总数|总量|比|总人数|总件数)的?$|（$"
)
Pair = tuple[Statement, Statement]


def check(passage: Passage) -> Iterator[Hit]:
    """The one share of a row that is not of the whole that the counts make together."""
    row: list[Pair] = []
    for start, end in passage.sentences if "%" in passage.text else ():
        row = []
        for pair in pairwise(passage.statements(start, end)):
            if _is_pair(*pair) and (not row or pair[0].unit == row[0][0].unit):
                row.append(pair)
        yield from _judged(row[:MOST])


def _is_pair(count: Statement, share: Statement) -> bool:
    plain = share.unit == "%" and not share.rough and may_be_part(count)
    return plain and _SHARE.fullmatch(share.gap) is not None


def _judged(row: Sequence[Pair]) -> Iterator[Hit]:
    if len(row) < LEAST:
        return
    total = sum((count.value for count, _ in row), Decimal(0))
    whole = row[0][0]._replace(value=total, step=min(count.step for count, _ in row))
    wrong = [pair for pair in row if not makes(pair[1], pair[0], whole)]
    if len(wrong) == 1 and total:
        count, share = wrong[0]
        right = f"{rounded(count.value * 100 / total, share.step)}%"
        reason = (
            f"并列各项共{as_written(total, *(each for each, _ in row))}，“{count.said}”应占{right}，"
            f"与所写{share.amount}不符"
        )
        yield hit(Kind.SHARE, Level.DOUBT, share.amount, reason, share.span, count.span, suggestion=right)

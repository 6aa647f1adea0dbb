"""Shares of one whole side by side: 投诉占60%、求助占30%、其他占10%; never more than all of it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from gongkai.proofreading.figures.arithmetic.spread import HUNDRED
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.labels import REST, core, exclusive
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level


def check(passage: Passage) -> Iterator[Hit]:
    """Shares of parts that exclude one another are at most 100 %, and 100 % with the rest."""
    if "占" not in passage.text:
        return
    for start, end in passage.sentences:
        found: list[Statement] = []
        for each in passage.statements(start, end):
            if each.unit != "%" or each.rough or "占" not in each.gap:
                continue
            if found and "其中" in each.gap:
                yield from _added(found)
                found = []
            found.append(each)
        yield from _added(found)


def _added(shares: list[Statement]) -> Iterator[Hit]:
    subjects = [_subject(share) for share in shares]
    if len(shares) < 2 or not exclusive(subjects):
        return
    total = sum((share.value for share in shares), Decimal(0))
    slack = sum((share.step for share in shares), Decimal(0))
    rest = REST.match(core(subjects[-1])) is not None
    if total > HUNDRED + slack or (rest and total < HUNDRED - slack):
        added = "＋".join(written(share.value) for share in shares)
        reason = f"{len(shares)}项占比相加为{written(total)}%（{added}），应为100%"
        level = Level.ERROR if total > HUNDRED else Level.DOUBT
        yield hit(Kind.SHARE, level, shares[-1].amount, reason, *(share.span for share in shares))


def _subject(share: Statement) -> str:
    """投诉占60% and 投诉类353件，占90.3%: what the share is of stands before 占, in this gap or the last count."""
    before = share.gap.rpartition("占")[0]
    return re.split(r"[，。；、（）：]", before.rstrip("，（"))[-1]

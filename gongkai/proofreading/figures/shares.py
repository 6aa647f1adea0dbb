"""Shares of a whole: 投诉类353件，占90.3% · 投诉占60%、求助占30%、其他占10%."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.labels import REST, core, exclusive
from gongkai.proofreading.figures.numerals import written
from gongkai.proofreading.figures.passage import Passage
from gongkai.proofreading.figures.rounding import percent, rounded, share_agrees
from gongkai.proofreading.figures.statements import Statement
from gongkai.proofreading.hits import Hit, Level

HUNDRED = Decimal(100)
MOST = 40
"""Statements before a share among which its whole is looked for."""
_SHARE = re.compile(r"占(?P<of>[^，。；、（）]{0,14}?)(?:的?比例|的?比重|比)?(?:的|为|达|约)?$")
_ELSEWHERE = re.compile(r"全[国省市]|同期|上年|去年|辖区|人口|面积|预算|任务")
_WHOLE = re.compile(r"共|总|计划|需要|受理|收到|报送|发布|公开|应|抽查|检查|接收|承办")


def check(passage: Passage) -> Iterator[Hit]:
    """Shares that no whole of the passage gives, and shares of one whole that are more than all of it."""
    if "占" not in passage.text:
        return
    for place, each in enumerate(passage.told):
        if _is_share(each) and not each.rough:
            yield from _judged(passage.told[max(0, place - MOST) : place], each)
    for start, end in passage.sentences:
        shares = [each for each in passage.statements(start, end) if each.unit == "%"]
        yield from _together(shares)


def _is_share(each: Statement) -> bool:
    return each.unit == "%" and _SHARE.search(each.gap) is not None


def _judged(before: Sequence[Statement], share: Statement) -> Iterator[Hit]:
    counts = [each for each in before if each.unit != "%" and not each.rough]
    match = _SHARE.search(share.gap)
    if not counts or not match or _ELSEWHERE.search(match["of"]) or not re.match(r"[，（]?占", share.gap):
        return
    part = counts[-1]
    wholes = [each for each in counts[:-1] if each.unit == part.unit and each.value >= part.value]
    if part is not before[-1] or not wholes:
        return
    if any(share_agrees(share.value, share.step, part.value, each.value) for each in wholes):
        return
    likely = [each for each in wholes if _WHOLE.search(each.subject)]
    if not likely:
        return
    alone = len({each.value for each in likely}) == 1
    yield _disagree(share, part, likely[-1], Level.ERROR if alone and not match["of"] else Level.DOUBT)


def _disagree(share: Statement, part: Statement, whole: Statement, level: Level) -> Hit:
    right = rounded(percent(part.value, whole.value) or Decimal(0), share.step)
    reason = (
        f"“{part.said}”占“{whole.said}”的{right}%（{part.amount}÷{whole.amount}），与所写{share.amount}不符"
    )
    return hit(
        Kind.SHARE, level, share.amount, reason, share.span, part.span, whole.span, suggestion=f"{right}%"
    )


def _together(shares: list[Statement]) -> Iterator[Hit]:
    """Shares side by side: of parts that exclude one another they are at most 100 %, and 100 % with the rest."""
    found: list[Statement] = []
    for each in [share for share in shares if "占" in share.gap and not share.rough]:
        if found and ("。" in each.gap or "其中" in each.gap):
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

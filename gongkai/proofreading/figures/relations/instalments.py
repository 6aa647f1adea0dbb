"""What a month's money makes in a quarter or a year: 每月600元，每季度1800元."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gongkai.proofreading.figures.arithmetic.slips import is_slip
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement, as_written
from gongkai.proofreading.hits import Hit, Level

FAR = 2
"""How many times the right amount may be printed for the same money still to be meant."""
_MONTHLY = re.compile(r"(?:每月[^，。；\d]{0,6}|月(?:补助|补贴|工资|报酬)(?:标准)?(?:为)?)$")
_LONGER = re.compile(
    r"(?P<period>每个?季度|每季|每半年|半年|每年|全年|一年|年)(?:共|合计|共计|发放|补助|补贴|计|累计)*(?:为)?$"
)
_OTHER = re.compile(r"奖|另|最高|封顶|上限|学费|伙食|基础|绩效")
_COUNTED = re.compile(r"\d+个月")
_SIZES = {"每季": 3, "每季度": 3, "每个季度": 3, "每半年": 6, "半年": 6}
YEAR = 12


def check(passage: Passage) -> Iterator[Hit]:
    """An amount for a longer time that is not as many months' money."""
    for start, end in passage.sentences if "月" in passage.text else ():
        told = [each for each in passage.statements(start, end) if each.unit == "元"]
        for month, longer in pairwise(told):
            if not _COUNTED.search(passage.text, start, end):
                yield from _judged(month, longer)


def _judged(month: Statement, longer: Statement) -> Iterator[Hit]:
    match = _LONGER.search(longer.gap) if _MONTHLY.search(month.gap[-12:]) else None
    if not match or month.rough or longer.rough or _OTHER.search(month.subject + longer.gap):
        return
    months = _SIZES.get(match["period"], YEAR)
    right = month.value * months
    near = right < longer.value * FAR and longer.value < right * FAR
    if right != longer.value and (near or is_slip(longer.value, right, longer.step)):
        yield _disagree(month, longer, months)


def _disagree(month: Statement, longer: Statement, months: int) -> Hit:
    right = as_written(month.value * months, *_alike(month, longer))
    reason = f"每月{month.amount}，{months}个月为{right}，与所写“{longer.said}”不符"
    return hit(Kind.PRODUCT, Level.DOUBT, longer.amount, reason, longer.span, month.span, suggestion=right)


def _alike(month: Statement, longer: Statement) -> Sequence[Statement]:
    return (longer,) if "万" in longer.amount else (month,)

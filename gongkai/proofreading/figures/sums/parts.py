"""Parts against their total: never more together than it, and as much where the words say that they are all."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from gongkai.proofreading.figures.arithmetic.rounding import slack
from gongkai.proofreading.figures.arithmetic.slips import is_slip
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.labels import REST, are_alike, core, exclusive, is_act, overlapping
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement, as_written
from gongkai.proofreading.figures.sums.splits import Split, splits
from gongkai.proofreading.hits import Hit, Level

NEARLY = Decimal("0.9")
"""Share of the total from which parts that are not said to be all are taken for all."""
ALL_BUT = Decimal("0.97")
"""The same for parts of any sort, where a mistaken digit explains what is missing."""
NOTHING = Decimal("0.985")
"""The same where nothing explains it."""
SOME = Decimal("0.05")
"""Share of the total that parts of any sort may exceed it by for a slip of reckoning to be likely."""
LONG = 100
"""Steps from which a number is long enough for one mistaken digit to be no chance."""
BUDGET = Decimal("0.8")
"""The same for money that is asked for: what it is needed for is told in full."""
_BUDGET = re.compile(r"需|预算|概算|估算|申请|经费")


def check(passage: Passage) -> Iterator[Hit]:
    """Totals whose parts do not add up to them."""
    for split in splits(passage):
        if found := _judged(split):
            yield found


def _judged(split: Split) -> Hit | None:
    whole, parts = split.wholes[0], split.parts
    sums = list(accumulate(part.value for part in parts))
    reached = list(accumulate((part.value for part in split.further), initial=sums[-1]))
    if any(
        abs(total - each.value) <= slack([part.step for part in (*split.parts, each)])
        for total in (*sums, *reached)
        for each in split.wholes
    ):
        return None
    if REST.match(core(parts[-1].subject)) and _is_left_of(split.wholes, parts[-1]):
        return None
    most = max(split.wholes, key=lambda each: each.value)
    if split.among and (larger := next((part for part in parts if part.value > most.value), None)):
        level = Level.DOUBT if is_act(larger.subject) else Level.ERROR
        reason = f"“{larger.said}”是其中的一项，却超过总数{whole.amount}"
        return hit(Kind.PARTS, level, larger.amount, reason, larger.span, whole.span)
    beyond = any(part.value > most.value for part in parts)
    if len(parts) < 2 or (beyond and not split.among and not split.summed):
        return None  # what is told first is no part
    sure = _too_many(split, most) if sums[-1] > whole.value else _too_few(split, sums[-1])
    return _disagree(whole, parts, sums[-1], sure) if sure else None


def _is_left_of(wholes: Sequence[Statement], rest: Statement) -> bool:
    """计划300张，已新增260张，其中医养60张，剩余40张: what is left is of the plan, not of what was added."""
    return any(one.value - other.value == rest.value for one in wholes for other in wholes)


def _too_many(split: Split, most: Statement) -> Level | None:
    total, apart = sum(part.value for part in split.parts), exclusive(split.subjects, most.subject)
    if total <= most.value:  # 收到121件，立案113件，其中…: of the nearest number, unless it is far
        nearest = split.wholes[0].value
        told = apart and NEARLY * total <= nearest
        told = told or (are_alike(split.subjects) and total - nearest <= SOME * nearest)
        return Level.DOUBT if split.among and told else None
    if apart:
        steps = [each.step for each in (*split.parts, most)]
        certain = all(step == 1 for step in steps) or total - most.value > sum(steps) / 2
        return Level.ERROR if split.sure and certain else Level.DOUBT
    if split.complete and REST.match(core(split.subjects[-1])):
        return Level.DOUBT  # what is left after the other parts is in none of them
    if overlapping(split.subjects) and not split.summed:
        return None
    vague = split.among and not split.complete and not are_alike(split.subjects)
    if vague and not _is_little(most, total - most.value, split.parts):
        return None  # parts of any sort may count one thing twice
    return Level.DOUBT


def _is_little(whole: Statement, over: Decimal, parts: Sequence[Statement]) -> bool:
    """Whether parts exceed their total by so little that a mistaken digit explains it."""
    if over <= SOME * whole.value or is_slip(whole.value, whole.value + over, whole.step):
        return True
    long = [each for each in parts if each.value >= LONG * each.step]
    return any(is_slip(each.value, each.value - over, each.step) for each in long if each.value > over)


def _too_few(split: Split, total: Decimal) -> Level | None:
    if split.complete:
        sure = split.summed or exclusive(split.subjects) or not overlapping(split.subjects)
        return Level.DOUBT if sure else None
    whole = split.wholes[0]
    if whole.unit == "元" and len(split.parts) > 2 and _BUDGET.search(whole.subject):
        return Level.DOUBT if total >= BUDGET * whole.value else None
    if split.among and not split.open and not overlapping(split.subjects) and _is_all_but(whole, total):
        return Level.DOUBT
    near = total >= NEARLY * whole.value and not split.open
    return Level.DOUBT if near and exclusive(split.subjects, split.wholes[0].subject) else None


def _is_all_but(whole: Statement, total: Decimal) -> bool:
    """Whether so little is missing that parts of any sort are taken for all; less where a mistaken digit of a long
    number explains it."""
    slip = is_slip(whole.value, total, whole.step)
    if slip and whole.value >= LONG * whole.step:
        return total >= NEARLY * whole.value
    return total >= (ALL_BUT if slip else NOTHING) * whole.value


def _disagree(whole: Statement, parts: tuple[Statement, ...], total: Decimal, level: Level) -> Hit:
    told = (whole, *parts)
    added = "＋".join(part.amount.removesuffix(part.unit) for part in parts)
    reason = (
        f"{len(parts)}项相加为{as_written(total, *told)}（{added}），"
        f"与总数{whole.amount}相差{as_written(abs(total - whole.value), *told)}"
    )
    return hit(Kind.PARTS, level, whole.amount, reason, whole.span, *(part.span for part in parts))

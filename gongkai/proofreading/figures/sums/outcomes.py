"""What became of the things received: withdrawn, due, closed in time or late, still open."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level

_ACT = "(?:办结|办理|处理|回复|答复|完成|整改|处置|签收)"


class Outcome(StrEnum):
    """The words say what was counted; the first that fits the end of a subject is taken."""

    DUE = rf"应(?:当|该)?{_ACT}"
    OPEN = rf"(?:尚未|未|待|没有?){_ACT}|正在{_ACT}(?:中)?|在办|{_ACT}中|未到期"
    LATE = rf"(?:超时|逾期|超期|延期){_ACT}?"
    ON_TIME = rf"(?:按期|按时|及时|限时|如期|按时限|期限内|规定时间内|规定时限内){_ACT}"
    WITHDRAWN = r"(?:自主|主动|申请)?(?:撤单|撤回|撤销|撤诉)"
    CLOSED = rf"(?:已|共|均已|实际)?{_ACT}(?<!办理)(?<!处理)(?<!签收)"
    RECEIVED = r"(?:受理|收到|接收|接到|承办|接办|交办|转办|派发|收办|接收到).{0,12}"


_ENDS = [
    (each, re.compile(rf"(?:{each.value})(?:的|了|共计|共|计|有|为|数|量|工单|信件|留言)*$"))
    for each in Outcome
]
_CARRIED = re.compile(r"(?:上年|上期|上月|上季|去年|年初|期初|历年|往年).{0,3}(?:结转|遗留|未|存|转)|结转")
_SUM = re.compile(r"合计|总计|共计|共$")
_ANY = re.compile("[办理复成改置收期时撤接交转派]")
"""A character that each outcome has one of."""


def outcome(subject: str) -> Outcome | None:
    """What a subject counts; None for anything else."""
    if not _ANY.search(subject):
        return None
    return next((each for each, pattern in _ENDS if pattern.search(subject[-40:])), None)


def check(passage: Passage) -> Iterator[Hit]:
    """Counts of what was received and what became of it that cannot all be right."""
    for told in passage.clauses:
        for unit in dict.fromkeys(each.unit for each in told) if len(told) > 1 else ():
            alike = [each for each in told if each.unit == unit]
            if not any(
                _CARRIED.search(each.subject) for each in alike
            ):  # what was left over is closed as well
                yield from _judged(_by_outcome(alike))


def _by_outcome(told: Sequence[Statement]) -> dict[Outcome, Statement]:
    """Nothing when one outcome is told twice: then the clause speaks of several things."""
    found: dict[Outcome, Statement] = {}
    for each in told:
        which = outcome(each.subject)
        if Outcome.RECEIVED in found and _SUM.match(each.subject):
            found[Outcome.RECEIVED] = each  # 收到建议58件、提案76件，合计134件
        if which is None or each.rough:
            continue
        if which in found:
            return {}
        found[which] = each
    return found


def _judged(by: dict[Outcome, Statement]) -> Iterator[Hit]:
    received, due, withdrawn = by.get(Outcome.RECEIVED), by.get(Outcome.DUE), by.get(Outcome.WITHDRAWN)
    closed, undone = by.get(Outcome.CLOSED), by.get(Outcome.OPEN)
    on_time, late = by.get(Outcome.ON_TIME), by.get(Outcome.LATE)
    if received and due and withdrawn and received.value - withdrawn.value != due.value and not undone:
        yield _difference(received, withdrawn, due)
    elif on_time and late and (whole := due or closed):
        wholes = [each.value for each in (due, closed, received) if each]
        if on_time.value + late.value not in wholes and not (due and undone):
            yield _sum(on_time, late, whole)
    elif closed and undone and received and not late:
        rest = received.value - (withdrawn.value if withdrawn else 0)
        if closed.value + undone.value not in (rest, received.value):
            yield _sum(closed, undone, received, sure=False)
    yield from _beyond(on_time, due, Level.ERROR)
    yield from _beyond(on_time, closed, Level.ERROR)
    yield from _beyond(closed, due if due else received, Level.DOUBT)
    if not (due or closed):
        yield from _beyond(on_time, received, Level.DOUBT)


def _difference(received: Statement, withdrawn: Statement, due: Statement) -> Hit:
    unit, left = due.unit, received.value - withdrawn.value
    reason = (
        f"“{received.said}”减去“{withdrawn.said}”为{written(left)}{unit}，"
        f"与“{due.said}”相差{written(abs(left - due.value))}{unit}"
    )
    return hit(Kind.OUTCOMES, Level.DOUBT, due.amount, reason, due.span, received.span, withdrawn.span)


def _sum(one: Statement, other: Statement, whole: Statement, *, sure: bool = True) -> Hit:
    unit, total = whole.unit, one.value + other.value
    reason = (
        f"“{one.said}”与“{other.said}”相加为{written(total)}{unit}，"
        f"与“{whole.said}”相差{written(abs(total - whole.value))}{unit}"
    )
    level = Level.ERROR if sure and total > whole.value else Level.DOUBT
    return hit(Kind.OUTCOMES, level, whole.amount, reason, whole.span, one.span, other.span)


def _beyond(part: Statement | None, whole: Statement | None, level: Level) -> Iterator[Hit]:
    if part and whole and part.value > whole.value:
        reason = f"“{part.said}”超过“{whole.said}”"
        yield hit(Kind.OUTCOMES, level, part.amount, reason, part.span, whole.span)

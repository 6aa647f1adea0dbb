"""Averages that no total and number near them give, but would with one digit changed: 小学312个教学班，在校生13104人，
平均班额47人."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, islice, product

from gongkai.proofreading.figures.arithmetic.quotients import Quotient
from gongkai.proofreading.figures.arithmetic.rounding import rounded
from gongkai.proofreading.figures.arithmetic.spread import ONE
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.spans_of_time import days, months
from gongkai.proofreading.figures.reading.statements import Statement, as_written
from gongkai.proofreading.figures.relations.surroundings import Around, Surroundings, has_digits, is_alike
from gongkai.proofreading.hits import Hit, Level

TOTALS = 6
"""Numbers before an average that may be its total."""
NUMBERS = 4
"""Numbers by which it may be divided."""
AFTER = 8
"""Characters behind the last of the numbers behind it in which another average may be told."""
LOOK = 160
"""Characters before it in which its time may be told."""
_AVERAGE = re.compile(
    r"(?:(?P<per>[日天月人户笔亩村校件案次期场篇栋家师生班台车床头株])均|平均每(?:个|一|所|名)?(?P<each>[日天月人户笔亩件次期场篇栋家班村镇乡组校])"
    r"|(?P<yield>亩产|单产)|平均(?P<of>班)额)[^，。；：\d]{0,10}$"
)
_ELSEWHEN = re.compile(
    r"上[年月期周季]|去年|同期|往年|此前|高峰|最[高大多低]|浓度|气温|可支配|纯收入|寿命|增|减|降"
)
_ALIKE = {
    "人": "人名位师",
    "生": "生人",
    "车": "车辆",
    "床": "床张",
    "户": "户家",
    "师": "师人名",
    "案": "起件宗",
    "校": "所校",
}
"""Words by which those are counted that an average is over."""
_OF_TIME = frozenset("日天月")
_SCALES = {("吨", "公斤"): Decimal(1000)}


def near_averages() -> Surroundings:
    """The check, for one document."""
    return Surroundings(_is_average, judged)


def _is_average(each: Statement) -> bool:
    said = _AVERAGE.search(each.gap) is not None and not _ELSEWHEN.search(each.gap[-14:])
    return said and each.unit != "%" and has_digits(each, 2)


def judged(around: Around) -> Iterator[Hit]:
    """The first of the totals and numbers near an average that lacks one digit, where no others give it."""
    average = around.told
    owned = (
        "均" in around.passage.text[average.end : around.behind[-1].end + AFTER] if around.behind else False
    )
    near = list(around.ahead) if owned else around.near  # what stands behind is of the average that follows
    totals = [each for each in near if _scale(each, average) and not _AVERAGE.search(each.gap)]
    times = _times(around)
    if any(
        _quotient(average, one, other).fits() for one in totals for other in (*near, *times) if other.value
    ):
        return
    numbers = _numbers(average, near, times)[-NUMBERS:]
    if not _is_of_several(average, totals, numbers):
        ways = (_quotient(average, *pair) for pair in product(totals[: -TOTALS - 1 : -1], reversed(numbers)))
        misses = (each for each in ways if each.over is not each.under and each.under.value > 1)
        yield from islice((_disagree(each) for each in misses if each.is_near_miss()), 1)


def _is_of_several(average: Statement, totals: Sequence[Statement], numbers: Sequence[Statement]) -> bool:
    """120笔3600万元、150笔4800万元，笔均31.1万元."""
    sums = zip(
        accumulate(each.value for each in reversed(totals)),
        accumulate(each.value for each in reversed(numbers)),
        strict=False,
    )
    return any(
        _quotient(average, totals[0]._replace(value=total), numbers[0]._replace(value=number)).fits()
        for total, number in sums
        if number
    )


def _quotient(average: Statement, total: Statement, number: Statement) -> Quotient:
    return Quotient(average, total, number, _scale(total, average) or ONE)


def _scale(total: Statement, average: Statement) -> Decimal | None:
    same = is_alike(total, average)
    return ONE if same else _SCALES.get((total.unit, average.unit))


def _times(around: Around) -> list[Statement]:
    """The spans of time told near, each as a number of days or months."""
    told, text = around.told, around.passage.text
    return [
        told._replace(
            subject="",
            value=Decimal(each.length),
            step=ONE,
            unit="天",
            amount=each.said,
            span=around.passage.span(each.start, each.end),
        )
        for read in (days, months)
        for each in read(text, max(0, told.start - LOOK), told.end + 16)
    ]


def _numbers(
    average: Statement, near: Sequence[Statement], times: Sequence[Statement]
) -> Sequence[Statement]:
    said = _AVERAGE.search(average.gap)
    per = (said["per"] or said["each"] or said["of"] or "亩") if said else ""
    if per in _OF_TIME:
        return times
    return [each for each in near if _counts(each, per)]


def _counts(each: Statement, per: str) -> bool:
    words = each.unit + each.thing[:5] + each.subject[-4:]
    return any(one in words for one in _ALIKE.get(per, per))


def _disagree(miss: Quotient) -> Hit:
    average, total, number = miss.result, miss.over, miss.under
    right = as_written(Decimal(rounded(miss.exact, average.step)), average)
    reason = f"“{total.said}”按“{number.amount}”平均为{right}，与所写“{average.amount}”不符"
    return hit(Kind.AVERAGE, Level.DOUBT, average.amount, reason, average.span, total.span, number.span)

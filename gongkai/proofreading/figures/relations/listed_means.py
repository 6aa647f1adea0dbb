"""The mean of values told one after the other: 报价分别为98.6万元、101.2万元、96.4万元，平均报价98.7万元."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gongkai.proofreading.figures.arithmetic.rounding import agrees, rounded
from gongkai.proofreading.figures.arithmetic.slips import is_likely, is_slip
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement, as_written
from gongkai.proofreading.hits import Hit, Level

LEAST = 3
"""Values from which a row is averaged."""
NEAR = Decimal("0.1")
BEYOND = 2
"""How many times the greatest, or what part of the least, a mistyped mean may be."""
_MEAN = re.compile(r"(?:平均(?!每)|(?<!人)均)[^，。；：\d每]{0,6}$")
_BESIDE = re.compile(r"[、和与及][^，。；：（）\d]{0,8}")


def check(passage: Passage) -> Iterator[Hit]:
    """Means that the row right before them does not give, nor the row without its greatest and its least."""
    if "均" not in passage.text:
        return
    for start, end in passage.sentences:
        told = passage.statements(start, end)
        for place, mean in enumerate(told):
            if place >= LEAST and _MEAN.search(mean.gap):
                yield from _judged(mean, _row(told[:place], mean))


def _row(told: Sequence[Statement], mean: Statement) -> list[Statement]:
    row: list[Statement] = []
    for each in reversed(told):
        if each.unit != mean.unit or (row and not _BESIDE.fullmatch(row[0].gap)):
            break
        row.insert(0, each)
    return row


def _judged(mean: Statement, row: Sequence[Statement]) -> Iterator[Hit]:
    values = sorted(each.value for each in row)
    if len(row) < LEAST or any(each.rough for each in row):
        return
    if not values[0] / BEYOND <= mean.value <= values[-1] * BEYOND:
        return  # 户均0.5亩 behind 1.2万亩: of others
    whole, inner = sum(values, Decimal(0)) / len(values), values[1:-1]
    means = (whole, sum(inner, Decimal(0)) / len(inner))
    if any(agrees(mean.value, mean.step, each) for each in means):
        return
    total = mean.value * len(row)
    wrong = any(is_slip(each.value, total - sum(values) + each.value, each.step) for each in row)
    if wrong or is_likely(mean.value, whole, mean.step, NEAR):
        right = as_written(Decimal(rounded(whole, mean.step)), mean)
        reason = f"并列{len(row)}项的平均数为{right}，与所写“{mean.said}”不符"
        yield hit(Kind.AVERAGE, Level.DOUBT, mean.amount, reason, mean.span, *(each.span for each in row))

"""A step that is told before the two values it leads between: 新增绿地7.2公顷，绿地面积由126.4公顷增加到133.6公顷."""

import re
from collections.abc import Iterator
from itertools import pairwise

from gongkai.proofreading.figures.arithmetic.slips import is_slip
from gongkai.proofreading.figures.arithmetic.spread import spread
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement, as_written
from gongkai.proofreading.figures.relations.earlier_values import RATES
from gongkai.proofreading.hits import Hit, Level

_STEP = re.compile(
    r"(?:净增|新增|增加|增长|减少|压减|降低)(?P<of>[^，。；：、（）\d]{2,8}?)(?:共|达|了|为)*$"
)
_FROM = re.compile(r"，(?P<of>[^，。；：（）\d]{2,12}?)(?:已|也|随之)?(?:由|从)[^，。；：（）\d]{0,8}$")
_TO = re.compile(
    r"[^，。；：（）\d]{0,4}(?:增加|增长|提高|扩大|上升|减少|下降|压减|降低)?[到至][^，。；：（）\d]{0,6}"
)


def check(passage: Passage) -> Iterator[Hit]:
    """Steps that a slip sets apart from the difference of the two values told right behind them."""
    told = passage.told
    for place, (first, last) in enumerate(pairwise(told[1:]), 1):
        step = told[place - 1]
        named, from_it = _STEP.search(step.gap), _FROM.fullmatch(first.gap)
        one_unit = step.unit == first.unit == last.unit and step.unit not in RATES
        if named and from_it and one_unit and _TO.fullmatch(last.gap) and named["of"][:2] in from_it["of"]:
            yield from _judged(step, first, last)


def _judged(step: Statement, first: Statement, last: Statement) -> Iterator[Hit]:
    low, high = sorted((first, last), key=lambda each: each.value)
    moved, said = spread(high).minus(spread(low)), spread(step)
    right = high.value - low.value
    agrees = said.low <= moved.high and moved.low <= said.high
    if agrees or any(each.rough for each in (step, first, last)) or not is_slip(step.value, right, step.step):
        return
    reason = f"由{first.amount}到{last.amount}，相差{as_written(right, first, last)}，与所写“{step.said}”不符"
    yield hit(Kind.CHANGE, Level.DOUBT, step.amount, reason, step.span, first.span, last.span)

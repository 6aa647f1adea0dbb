"""How much of a target that the sentence names was reached: 3126人，完成年度任务3800人的82.3%."""

import re
from collections.abc import Iterator, Sequence

from gongkai.proofreading.figures.arithmetic.rounding import percent
from gongkai.proofreading.figures.arithmetic.slips import is_likely
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.figures.relations.rates import (
    Parts,
    Tie,
    counts_for,
    disagree,
    given,
    makes,
    may_be_part,
)
from gongkai.proofreading.hits import Hit, Level

_OF = re.compile(r"^[^，。；\d]{0,6}的$")
_TARGET = re.compile(r"(?:完成|占|为|达到?|是)[^，。；]{0,14}$")
_AGAINST = re.compile(r"[较比超]|高于|低于|增")


def check(passage: Passage) -> Iterator[Hit]:
    """Percentages of a named whole that the count before it does not make."""
    for told in passage.clauses:
        for place in range(2, len(told)):
            rate, whole = told[place], told[place - 1]
            if rate.unit == "%" and not rate.rough and _is_target(rate, whole):
                yield from _judged(rate, whole, told[max(0, place - 8) : place - 1])


def _is_target(rate: Statement, whole: Statement) -> bool:
    said = _TARGET.search(whole.gap)
    return _OF.match(rate.gap) is not None and said is not None and not _AGAINST.search(said[0])


def _judged(rate: Statement, whole: Statement, before: Sequence[Statement]) -> Iterator[Hit]:
    counts = [each for each in before if each.unit == whole.unit and may_be_part(each)]
    if not counts or any(makes(rate, each, whole) for each in counts):
        return
    parts = Parts(counts[-1], whole, Tie.NAMED)
    exact = percent(parts.part.value, whole.value)
    if given(rate, parts.part, counts_for(rate, parts.part, [*counts, whole])) or exact is None:
        return
    if is_likely(rate.value, exact, rate.step):
        plain = before[-1] is parts.part and len(counts) == 1
        yield disagree(rate, parts, Level.ERROR if plain else Level.DOUBT)

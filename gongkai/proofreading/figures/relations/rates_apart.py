"""Rates whose whole, or both of whose parts, are told in a sentence or a paragraph before: 参选率为88.8%."""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gongkai.proofreading.figures.arithmetic.slips import is_likely, is_slip
from gongkai.proofreading.figures.reading.labels import core
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.figures.relations.rates import (
    PARTS,
    WHOLE,
    Parts,
    Tie,
    before,
    counts_for,
    disagree,
    exactly_of,
    given,
    makes,
    may_be_part,
    parts_of,
    stem_of,
    tie,
)
from gongkai.proofreading.hits import Hit, Level

KEPT = 16
"""Statements of earlier paragraphs that are remembered."""
NEAR = Decimal("0.06")
"""Share of the right rate within which a count called by the rate's own word is held to the total before it."""
_DONE = re.compile(
    r"(?:(?:目前|累计|共|已)*(?:完成|建成|完工|竣工|整改|办结|到位|支付|拨付|开工|投放|实施))+$"
)
_PLANNED = re.compile(r"^(?:年度|计划|任务|目标|应|下达|安排)+|(?:年度|计划|任务|目标|指标)+$")
SHORTEST = 2
"""Characters of a name by which a whole is found."""
_ELSEWHEN = re.compile("上年|去年|前年|往年")
WHOLES = 4
"""Larger counts before a part that may be its whole."""


class RatesApart:
    """What the paragraphs before have counted, against which a rate that stands alone is held."""

    def __init__(self) -> None:
        self._earlier: deque[Statement] = deque(maxlen=KEPT)

    def check(self, passage: Passage) -> Iterator[Hit]:
        """A rate that no two counts before it give, and that is a slip away from what two of them give; or that its
        part out of the whole of the same name does not give."""
        for told in passage.clauses:
            for rate in told:
                stem = stem_of(rate)
                if stem and parts_of(rate, stem, told) is None:
                    near = [*self._earlier, *before(passage, rate.start)]
                    counts = [each for each in near if may_be_part(each)]
                    behind = [each for each in told if each.start >= rate.end and may_be_part(each)]
                    if any(makes(rate, each, one) for each in behind[:1] for one in counts if one.value):
                        continue  # 不合格发现率4.1%（17批次）
                    namesake = _of_namesake(rate, stem, told, counts)
                    yield from [namesake] if namesake else _judged(rate, stem, counts)
        self._earlier.extend(_of_now(passage))


def _of_now(passage: Passage) -> Iterator[Statement]:
    """The last statements of a paragraph, without those of sentences that tell of another year."""
    starts = [start for start, _ in passage.sentences]
    for each in passage.told[-KEPT:]:
        begin = starts[bisect_right(starts, each.start) - 1]
        if not _ELSEWHEN.search(passage.text, begin, each.start):
            yield each


def _judged(rate: Statement, stem: str, counts: Sequence[Statement]) -> Iterator[Hit]:
    said = [at for at, each in enumerate(counts) if tie(each, stem)]
    said = (said or [at for at, each in enumerate(counts) if _shares_a_word(each, stem)])[-PARTS:]
    if any(given(rate, counts[at], counts_for(rate, counts[at], counts)) for at in said):
        return
    ways = [parts for at in reversed(said) for parts in _ways(counts, at, stem)]
    slips = [parts for parts in ways if is_slip(rate.value, exactly_of(parts), rate.step)]
    named = [parts for parts in ways if parts.tie is Tie.NAMED and WHOLE.search(parts.whole.subject)]
    near = [parts for parts in named[:1] if is_likely(rate.value, exactly_of(parts), rate.step, NEAR)]
    for parts in (*slips, *near)[:1]:
        yield disagree(rate, parts, Level.DOUBT)


def _of_namesake(
    rate: Statement, stem: str, told: Sequence[Statement], counts: Sequence[Statement]
) -> Hit | None:
    """下达封山育林1.60万亩 · 封山育林完成1.28万亩，完成率85.0%: the one whole called by the name of the part."""
    parts = [each for each in told if each.end <= rate.start and may_be_part(each) and tie(each, stem)]
    name = _DONE.sub("", core(parts[0].subject)) if len(parts) == 1 else ""
    if len(name) < SHORTEST:
        return None
    wholes = [each for each in counts if each.span != parts[0].span and _is_whole_of(each, parts[0], name)]
    if len({each.value for each in wholes}) != 1 or makes(rate, parts[0], wholes[0]):
        return None
    found = Parts(parts[0], wholes[0], Tie.LIKELY)
    likely = is_likely(rate.value, exactly_of(found), rate.step)
    return disagree(rate, found, Level.DOUBT) if likely else None


def _is_whole_of(each: Statement, part: Statement, name: str) -> bool:
    """Whether a number is called by the name alone, with or without a word of what was planned."""
    return each.unit == part.unit and not each.rough and _PLANNED.sub("", core(each.subject)) == name


def _ways(counts: Sequence[Statement], at: int, stem: str) -> Iterator[Parts]:
    """A count out of each of the larger ones that stand nearest before it."""
    part = counts[at]
    larger = [each for each in counts[:at] if each.unit == part.unit and each.value > part.value]
    for whole in reversed(larger[-WHOLES:]):
        yield Parts(part, whole, tie(part, stem))


def _shares_a_word(each: Statement, stem: str) -> bool:
    """参加投票 for 参选率: an abbreviation keeps the first character."""
    return len(stem) == 2 and stem[0] in each.subject[-6:]

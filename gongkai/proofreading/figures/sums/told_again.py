"""The same things told in two sentences, of which one has another value: 证书2716本、证明2150份 and later
证书2716本、证明2105份."""

import re
from collections import deque
from collections.abc import Iterator

from gongkai.proofreading.figures.arithmetic.slips import is_exchange
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.concepts import periods
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level

MOST, SHORTEST, LEAST = 60, 4, 100
"""Sentences that are remembered; characters of a thing; and values from which two are not alike by chance."""
_WORDS = re.compile(
    r"^(?:其中|同时|另|今年|全年|年内|[上下]半年|以来|我[县区市局]|全[县区市镇]|中心|累计|共计|共|总|已|新|发放|办理|完成|颁发|受理|开展|组织|实现|举办|办结|建成|接待|销售|收购|种植|栽植|改造|[：、，])+"
)
_APART = re.compile(r"上年|去年|同期|上季度|上月|较|比|此前|计划|目标|任务|应|每|分别|当日|均|余|以上")
Told = dict[tuple[str, str], Statement]


class ToldAgain:
    """The counts of the latest sentences by what they are of."""

    def __init__(self) -> None:
        self._seen: deque[tuple[frozenset[str], Told]] = deque(maxlen=MOST)

    def check(self, passage: Passage) -> Iterator[Hit]:
        """A value that differs from an earlier one of the same thing in a sentence that tells another thing alike, or
        by two figures exchanged."""
        for start, end in passage.sentences if passage.told else ():
            told = _things(passage.statements(start, end))
            if not told:
                continue
            named = periods(passage.text[start:end])
            for earlier, others in self._seen:
                if named <= earlier or earlier <= named:
                    yield from _judged(others, told)
            self._seen.append((named, told))


def _things(told: list[Statement]) -> Told:
    """What a sentence tells once, by its name and unit."""
    found: dict[tuple[str, str], list[Statement]] = {}
    for each in told:
        name = _WORDS.sub("", each.subject)
        if len(name) >= SHORTEST and not each.rough and each.unit != "%" and not _APART.search(each.gap):
            found.setdefault((name, each.unit), []).append(each)
    return {key: same[0] for key, same in found.items() if len(same) == 1 and same[0].value >= LEAST}


def _judged(earlier: Told, told: Told) -> Iterator[Hit]:
    both = earlier.keys() & told.keys()
    alike = [key for key in both if earlier[key].value == told[key].value and _is_telling(told[key])]
    apart = [key for key in both if earlier[key].value != told[key].value]
    for key in apart:
        first, later = earlier[key], told[key]
        if len(apart) <= len(alike) or is_exchange(first.value, later.value, later.step):
            reason = f"前文为“{first.said}”，此处为“{later.said}”，同一事项数字不一致"
            yield hit(Kind.REPEATED, Level.DOUBT, later.amount, reason, later.span, first.span)


def _is_telling(each: Statement) -> bool:
    """Whether a value has so many figures that another thing hardly has the same: 2716, not 1200."""
    return len(f"{each.value.normalize():E}".partition("E")[0].replace(".", "")) > 2

"""A number with what stands around it, also in the paragraphs before."""

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit

KEPT = 16
"""Statements of earlier paragraphs that are remembered."""
AHEAD = 20
"""Statements before a number that are held against it."""
BEHIND = 4
"""Statements behind it."""
ALIKE = (frozenset("人名位票"), frozenset("件起宗例条"), frozenset("家户个所处"))
"""Units that count the same sort of thing."""
PARTS_OF_HUNDRED = frozenset({"%", "‰", "个百分点"})


class Around(NamedTuple):
    """`inside` are the exact numbers before `told` in its sentence, `ahead` those and more before them, the nearest
    last; `behind` are the next of the sentence."""

    told: Statement
    passage: Passage
    ahead: Sequence[Statement]
    inside: Sequence[Statement]
    behind: Sequence[Statement]

    @property
    def near(self) -> list[Statement]:
        """All of them in reading order."""
        return [*self.ahead, *self.behind]


Judge = Callable[[Around], Iterable[Hit]]


class Surroundings:
    """A check of single numbers that remembers what the paragraphs before have told."""

    def __init__(self, wanted: Callable[[Statement], bool], judge: Judge) -> None:
        self._wanted, self._judge = wanted, judge
        self._earlier: deque[Statement] = deque(maxlen=KEPT)

    def check(self, passage: Passage) -> Iterator[Hit]:
        """What the judge says of each number that is wanted."""
        starts = [start for start, _ in passage.sentences]
        for place, each in enumerate(passage.told):
            if self._wanted(each):
                at = bisect_right(starts, each.start) - 1
                begin, end = passage.sentences[at]
                own = passage.told[max(0, place - AHEAD) : place]
                ahead = _exact([*self._earlier, *own][-AHEAD:])
                inside = [one for one in _exact(own) if one.start >= begin]
                behind = [
                    one for one in _exact(passage.told[place + 1 : place + 1 + BEHIND]) if one.end <= end
                ]
                yield from self._judge(Around(each, passage, ahead, inside, behind))
        self._earlier.extend(passage.told[-KEPT:])


def _exact(told: Iterable[Statement]) -> list[Statement]:
    """Those that are not rough, and prices: 3.20元/斤 is counted in 元/斤."""
    prices = (_priced(each) for each in told)
    return [each for each in prices if not each.rough]


def _priced(each: Statement) -> Statement:
    is_price = each.thing.startswith("/") and each.unit == "元"
    return each._replace(unit=each.unit + each.thing[:2], rough=False) if is_price else each


def counted(told: Iterable[Statement]) -> list[Statement]:
    """Those that count something."""
    return [each for each in told if each.unit not in PARTS_OF_HUNDRED]


def has_digits(each: Statement, number: int) -> bool:
    """Whether a number is printed with so many digits or more."""
    return each.value / each.step >= Decimal(1).scaleb(number - 1)


def shares_a_word(one: str, other: str) -> bool:
    """Whether two characters in a row stand in both."""
    return any(one[at : at + 2] in other for at in range(len(one) - 1))


def is_alike(one: Statement, other: Statement) -> bool:
    """Whether both are counted by one unit, or by two that count the same sort of thing."""
    return one.unit == other.unit or any(one.unit in some and other.unit in some for some in ALIKE)

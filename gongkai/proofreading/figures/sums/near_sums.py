"""Totals that the numbers beside them all but make: nothing else explains them, and one mistaken figure would.

That is rare by chance, so a few weak words that bind the numbers are enough (see `bonds`)."""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.rounding import slack
from gongkai.proofreading.figures.arithmetic.slips import is_slip
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.items import Item, items
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import as_written
from gongkai.proofreading.figures.sums.bonds import Sum, bonds, is_added, is_rest, is_total, weight
from gongkai.proofreading.hits import Hit, Level, Span

LONGEST = 60
"""Numbers of one unit in a paragraph that are read; beyond it is a table without lines."""
MOST = 12
"""Parts of a total."""
SKIPPED = 2
"""Numbers of the same unit that may stand between a total and its parts."""
BACK = 8
"""Totals of the paragraphs before that later parts may be of."""
TEN = 10
"""Least total, in steps, of which a mistaken digit can be told from another number."""
SMALL = Decimal("0.03")
"""Share of a total within which a slip of reckoning is likely."""
ENOUGH = 2
"""Bonds that make a near sum a doubt."""


class Near(NamedTuple):
    """A sum that does not come out, and how much binds it."""

    bonds: int
    sum: Sum


class NearSums:
    """The totals of the paragraphs before."""

    def __init__(self) -> None:
        self._before: dict[str, deque[Item]] = defaultdict(lambda: deque(maxlen=BACK))

    def check(self, passage: Passage) -> Iterator[Hit]:
        """Totals that are a mistaken digit away from what the numbers beside them, or told later, come to."""
        for unit, told in items(passage).items() if passage.told else ():
            if len(told) <= LONGEST:
                yield from _judged(told, tuple(self._before[unit]), passage)
            self._before[unit].extend(each._replace(sentence=0) for each in told if is_total(each))


def _judged(told: Sequence[Item], before: Sequence[Item], passage: Passage) -> Iterator[Hit]:
    explained: set[Span] = set()
    amiss: list[Near] = []
    for each in _sums(told, before):
        if each.whole.value < TEN * each.whole.told.step or any(one.told.rough for one in each.told):
            continue
        if abs(each.apart) <= slack([one.told.step for one in each.told]):
            explained.update(one.told.span for one in each.told)
        elif _is_near(each) and (found := bonds(each, passage)) >= ENOUGH:
            amiss.append(Near(found, each))
    said: set[Span] = set()
    for near in sorted(amiss, key=lambda one: -one.bonds):
        places = {each.told.span for each in near.sum.told}
        if not places & said and not places & explained:
            said |= places
            yield _disagree(near.sum)


def _sums(told: Sequence[Item], before: Sequence[Item]) -> Iterator[Sum]:
    """Each number with each row of numbers that may be its parts, and with two of which one is left."""
    for first in range(len(told) - 1):
        for parts, goes_on in _rows(told, first):
            last = first + len(parts) - 1
            for place in range(max(0, first - 1 - SKIPPED), first):
                yield Sum(told[place], parts, told[place + 1 : first], goes_on)
            if len(parts) == last - first + 1 and last + 1 < len(told) and is_added(told[last + 1]):
                yield Sum(told[last + 1], parts, (), False)
            if not goes_on:
                yield from (Sum(whole, parts, (), False) for whole in before)
    for last, left in enumerate(told):
        if is_rest(left):
            near = range(max(0, last - MOST), last)
            for place, done in combinations(near, 2):
                between = [told[each] for each in range(place + 1, last) if each != done]
                yield Sum(told[place], (told[done], left), between, False)


def _rows(told: Sequence[Item], first: int) -> Iterator[tuple[tuple[Item, ...], bool]]:
    """The rows that begin at a number, and whether the next number goes on with them; what stands in brackets behind
    a part is of that part."""
    row, depth, style = [told[first]], 0, -1
    for place in range(first + 1, min(len(told), first + MOST)):
        gap = told[place].told.gap
        depth += gap.count("（") - gap.count("）")
        if depth < 0:
            break
        if depth:
            continue
        mark = weight(gap)
        style = mark if style < 0 else style
        if mark > 2 or not (mark == style or mark == 0 < style < 2 or is_rest(told[place])):
            break
        row.append(told[place])
        behind = told[place + 1].told.gap if place + 1 < len(told) else "。"
        yield tuple(row), weight(behind) <= max(1, style) and "（" not in behind and "）" not in behind


def _is_near(each: Sum) -> bool:
    whole, apart = each.whole, each.apart
    if any(part.value > whole.value for part in each.parts):
        return False
    step = min(one.told.step for one in each.told)
    if abs(apart) <= SMALL * whole.value or is_slip(whole.value, whole.value - apart, step):
        return True
    long = (part for part in each.parts if part.value >= TEN * part.told.step and part.value + apart > 0)
    return any(is_slip(part.value, part.value + apart, step) for part in long)


def _disagree(each: Sum) -> Hit:
    told = [one.told for one in each.told]
    whole, parts = told[0], told[1:]
    added = "＋".join(one.amount.removesuffix(one.unit) for one in parts)
    quoted = "、".join(f"“{one.said}”" for one in parts)
    reason = (
        f"{quoted}相加为{as_written(whole.value - each.apart, *told)}（{added}），"
        f"与“{whole.said}”相差{as_written(abs(each.apart), *told)}"
    )
    return hit(Kind.PARTS, Level.DOUBT, whole.amount, reason, *(one.span for one in told))

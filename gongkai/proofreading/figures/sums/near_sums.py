"""Totals that the numbers beside them all but make: nothing else explains them, and one mistaken figure would.

That is rare by chance, so a few weak words that bind the numbers are enough (see `bonds`)."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import chain, permutations, product
from typing import NamedTuple

from gongkai.proofreading.figures.reading.items import Item, items
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.sums.additions import Sum, disagreement
from gongkai.proofreading.figures.sums.bonds import FULL_STOP, bonds, is_added, is_rest, is_target, weight
from gongkai.proofreading.hits import Hit, Span

LONGEST = 60
"""Numbers of one unit in a paragraph that are read; beyond it is a table without lines."""
MOST = 12
"""Parts of a total."""
SKIPPED = 2
"""Numbers of the same unit that may stand between a total and its parts."""
BACK = 12
"""Numbers of the paragraphs before that later parts may be of."""
LONG = 100
"""Least total that the first parts of a longer row make by no chance."""
_BRACKET = re.compile("[（）]")
ENOUGH = 2
"""Bonds that make a near sum a doubt."""


class Near(NamedTuple):
    """A sum that does not come out, and how much binds it."""

    bonds: int
    sum: Sum


class NearSums:
    """The numbers of a document by their units, as far as the last paragraphs told them."""

    def __init__(self) -> None:
        self._before: dict[str, deque[Item]] = defaultdict(lambda: deque(maxlen=BACK))

    def check(self, passage: Passage) -> Iterator[Hit]:
        """Totals that are a mistaken digit away from what the numbers beside them, or told later, come to."""
        for unit, told in items(passage).items() if passage.told else ():
            if len(told) <= LONGEST:
                yield from _judged(told, tuple(self._before[unit]), passage)
            self._before[unit].extend(each._replace(sentence=0) for each in told)


def _judged(told: Sequence[Item], before: Sequence[Item], passage: Passage) -> Iterator[Hit]:
    wholes: set[Span] = set()
    parts: set[Span] = set()
    amiss: list[Near] = []
    for each in chain(_sums(told, before, passage.text), _left(told, before)):
        if each.agrees:
            if not each.goes_on or each.whole.value >= LONG:
                wholes.add(each.whole.told.span)
                parts.update(one.told.span for one in each.parts)
        elif each.is_near and (found := bonds(each, passage)) >= ENOUGH:
            amiss.append(Near(found, each))
    said: set[Span] = set()
    for near in sorted(amiss, key=lambda one: -one.bonds):
        places = {each.told.span for each in near.sum.told}
        explained = near.sum.whole.told.span in wholes or any(
            each.told.span in parts for each in near.sum.parts
        )
        if not explained and not places & said:
            said |= places
            yield disagreement(near.sum)


def _sums(told: Sequence[Item], before: Sequence[Item], text: str) -> Iterator[Sum]:
    """Each number with each row of numbers that may be its parts."""
    for first in range(len(told) - 1):
        for parts, goes_on in _rows(told, first, text):
            last = first + len(parts) - 1
            for place in range(max(0, first - 1 - SKIPPED), first):
                yield Sum(told[place], parts, told[place + 1 : first], goes_on)
            if parts[-1] is told[last] and last + 1 < len(told) and is_added(told[last + 1]):
                yield Sum(told[last + 1], parts)
            if not goes_on:
                yield from (Sum(whole, parts) for whole in before)


def _left(told: Sequence[Item], before: Sequence[Item]) -> Iterator[Sum]:
    """Each number with what was done of it and what is left, wherever these stand."""
    for last, left in enumerate(told):
        if is_rest(left):
            near = range(max(0, last - MOST), last)
            for place, done in permutations(near, 2):
                if place < done or is_target(told[place]):
                    between = told[max(place, done) + 1 : last]
                    yield Sum(told[place], (told[done], left), between, goes_on=True)
            for done, whole in product(near, before):
                yield Sum(whole, (told[done], left), told[done + 1 : last], goes_on=True)


def _rows(told: Sequence[Item], first: int, text: str) -> Iterator[tuple[tuple[Item, ...], bool]]:
    """The rows that begin at a number, and whether the next number goes on with them; what stands in brackets behind
    a part is of that part."""
    row, style = [told[first]], -1
    depth, end = 0, told[first].told.end
    for place in range(first + 1, min(len(told), first + MOST)):
        gap = text[end : told[place].told.start]
        depth, end = depth + gap.count("（") - gap.count("）"), told[place].told.end
        if depth < 0:
            break
        if depth:
            continue
        mark = weight(told[place - 1], told[place])
        style = mark if style < 0 else style
        if mark < FULL_STOP and not (mark == style or max(mark, style) < 2 or is_rest(told[place])):
            break
        row.append(told[place])
        yield tuple(row), _goes_on(told[place : place + 2], style)


def _goes_on(last: Sequence[Item], style: int) -> bool:
    """Whether the number behind a row is one more of it."""
    return len(last) > 1 and weight(*last) <= max(1, style) and not _BRACKET.search(last[1].told.gap)

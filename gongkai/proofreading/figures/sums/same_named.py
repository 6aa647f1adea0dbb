"""Totals told once and their parts told under one name, clause by clause or paragraph by paragraph: 共罚款3.3万元;
一、…罚款2万元；二、…罚款0.5万元."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai.proofreading.figures.reading.concepts import nearness, pairs
from gongkai.proofreading.figures.reading.items import Item, items
from gongkai.proofreading.figures.reading.labels import core
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.sums.additions import Sum, disagreement
from gongkai.proofreading.figures.sums.bonds import is_total
from gongkai.proofreading.hits import Hit

MOST = 2000
"""Numbers of one unit that are remembered."""
LONGEST = 20
"""Parts of a total."""
ALIKE = 0.5
"""Share of the name of the parts that a total must be told with."""
MOSTLY = 0.75
"""The same of its characters: 在校学生 and 在校生."""
SAID = 40
"""Characters before a total that say what it is of."""
ENDING = 4
"""Last characters of names that are told alike: 刑事案件受理、行政案件受理."""
NEAR = 20
"""Totals before and behind the parts of which one may be theirs."""
LONG = 100
"""Least total, in steps, of two parts."""


class Placed(NamedTuple):
    """A number with the place of its clause in the document, by paragraph and end."""

    item: Item
    clause: tuple[int, int]


class SameNamed:
    """The numbers of a document by their units."""

    def __init__(self) -> None:
        self._told: dict[str, list[Placed]] = defaultdict(list)
        self._paragraph = 0

    def read(self, passage: Passage) -> None:
        """Remembers the numbers of a paragraph."""
        self._paragraph += 1
        for unit, told in items(passage).items() if passage.told else ():
            kept = self._told[unit]
            kept.extend(
                Placed(each, (self._paragraph, passage.clause_end(each.told.start)))
                for each in told[: MOST - len(kept)]
                if not each.told.rough
            )

    def check(self) -> Iterator[Hit]:
        """Totals that are a mistaken figure away from what the numbers of one name come to."""
        for told in self._told.values():
            totals = [place for place, each in enumerate(told) if is_total(each.item)]
            for name, places in _named(told).items():
                if 2 <= len(places) <= LONGEST and len({told[each].clause for each in places}) == len(places):
                    yield from _judged([told[each].item for each in places], _of(name, places, totals, told))


def _named(told: Sequence[Placed]) -> dict[str, list[int]]:
    """The places of the numbers of one name, and of those whose names begin and end alike: 受理刑事案件、受理行政案件."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(told):
        name = core(each.item.label)
        for key in dict.fromkeys((name, name[:2] + name[-2:], name[-ENDING:])) if name else ():
            found[key].append(place)
    return found


def _of(name: str, places: Sequence[int], totals: Sequence[int], told: Sequence[Placed]) -> list[Item]:
    """The nearest totals before and behind the numbers of one name that are told with the same words."""
    before, behind = bisect_left(totals, places[0]), bisect_right(totals, places[-1])
    near = (*totals[max(0, before - NEAR) : before], *totals[behind : behind + NEAR])
    return [told[place].item for place in near if _speaks_of(told[place].item, name)]


def _speaks_of(each: Item, name: str) -> bool:
    said = each.told.gap[-SAID:] + each.told.thing
    alike = nearness(pairs(name), pairs(said)) >= ALIKE
    return alike or (len(name) > 3 and nearness(frozenset(name), frozenset(said)) >= MOSTLY)


def _judged(alike: Sequence[Item], totals: Sequence[Item]) -> Iterator[Hit]:
    sums = [*_among(alike), *(Sum(whole, alike) for whole in totals)]
    near = [each for each in sums if each.is_near and (len(each.parts) > 2 or _is_long(each.whole))]
    if near and not any(each.agrees for each in sums):
        yield disagreement(min(near, key=lambda each: abs(each.apart)))


def _among(alike: Sequence[Item]) -> Iterator[Sum]:
    """The first or the last number of a name as the total of the others."""
    if len(alike) > 3 or (len(alike) > 2 and is_total(alike[0])):
        yield Sum(alike[0], alike[1:])
    if len(alike) > 2 and is_total(alike[-1]):
        yield Sum(alike[-1], alike[:-1])


def _is_long(each: Item) -> bool:
    """Whether a total is no chance even of two parts."""
    return each.value >= LONG * each.told.step

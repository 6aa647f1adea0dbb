"""Of findings that overlap, one is told."""

from bisect import bisect_left
from collections.abc import Iterable
from operator import itemgetter

from gongkai.proofreading.hits import Found, Level

_PLACE = itemgetter(0, 1)
_GRAVITY = {Level.ERROR: 0, Level.DOUBT: 1, Level.HINT: 2}


def resolve(found: Iterable[Found]) -> list[Found]:
    """No two overlap: the longest stays, then the earliest, then the graver. In order of place."""
    kept: list[Found] = []
    group: list[Found] = []
    reach = -1
    for each in sorted(found, key=_PLACE):
        if each.start >= reach:
            kept += _best(group)
            group = []
        group.append(each)
        reach = max(reach, each.end)
    return kept + _best(group)


def _best(group: list[Found]) -> list[Found]:
    """A chain of findings, each overlapping the next → those that stay."""
    if len(group) < 2:
        return group
    kept: list[Found] = []
    for each in sorted(group, key=lambda each: (each.start - each.end, each.start, _GRAVITY[each.level])):
        place = bisect_left(kept, each.start, key=lambda other: other.start)
        before, after = kept[max(0, place - 1) : place], kept[place : place + 1]
        if all(other.end <= each.start for other in before) and all(
            other.start >= each.end for other in after
        ):
            kept.insert(place, each)
    return kept

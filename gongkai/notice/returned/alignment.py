"""Two sequences side by side: what stands in both, what only in one."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

MOST_EQUAL = 60_000
"""Pairs of equal elements in two sequences that are compared closely; two texts of 3,500 characters have as
many. The time grows with the square of it."""


class Gap(NamedTuple):
    """A part that differs: elements `left` of the one sequence stand where `right` of the other do."""

    left: slice
    right: slice


def gaps(left: Sequence[Hashable], right: Sequence[Hashable]) -> Iterator[Gap]:
    """Where two sequences differ; between the gaps they are equal. Sequences too long to compare closely are one gap
    between their common beginning and end."""
    counts = Counter(right)
    if sum(counts[element] for element in left) > MOST_EQUAL:
        yield from _trimmed(left, right)
        return
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag != "equal":
            yield Gap(slice(start, end), slice(begin, stop))


def _trimmed(left: Sequence[Hashable], right: Sequence[Hashable]) -> Iterator[Gap]:
    """What lies between the common beginning and the common end."""
    least = min(len(left), len(right))
    start = next((place for place in range(least) if left[place] != right[place]), least)
    end = next(
        (place for place in range(least - start) if left[-1 - place] != right[-1 - place]), least - start
    )
    if start + end < max(len(left), len(right)):
        yield Gap(slice(start, len(left) - end), slice(start, len(right) - end))


Pair = tuple[int | None, int | None]


def paired(left: int, right: int, similarity: Callable[[int, int], float], least: float) -> list[Pair]:
    """Elements of two sequences, by place and in order, so that the pairs are as similar as can be.

    A pair below `least` is none: its elements stand alone, with None.
    """
    best = [[0.0] * (right + 1) for _ in range(left + 1)]
    close = [[0.0] * right for _ in range(left)]
    for i in reversed(range(left)):
        for j in reversed(range(right)):
            close[i][j] = likeness if (likeness := similarity(i, j)) >= least else 0.0
            together = close[i][j] + best[i + 1][j + 1] if close[i][j] else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    return list(_path(left, right, best, close))


def _path(left: int, right: int, best: list[list[float]], close: list[list[float]]) -> Iterator[Pair]:
    i = j = 0
    while i < left and j < right:
        if close[i][j] and best[i][j] == close[i][j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield i, None
            i += 1
        else:
            yield None, j
            j += 1
    yield from ((place, None) for place in range(i, left))
    yield from ((None, place) for place in range(j, right))

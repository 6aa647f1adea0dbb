"""Whether what stands in the place of a part of a fixed phrase is meant for it: 乡村文明 for 乡风文明."""

from collections.abc import Sequence
from itertools import pairwise

_UNQUOTED = str.maketrans("", "", "“”‘’\"'")
"""Quotation marks of whatever form are judged elsewhere."""


def resembles(written: str, part: str, share: float = 0.5) -> bool:
    """True for another word of the same length with at least `share` of its characters in place, or all of them in
    another order; and for one with a character of four left out or put in."""
    if (
        written.translate(_UNQUOTED) == part.translate(_UNQUOTED)
        or not written.translate(_UNQUOTED).isalnum()
    ):
        return False
    if len(written) == len(part):
        same = sum(one == other for one, other in zip(written, part, strict=True))
        return same >= share * len(part) or sorted(written) == sorted(part)
    shorter, longer = sorted((written, part), key=len)
    return len(longer) - len(shorter) <= len(longer) // 4 and _within(shorter, longer)


def _within(shorter: str, longer: str) -> bool:
    """The characters of one in the other, in their order."""
    rest = iter(longer)
    return all(character in rest for character in shorter)


def ascending(places: Sequence[int]) -> bool:
    """True if the items stand in the order of the phrase."""
    return all(one < other for one, other in pairwise(places))

"""Characters that are taken for one another: they sound alike, nearly alike, or look alike."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

_NEAR = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("l", "n"))
"""Initials that dialects do not tell apart; so are finals in -n and -ng."""


def near(syllable: str, syllables: Iterable[str]) -> Iterator[str]:
    """The syllables that are taken for this one: zhi for zi, lan for nan, jin for jing."""
    nasal = syllable[:-1] if syllable.endswith("ng") else syllable + "g" if syllable.endswith("n") else ""
    swapped = [
        two + syllable.removeprefix(one)
        for pair in _NEAR
        for one, two in (pair, pair[::-1])
        if syllable.startswith(one) and not (len(one) == 1 and syllable[1:2] == "h")
    ]
    yield from {nasal, *swapped} & set(syllables) - {syllable}


def sounds(lines: Iterable[str]) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """Lines of a syllable and its characters → those that sound the same, and those that sound nearly the same."""
    read = {syllable: frozenset(characters) for syllable, characters in map(str.split, lines)}
    same: dict[str, set[str]] = defaultdict(set)
    nearly: dict[str, set[str]] = defaultdict(set)
    for syllable, characters in read.items():
        others = frozenset().union(*(read[other] for other in near(syllable, read)))
        for character in characters:
            same[character] |= characters - {character}
            nearly[character] |= others - characters
    return same, nearly


def shapes(groups: Iterable[str]) -> Mapping[str, set[str]]:
    """Groups of characters that look alike → for each character the others."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        for character in group:
            found[character] |= set(group) - {character}
    return found

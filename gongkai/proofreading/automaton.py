"""Many words in one pass over a text: Aho–Corasick on its UTF-16 code units.

UTF-16 because a Chinese character is then two bytes instead of three and an offset is a shift instead of a table:
twice as many characters a second as a search in `str`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate, pairwise

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

PORTION = 1 << 22
"""Characters searched at a time: memory stays bounded whatever the length of the text."""

FEW = 5_000
"""Words of which the faster automaton takes a few megabytes; of ten times as many it would take a hundred."""

_BEYOND = re.compile("[\U00010000-\U0010ffff]")
"""Characters that take two code units."""

Match = tuple[int, int, int]
"""Which word of the list, where it starts, where it ends."""


class Automaton:
    """A list of words, compiled at the first search: of those that are only searched for together with others one
    automaton is enough. Every occurrence is found, also those that overlap, in order of their ends."""

    def __init__(self, words: Iterable[str]) -> None:
        """Raises ValueError for an empty word."""
        self.words: tuple[str, ...] = tuple(words)
        if "" in self.words:
            raise ValueError("an empty word is found everywhere")
        self._longest = max(map(len, self.words), default=1)

    @cached_property
    def _compiled(self) -> BytesAhoCorasick:
        units = [word.encode("utf-16-le", "surrogatepass") for word in self.words]
        few = len(units) <= FEW
        return BytesAhoCorasick(
            units,
            matchkind=MatchKind.Standard,
            implementation=Implementation.DFA if few else Implementation.ContiguousNFA,
        )

    def find(self, text: str) -> list[Match]:
        """Every occurrence of every word in the text."""
        if len(text) <= PORTION:
            return self._in_portion(text, 0, len(text))
        found: list[Match] = []
        for start in range(0, len(text), PORTION):
            # a word that begins before the portion's end is looked at to its own end
            portion = text[start : start + PORTION + self._longest - 1]
            found += self._in_portion(portion, start, PORTION)
        return found

    def _in_portion(self, text: str, offset: int, length: int) -> list[Match]:
        units = text.encode("utf-16-le", "surrogatepass")
        raw = self._compiled.find_matches_as_indexes(units, overlapping=True)
        # an odd start is the second half of one character and the first of the next: no match
        if len(units) == 2 * len(text):
            whole = [(word, (s >> 1) + offset, (e >> 1) + offset) for word, s, e in raw if not s & 1]
        else:
            late = [each.start() + before for before, each in enumerate(_BEYOND.finditer(text))]
            whole = [
                (word, _character(s >> 1, late) + offset, _character(e >> 1, late) + offset)
                for word, s, e in raw
                if not s & 1
            ]
        return whole if length >= len(text) else [match for match in whole if match[1] - offset < length]


def _character(unit: int, late: list[int]) -> int:
    """The character that begins at a code unit; `late` are the units at which characters of two begin."""
    return unit - bisect_left(late, unit)


class Together:
    """Several automata in one pass: what each of them would find alone, for the time of one."""

    def __init__(self, *automata: Automaton) -> None:
        ends = list(accumulate(len(each.words) for each in automata))
        self._ranges = list(pairwise([0, *ends]))
        self._all = Automaton(word for each in automata for word in each.words)

    def find(self, text: str) -> tuple[list[Match], ...]:
        """The matches of each automaton, in the order given; `word` counts in that automaton's own list."""
        matches, found = self._all.find(text), []
        for first, end in self._ranges:
            own = [match for match in matches if match[0] < end] if matches else []
            matches = [match for match in matches if match[0] >= end] if len(own) < len(matches) else []
            found.append([(word - first, start, stop) for word, start, stop in own] if first else own)
        return tuple(found)

"""Right words with one character exchanged: hundreds of thousands of forms, found without a list of them.

A form is known by three characters around the wrong one (by its two, if it has no more). As numbers these are looked
up for all places of a text at once. An automaton of the forms is quicker on short texts, but takes a second and 300 MB to
compile.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

BLOCK = 1 << 15
"""Characters looked at together: what is computed of them stays in the processor's cache."""

SLOTS = 23
"""Two to this power bits, of which every known number sets two (a Bloom filter): small enough to stay in the cache. With
half a million known, one unknown number in a hundred passes."""

_FIRST = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77)
_SECOND = np.uint32(0xC2B2AE3D), np.uint32(0x27D4EB2F)
"""Large odd numbers: multiplied by them, characters that lie close together fall far apart."""

_HALF, _EIGHT = np.uint64(16), np.uint32(3)

Codes = NDArray[np.uint32]


class Slip(NamedTuple):
    """A wrong form at start–end of a text, and the right word."""

    start: int
    end: int
    right: str


class Exchanged:
    """Lines of slips (`lexicon/slips.py`), as they are written: a form is the place of its wrong character in them."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Right words have two characters or more. Raises ValueError where a line has not a cell for each."""
        self._lines = "".join(line + "\n" for line in lines)
        keys, places = _spread(_codes(self._lines))
        order = np.argsort(keys)
        self._keys, self._places = keys[order], places[order].astype(np.int32)
        pairs, last = (keys >> _HALF).astype(np.uint32), (keys & np.uint64(0xFFFF)).astype(np.uint32)
        self._known = np.zeros(1 << SLOTS - 3, np.uint8)
        for spread in (_FIRST, _SECOND):
            slots = _slots(pairs, last, spread)
            np.bitwise_or.at(self._known, slots >> _EIGHT, np.uint8(1) << _bit(slots))

    def find(self, text: str) -> list[Slip]:
        """Every form wherever it stands, in order of places, also those that overlap."""
        found = set()
        for offset in range(0, len(text), BLOCK):
            for start, place in self._seen(_codes(text[offset : offset + BLOCK + 2])):
                form, slip = self._read(place, start + offset)
                if slip.start >= 0 and text.startswith(form, slip.start):
                    found.add(slip)
        return sorted(found)

    def _seen(self, codes: Codes) -> Iterator[tuple[int, int]]:
        """Where three characters begin, or two, that a form is known by, and the place of that form in the lines."""
        pairs = codes[:-1] << np.uint32(16) | codes[1:]
        twos = len(pairs)
        last = np.concatenate((np.zeros_like(pairs), codes[2:]))
        pairs = np.concatenate((pairs, pairs[:-1]))
        near = np.flatnonzero(self._set(_slots(pairs, last, _FIRST)))
        near = near[self._set(_slots(pairs[near], last[near], _SECOND))]
        keys, starts = pairs[near].astype(np.uint64) << _HALF | last[near], near % twos
        first = np.searchsorted(self._keys, keys)
        seen = np.flatnonzero(self._keys.take(first, mode="clip") == keys)
        ends = np.searchsorted(self._keys, keys[seen], "right")
        for start, one, end in zip(starts[seen].tolist(), first[seen].tolist(), ends.tolist(), strict=True):
            for place in self._places[one:end].tolist():
                yield start, place

    def _set(self, slots: Codes) -> NDArray[np.bool_]:
        """Whether the bit of each slot is set."""
        return (self._known.take(slots >> _EIGHT) >> _bit(slots) & np.uint8(1)).view(np.bool_)

    def _read(self, place: int, start: int) -> tuple[str, Slip]:
        """The form whose wrong character stands at a place of the lines; what it is known by begins at `start`."""
        begin = self._lines.rfind("\n", 0, place) + 1
        right, _, cells = self._lines[begin : place + 1].partition("\t")
        at = cells.count("|")
        begin = start - max(0, min(at - 1, len(right) - 3))
        return right[:at] + cells[-1] + right[at + 1 :], Slip(begin, begin + len(right), right)


def _codes(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _slots(pairs: Codes, last: Codes, spread: tuple[np.uint32, np.uint32]) -> Codes:
    return (pairs * spread[0] ^ last * spread[1]) >> np.uint32(32 - SLOTS)


def _bit(slots: Codes) -> NDArray[np.uint8]:
    """Where in its byte a slot is."""
    return (slots & np.uint32(7)).astype(np.uint8)


def _spread(codes: Codes) -> tuple[NDArray[np.uint64], NDArray[np.intp]]:
    """What each form is known by (16 bits a character, 0 for a third that is none), and where it stands."""
    ends, tabs = np.flatnonzero(codes == ord("\n")), np.flatnonzero(codes == ord("\t"))
    begins, bars = np.append(-1, ends)[:-1] + 1, np.cumsum(codes == ord("|"), dtype=np.int32)
    if (bars[ends] - bars[tabs] + 1 != tabs - begins).any():
        raise ValueError("a line of slips has not a cell for each character")
    places = np.flatnonzero((codes != ord("\n")) & (codes != ord("|")))
    line = np.searchsorted(ends, places)
    places, line = places[places > tabs[line]], line[places > tabs[line]]
    at, length = bars[places] - bars[tabs[line]], (tabs - begins)[line]
    window = np.clip(at - 1, 0, np.maximum(length - 3, 0))
    keys = np.zeros(len(places), np.uint64)
    for step in range(3):
        character = np.where(window + step == at, codes[places], codes[begins[line] + window + step])
        keys = keys << _HALF | np.where(step < length, character, 0)
    return keys, places

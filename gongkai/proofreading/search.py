"""Personal data and wrong words of any text: their words are looked for together, in one pass."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import NamedTuple, Protocol

from gongkai.proofreading.automaton import Automaton, Match, Together
from gongkai.proofreading.hits import Found
from gongkai.proofreading.personal.cues import CUES
from gongkai.proofreading.personal.find import find

PORTION = 1 << 20
"""Characters searched at a time, so that memory stays bounded for any text. A table in plain text that goes on
beyond a portion is read there without its head; it holds more findings than are told of a document."""

_ENDS = "\n。；，,"
"""Where a portion may end, the best first; in a line without any of them it ends anywhere."""


WORDINGS_KEPT = 8
"""An office with words of its own has an automaton of its own: with its lists of right words some 11 MB."""


class Finder(Protocol):
    """What finds in one text: the wording with an office's lexicon. `matches` are those of its `automata` there."""

    @property
    def automata(self) -> Sequence[Automaton]: ...

    def find(self, text: str, matches: Sequence[Sequence[Match]] = ()) -> Sequence[Found]: ...


class Searched(NamedTuple):
    """What was found in a portion, at places of the whole text."""

    personal: list[Found]
    worded: list[Found]


def search(
    text: str, wording: Sequence[Finder] = (), allowed: Collection[str] = (), today: date | None = None
) -> Iterator[Searched]:
    """What is found in each portion of the text, in order. `allowed` and `today` as in `personal.find`."""
    together = _together(tuple(wording))
    for start, end in _portions(text):
        portion = text[start:end]
        cues, *words = together.find(portion)
        personal = find(portion, allowed, today=today, matches=cues)
        own = iter(words)
        worded = [
            one
            for finder in wording
            for one in finder.find(portion, tuple(islice(own, len(finder.automata))))
        ]
        yield Searched(_moved(personal, start), _moved(worded, start))


@lru_cache(maxsize=WORDINGS_KEPT)
def _together(wording: tuple[Finder, ...]) -> Together:
    """Compiled once for each wording: it takes some 60 ms."""
    return Together(CUES, *(each for finder in wording for each in finder.automata))


def _portions(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = start + PORTION
        if end < len(text):
            cuts = (text.rfind(mark, start, end) + 1 for mark in _ENDS)
            end = next((cut for cut in cuts if cut > start), end)
        yield start, min(end, len(text))
        start = end


def _moved(found: list[Found], offset: int) -> list[Found]:
    return (
        [one._replace(start=one.start + offset, end=one.end + offset) for one in found] if offset else found
    )

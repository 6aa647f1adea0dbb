"""What stands around a place: which cue last, whether a person is spoken of."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date

from gongkai.proofreading.automaton import Match
from gongkai.proofreading.personal.cues import MEANINGS, Cue

OF_NUMBERS = frozenset(
    (
        *(Cue.IDENTITY, Cue.PHONE, Cue.PHONE_OF_A_PERSON, Cue.PHONE_OF_AN_OFFICE, Cue.CARD, Cue.NUMBERING),
        *(Cue.PASSPORT, Cue.PERMIT, Cue.WECHAT, Cue.QQ, Cue.PROPERTY),
    )
)
OF_PERSONS = frozenset((Cue.PERSON, Cue.GENERAL_PERSON, Cue.GENDER))
REACH = 14
"""Characters between a cue and its number: （复印件）为：, a colon, spaces."""


def longest(matches: Iterable[Match]) -> list[tuple[int, int, Cue]]:
    """Cues in order, without those that stand inside a longer one."""
    kept: list[tuple[int, int, Cue]] = []
    last_start = last_end = -1
    for word, start, end in matches:
        if kept and start >= last_start and end <= last_end:
            continue
        while kept and kept[-1][0] >= start:
            kept.pop()
        last_start, last_end = start, end
        kept.append((start, end, MEANINGS[word]))
    return kept


class Context:
    """A text with its cues; `allowed` are numbers and addresses that are public, bare."""

    def __init__(
        self, text: str, matches: Iterable[Match], allowed: frozenset[str], today: date | None
    ) -> None:
        self.text = text
        self.allowed = allowed
        self.today = today
        self.cues = longest(matches)
        numbers = [(end, cue) for _, end, cue in self.cues if cue in OF_NUMBERS]
        self._number_ends = [end for end, _ in numbers]
        self._number_cues = [cue for _, cue in numbers]
        self._office_ends = [end for _, end, cue in self.cues if cue is Cue.OFFICE]
        self._person_ends = [end for _, end, cue in self.cues if cue in OF_PERSONS]

    def cue_of(self, start: int, reach: int = REACH) -> Cue | None:
        """The cue that says what the number at `start` is: the last before it in its line, within reach."""
        place = bisect_right(self._number_ends, start) - 1
        if place < 0:
            return None
        end = self._number_ends[place]
        if start - end > reach or self.text.find("\n", end, start) >= 0:
            return None
        return self._number_cues[place]

    def person_before(self, start: int, reach: int) -> bool:
        """Whether a person (not an office's contact) is spoken of in this line before `start`."""
        return self._near(self._person_ends, start, reach, "\n")

    def office_before(self, start: int, reach: int = 20) -> bool:
        """Whether 办公地址 or the like stands in this clause before `start`."""
        return self._near(self._office_ends, start, reach, "，")

    def _near(self, ends: list[int], start: int, reach: int, divider: str) -> bool:
        place = bisect_right(ends, start) - 1
        if place < 0:
            return False
        end = ends[place]
        return start - end <= reach and not {divider, "\n"}.intersection(self.text[end:start])

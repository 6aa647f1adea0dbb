"""What stands around a place: which cue last, whether a person is spoken of."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from gongkai.proofreading.automaton import Match
from gongkai.proofreading.personal.cues import MEANINGS, Cue
from gongkai.proofreading.personal.names import follows, is_organisation

_NUMBERS = (
    *(Cue.IDENTITY, Cue.PHONE, Cue.PHONE_OF_A_PERSON, Cue.PHONE_OF_AN_OFFICE, Cue.CARD, Cue.NUMBERING),
    *(Cue.PASSPORT, Cue.PERMIT, Cue.WECHAT, Cue.QQ, Cue.PROPERTY),
)
OF_NUMBERS = tuple(cue in _NUMBERS for cue in MEANINGS)
_OF_OFFICES = tuple(cue is Cue.OFFICE for cue in MEANINGS)
_OFFICIALS = (Cue.CONTACT, Cue.OFFICIAL)
_PEOPLE = (*_OFFICIALS, Cue.PERSON, Cue.KIN, Cue.GENERAL_PERSON, Cue.ANYBODY, Cue.COURTESY, Cue.GENDER)
_IF_NAMED = (Cue.ANYBODY, Cue.KIN)
OF_PEOPLE = tuple(cue in _PEOPLE for cue in MEANINGS)
"""By the number of the word, as are all that tell words apart: looking up is what is done most."""

REACH = 14
"""Characters between a cue and its number: （复印件）为：, a colon, spaces."""


def longest(matches: Sequence[Match]) -> list[Match]:
    """Cues in order, without those that stand inside a longer one."""
    kept: list[Match] = []
    last_start = last_end = -1
    for match in matches:
        _, start, end = match
        if start >= last_end:
            kept.append(match)
        elif start >= last_start and end <= last_end:
            continue
        else:
            while kept and kept[-1][1] >= start:
                kept.pop()
            kept.append(match)
        last_start, last_end = start, end
    return kept


class Context:
    """A text with its cues; `allowed` are numbers and addresses that are public, bare."""

    def __init__(
        self, text: str, matches: Sequence[Match], allowed: frozenset[str], today: date | None
    ) -> None:
        self.text = text
        self.allowed = allowed
        self.today = today
        self.cues = longest(matches)
        self.disguises: list[int] = []
        self.announced: list[int] = []
        """Where figures of other forms stand and characters are turned, and where lists begin, as they are met."""

    def those(self, flags: Sequence[bool]) -> list[Match]:
        """The cues whose words are told by `flags`, which count by the number of the word."""
        return [match for match in self.cues if flags[match[0]]]

    @cached_property
    def _numbers(self) -> tuple[list[Match], list[int]]:
        of_numbers = self.those(OF_NUMBERS)
        return of_numbers, [end for _, _, end in of_numbers]

    @cached_property
    def _people(self) -> tuple[list[Match], list[int]]:
        of_people = self.those(OF_PEOPLE)
        return of_people, [end for _, _, end in of_people]

    @cached_property
    def _offices(self) -> list[int]:
        return [end for _, _, end in self.those(_OF_OFFICES)]

    def match_of(self, start: int, reach: int = REACH) -> Match | None:
        """The cue that says what the number at `start` is: the last before it in its line, within reach."""
        of_numbers, ends = self._numbers
        place = bisect_right(ends, start) - 1
        gap = start - ends[place] if place >= 0 else reach + 1
        if gap > reach or (gap and self.text.find("\n", ends[place], start) >= 0):
            return None
        return of_numbers[place]

    def cue_of(self, start: int) -> Cue | None:
        """What the number at `start` is said to be."""
        of_numbers, ends = self._numbers
        place = bisect_right(ends, start) - 1
        gap = start - ends[place] if place >= 0 else REACH + 1
        if gap > REACH or (gap and self.text.find("\n", ends[place], start) >= 0):
            return None
        return MEANINGS[of_numbers[place][0]]

    def spoken_of(self, start: int, reach: int) -> tuple[int, bool] | None:
        """Who was last spoken of in this line before `start`: where the word ends, and whether it is a person, not an
        office's contact."""
        of_people, ends = self._people
        place = self._last(ends, start, reach, "\n")
        while place >= 0:
            word, _, end = of_people[place]
            cue = MEANINGS[word]
            if cue not in _IF_NAMED or follows(self.text, end):
                return end, cue not in _OFFICIALS and not is_organisation(self.text, end)
            place = self._last(ends, end - 1, reach + end - 1 - start, "\n")
        return None

    def person_before(self, start: int, reach: int) -> bool:
        """Whether who was last spoken of in this line before `start` is a person."""
        last = self.spoken_of(start, reach)
        return last is not None and last[1]

    def office_before(self, start: int, reach: int = 20) -> bool:
        """Whether 办公地址 or the like stands in this clause before `start`."""
        return self._last(self._offices, start, reach, "，") >= 0

    def _last(self, ends: list[int], start: int, reach: int, divider: str) -> int:
        """Which of `ends` is the last before `start`, within reach and without a divider between; -1 for none."""
        place = bisect_right(ends, start) - 1
        if place < 0 or start - ends[place] > reach:
            return -1
        end, text = ends[place], self.text
        return -1 if text.find("\n", end, start) >= 0 or text.find(divider, end, start) >= 0 else place

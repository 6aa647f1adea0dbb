"""Sentences of the plan against those that stand in their place: figures, units, terms; the rest is wording."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from gongkai.notice.returned.alignment import Gap, gaps
from gongkai.notice.returned.amounts import idle
from gongkai.notice.returned.result import Difference, DifferenceKind
from gongkai.notice.returned.tokens import Sort, Token, Tokens, keys, words

_JOINTS = frozenset("、，“”")
"""Punctuation that comes and goes with the members of a list."""
_HARD = (Sort.NUMBER, Sort.UNIT)
_CHANGED = {Sort.NUMBER: DifferenceKind.FIGURE_CHANGED, Sort.UNIT: DifferenceKind.UNIT_CHANGED}
_DELETED = {Sort.NUMBER: DifferenceKind.FIGURE_DELETED, Sort.UNIT: DifferenceKind.UNIT_CHANGED}
_ADDED = {Sort.NUMBER: DifferenceKind.FIGURE_ADDED, Sort.UNIT: DifferenceKind.UNIT_CHANGED}

Placed = tuple[int, Difference]
"""A difference and the token of the plan it stands at."""


@dataclass
class Sentences:
    """A gap of sentences; `places` are the places of the lines, `place` that of what is only added."""

    stored: Tokens
    returned: Tokens
    places: tuple[str, ...]
    place: str
    _changes: list[Gap] = field(default_factory=list)
    _told_left: set[int] = field(default_factory=set)
    _told_right: set[int] = field(default_factory=set)
    _shuffled: bool = False

    def differences(self) -> list[Difference]:
        """Everything that differs, in the order of the plan; wording once, as sentence against sentence."""
        self._changes = list(gaps(keys(self.stored), keys(self.returned)))
        found = [*self._phrases(), *self._hard()]
        found.sort(key=lambda one: one[0])
        wording = [self._wording()] if self._reworded(bool(found)) else []
        return [*(difference for _, difference in found), *wording]

    # terms of several words: dates, accounts, time limits, columns

    def _phrases(self) -> Iterator[Placed]:
        for start, end in self._runs():
            token = self.stored[start]
            if self._touched(start, end):
                left, right = range(start, end), range(self._start_of(start), self._end_of(end))
                self._told_left.update(left)
                self._told_right.update(right)
                new = self.returned[right.start : right.stop]
                kind = _kind_of_phrase(self.stored[start:end], new)
                old = words(self.stored[start:end])
                yield start, Difference(kind, self.places[token.line], old, words(new), token.binding)

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Bound runs of more than one token that are no list of units."""
        numbered = enumerate(self.stored)
        for (_, run), group in groupby(numbered, key=lambda one: (one[1].line, one[1].run)):
            places = [place for place, _ in group]
            tokens = self.stored[places[0] : places[-1] + 1]
            listed = any(token.sort is Sort.UNIT for token in tokens)
            if run >= 0 and tokens[0].binding and len(tokens) > 1 and not listed:
                yield places[0], places[-1] + 1

    def _touched(self, start: int, end: int) -> bool:
        return any(
            max(change.left.start, start) < min(change.left.stop, end) or start < change.left.start < end
            for change in self._changes
        )

    def _start_of(self, place: int) -> int:
        """Where what begins at `place` of the plan begins in the file."""
        moved = 0
        for left, right in self._changes:
            if left.start <= place < left.stop:
                return int(right.start)
            if left.stop <= place:
                moved = right.stop - left.stop
        return place + moved

    def _end_of(self, place: int) -> int:
        moved = 0
        for left, right in self._changes:
            if left.start < place <= left.stop:
                return int(right.stop)
            if left.stop < place:
                moved = right.stop - left.stop
        return place + moved

    # numbers and units, one by one

    def _hard(self) -> Iterator[Placed]:
        gone: list[tuple[int, Token]] = []
        come: list[tuple[int, Token]] = []
        for change in self._changes:
            for sort in _HARD:
                old, new = self._of_sort(change, sort)
                both = min(len(old), len(new))
                for (place, before), (_, after) in zip(old[:both], new[:both], strict=True):
                    yield place, self._difference(_CHANGED[sort], before, after.text)
                gone += old[both:]
                come += [(change.left.start, token) for _, token in new[both:]]
        yield from self._unpaired(gone, come)

    def _of_sort(self, change: Gap, sort: Sort) -> tuple[list[tuple[int, Token]], list[tuple[int, Token]]]:
        """What of a sort an edit takes out and puts in, as far as no phrase has told it. A 一 put in is a
        number where it stands for one."""
        left, right = (
            [
                (place, tokens[place])
                for place in range(span.start, span.stop)
                if place not in told and tokens[place].sort is sort
            ]
            for tokens, span, told in (
                (self.stored, change.left, self._told_left),
                (self.returned, change.right, self._told_right),
            )
        )
        old = [one for one in left if _counts(one[1])]
        return old, right[: len(old)] + [one for one in right[len(old) :] if _counts(one[1])]

    def _unpaired(self, gone: list[tuple[int, Token]], come: list[tuple[int, Token]]) -> Iterator[Placed]:
        """What has no partner where it stood; one that left and one that came elsewhere are partners."""
        if len(gone) == len(come) == 1 and gone[0][1].sort is come[0][1].sort:
            (place, old), (_, new) = gone[0], come[0]
            self._shuffled = True
            if old.key != new.key:
                yield place, self._difference(_CHANGED[old.sort], old, new.text)
            return
        for place, old in gone:
            yield place, self._difference(_DELETED[old.sort], old, self._instead(place))
        for place, new in come:
            yield place, Difference(_ADDED[new.sort], self._place_at(place), "", new.text)

    def _instead(self, place: int) -> str:
        """Words that stand where a number or unit alone stood."""
        for left, right in self._changes:
            if (left.start, left.stop) == (place, place + 1):
                self._told_right.update(range(right.start, right.stop))
                return words(self.returned[right])
        return ""

    def _difference(self, kind: DifferenceKind, old: Token, returned: str) -> Difference:
        return Difference(kind, self.places[old.line], old.text, returned, old.binding)

    def _place_at(self, place: int) -> str:
        """Where something was put in: in the line of the token before."""
        return self.places[self.stored[place - 1].line] if place else self.place

    # the rest

    def _reworded(self, told: bool) -> bool:
        """Whether text is left over; the punctuation of a list is told with its members."""
        left = [
            token
            for tokens, side, done in (
                (self.stored, 0, self._told_left),
                (self.returned, 1, self._told_right),
            )
            for change in self._changes
            for place in range(change[side].start, change[side].stop)
            if place not in done and _is_wording(token := tokens[place])
        ]
        joints = told and all(token.text in _JOINTS for token in left)
        return self._shuffled or (bool(left) and not joints)

    def _wording(self) -> Difference:
        place = self.places[self.stored[0].line] if self.stored else self.place
        if all(token.sort is Sort.BREAK for token in (*self.stored, *self.returned)):
            told = ("另起一段", "与上一段合并") if self.stored else ("未分段", "另起一段")
            return Difference(DifferenceKind.PARAGRAPHS, place, *told)
        old, new = (words(tokens).strip("\n") for tokens in (self.stored, self.returned))
        return Difference(_kind_of_wording(old, new), place, old, new)


def _kind_of_wording(old: str, new: str) -> DifferenceKind:
    if old and new:
        return DifferenceKind.WORDING
    return DifferenceKind.TEXT_DELETED if old else DifferenceKind.TEXT_ADDED


def _kind_of_phrase(old: Tokens, new: Tokens) -> DifferenceKind:
    before, after = (any(token.sort is Sort.NUMBER for token in tokens) for tokens in (old, new))
    if before:
        return DifferenceKind.FIGURE_CHANGED if after else DifferenceKind.FIGURE_DELETED
    return DifferenceKind.TERM_CHANGED


def _counts(token: Token) -> bool:
    """Whether a number is told: 一 in plain wording is not."""
    return token.binding is not None or not idle(token.text)


def _is_wording(token: Token) -> bool:
    return token.sort not in _HARD or not _counts(token)

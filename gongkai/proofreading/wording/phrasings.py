"""Fixed phrases that are nearly right: 创新、绿色、协调、开放、共享 for 创新、协调、绿色、开放、共享."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from gongkai.proofreading.automaton import Automaton, Match
from gongkai.proofreading.hits import Found, Group, Level
from gongkai.proofreading.lexicon.phrasing import LISTING, Phrasing
from gongkai.proofreading.wording.listings import Segment, compare
from gongkai.proofreading.wording.resemblance import resembles

KIND = "固定表述"
SOURCE = "党和国家文件的规范表述"
REACH = 160
"""Characters of a clause before and behind an item that are looked at, at most."""

LONG = 4
"""A part of a running phrase is looked for if it has so many characters."""

_BREAK = re.compile("[。；;：:，,！？!?\n（）()《》|]")


class Phrasings:
    """Many phrases, found by their parts in one pass of the automaton."""

    def __init__(self, phrases: Iterable[Phrasing]) -> None:
        phrases = tuple(phrases)
        self._parts = {part for phrase in phrases for part in phrase.parts}
        self._listed: dict[str, list[Phrasing]] = defaultdict(list)
        self._running: dict[str, list[tuple[int, Phrasing]]] = defaultdict(list)
        for phrase in phrases:
            if phrase.joint:
                for part in phrase.parts:
                    self._listed[part + LISTING].append(phrase)
                    self._listed[LISTING + part].append(phrase)
                continue
            offset = 0
            for part in phrase.parts:
                if len(part) >= LONG:
                    self._running[part].append((offset, phrase))
                offset += len(part)
        self.automaton = Automaton({**self._listed, **self._running})

    def find(self, text: str, matches: Iterable[Match]) -> list[Found]:
        """Every phrase that is nearly right; `matches` are those of `automaton` in the text."""
        clauses: dict[Segment, set[Phrasing]] = {}
        found: list[Found] = []
        clause = (0, 0)
        for word, start, end in matches:
            key = self.automaton.words[word]
            found += _run(text, start, self._running.get(key, ()))
            if key in self._listed:
                if not clause[0] <= start < end <= clause[1]:
                    clause = _clause(text, start, end)
                clauses.setdefault(clause, set()).update(self._listed[key])
        for clause, phrases in clauses.items():
            found += self._near(text, clause, phrases)
        return list(dict.fromkeys(found))

    def _near(self, text: str, clause: Segment, phrases: Iterable[Phrasing]) -> Iterator[Found]:
        """Enumerations that stand in the clause; none that overlaps one that is right, or has an item of another."""
        segments, at = [], clause[0]
        for part in text[slice(*clause)].split(LISTING):
            segments.append((at, at + len(part)))
            at += len(part) + 1
        listed = [(phrase, each) for phrase in phrases for each in compare(text, segments, phrase.parts)]
        right = [each for _, each in listed if each.right]
        for phrase, each in sorted(listed):
            apart = all(each.end <= other.start or other.end <= each.start for other in right)
            if not each.right and apart and each.instead not in self._parts:
                yield _told(text, each.start, each.end, phrase)


def _run(text: str, start: int, phrases: Iterable[tuple[int, Phrasing]]) -> Iterator[Found]:
    """Running phrases of which a part stands at `start`."""
    for offset, phrase in phrases:
        begin = at = start - offset
        near = begin >= 0
        for part in phrase.parts:
            written = text[at : at + len(part)]
            near = near and (written == part or (len(written) == len(part) and resembles(written, part)))
            at += len(part)
        if near and text[begin:at] != phrase.whole:
            yield _told(text, begin, at, phrase)


def _clause(text: str, start: int, end: int) -> Segment:
    """From the mark before to the mark behind text[start:end]."""
    behind = _BREAK.search(text, end, end + REACH)
    before = start
    while before > max(0, start - REACH) and not _BREAK.match(text, before - 1):
        before -= 1
    return before, behind.start() if behind else min(len(text), end + REACH)


def _told(text: str, start: int, end: int, phrase: Phrasing) -> Found:
    reason = f"“{text[start:end]}”宜为“{phrase.whole}”"
    return Found(start, end, Group.WORDING, KIND, Level.DOUBT, reason, phrase.whole, SOURCE)

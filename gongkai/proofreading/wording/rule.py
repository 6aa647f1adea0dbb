"""A rule of style: a pattern, what is wrong with it, and what should stand there."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gongkai.proofreading.automaton import Automaton, Match
from gongkai.proofreading.hits import Found, Group, Level

HAN = "\u3400-\u9fff"
"""Chinese characters, for a class of a pattern."""


class Rule(NamedTuple):
    """Patterns begin with a character or a class, and look back only after it: that is searched ten times faster
    than a pattern that looks back first. They match within a line; of a pattern with a group named `at`, only that
    group is the place. `suggestion` is a template of the match (`\\1〔\\2〕\\3`), "" for none. One of the `words`
    stands in whatever the pattern matches; where there are none, every line is searched."""

    kind: str
    level: Level
    pattern: re.Pattern[str]
    reason: str
    suggestion: str = ""
    source: str = ""
    words: tuple[str, ...] = ()

    def find(self, text: str, start: int, end: int) -> Iterator[Found]:
        """Every match that lies in text[start:end], which are whole lines."""
        for each in self.pattern.finditer(text, start, end):
            yield Found(
                *each.span("at" if "at" in self.pattern.groupindex else 0),
                Group.WORDING,
                self.kind,
                self.level,
                self.reason,
                each.expand(self.suggestion) if self.suggestion else "",
                self.source,
            )


class Style:
    """Rules of style, put together so that most are asked only of the lines in which one of their words stands."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._of_every_line: list[Rule] = []
        asked: dict[str, list[tuple[int, Rule]]] = {}
        for number, rule in enumerate(rules):
            for word in rule.words:
                asked.setdefault(word, []).append((number, rule))
            if not rule.words:
                self._of_every_line.append(rule)
        self._asked = tuple(asked.values())
        self.automaton = Automaton(asked)

    def find(self, text: str, matches: Iterable[Match]) -> list[Found]:
        """Every match of every rule; `matches` are those of `automaton` in the text."""
        found = [each for rule in self._of_every_line for each in rule.find(text, 0, len(text))]
        done: dict[int, int] = {}
        for word, start, _ in matches:
            for number, rule in self._asked[word]:
                if start >= done.get(number, 0):
                    end = text.find("\n", start)
                    done[number] = end if end >= 0 else len(text)
                    found += rule.find(text, text.rfind("\n", 0, start) + 1, done[number])
        return found

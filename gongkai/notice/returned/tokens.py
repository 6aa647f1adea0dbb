"""Text in pieces that can be compared: numbers by value, units by name, the rest by the character."""

import re
from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from gongkai.notice.plan import Binding, Runs
from gongkai.notice.returned.amounts import AMOUNT, amount

_HOTLINE = r"12345(?=热线|工单|政务|便民|市民|平台)"
_SHORTEST_UNIT = 2


class Sort(Enum):
    NUMBER = "number"
    UNIT = "unit"
    TEXT = "text"
    BREAK = "break"


@dataclass(frozen=True)
class Token:
    """A piece of a line. `key` is equal for pieces that say the same; `line` is the place of its line among
    the lines; `binding` is the stored figure it shows, and `run` the number of the run that shows it."""

    sort: Sort
    text: str
    key: Hashable
    line: int = 0
    binding: Binding | None = None
    run: int = -1


Tokens = tuple[Token, ...]


class Tokenizer:
    """Cuts text into tokens; `units` are the names that count as units. White space is layout, not text.

    A unit that is a part of `issuer` is the office speaking of itself: a unit only where it is bound.
    """

    def __init__(self, units: Collection[str], issuer: str = "") -> None:
        self._issuer = issuer
        names = sorted(
            {name for name in units if len(name) >= _SHORTEST_UNIT}, key=lambda name: (-len(name), name)
        )
        unit = "|".join(map(re.escape, names)) or r"(?!)"
        self._pattern = re.compile(rf"(?P<unit>{unit})|(?P<hotline>{_HOTLINE})|(?P<number>{AMOUNT})|\S")

    def cut(self, text: str, line: int = 0) -> Tokens:
        """The tokens of a line that came back."""
        return tuple(self._token(found, line) for found in self._pattern.finditer(text))

    def cut_runs(self, runs: Runs, line: int) -> Tokens:
        """The tokens of a line of the plan, bound as its runs are."""
        text = "".join(run.text for run in runs)
        owners = [number for number, run in enumerate(runs) for _ in run.text]
        return tuple(
            self._token(found, line, runs[owners[found.start()]].binding, owners[found.start()])
            for found in self._pattern.finditer(text)
        )

    def _token(self, found: re.Match[str], line: int, binding: Binding | None = None, run: int = -1) -> Token:
        text = found[0]
        if found["number"]:
            return Token(Sort.NUMBER, text, amount(text), line, binding, run)
        named = found["unit"] and (binding is not None or text not in self._issuer)
        return Token(Sort.UNIT if named else Sort.TEXT, text, text, line, binding, run)


def keys(tokens: Iterable[Token]) -> tuple[Hashable, ...]:
    """What two lines are compared by."""
    return tuple(token.key for token in tokens)


def words(tokens: Iterable[Token]) -> str:
    """The text of tokens, a new paragraph as a new line."""
    return "".join("\n" if token.sort is Sort.BREAK else token.text for token in tokens)


_END = "。！？；"
_CLOSING = "”’）》"


def sentences(tokens: Iterable[Token]) -> Iterator[Tokens]:
    """Tokens sentence by sentence, closing quotation marks included; a break stands by itself."""
    sentence: list[Token] = []
    ended = False
    for token in tokens:
        if sentence and (token.sort is Sort.BREAK or (ended and token.text not in _CLOSING)):
            yield tuple(sentence)
            sentence, ended = [], False
        sentence.append(token)
        ended = ended or token.sort is Sort.BREAK or token.text in _END
    if sentence:
        yield tuple(sentence)

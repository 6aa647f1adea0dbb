"""Marked text: how a figure carries its Binding through Jinja and Markdown.

A marked value prints as a token of private-use characters that holds only its place in the ledger, so
no name from a register is ever read as Markdown, and the figure comes out as a Run of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from gongkai.notice.plan import Binding, Run

PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_START, _END, _ZERO = "\ue000", "\ue001", 0xE010
_TOKEN = re.compile(f"{_START}([\ue010-\ue019]+){_END}")


class Ledger:
    """The runs printed while one notice is made, by number."""

    def __init__(self) -> None:
        self._runs: list[Run] = []

    def token(self, run: Run) -> str:
        """Keep `run` and give the token that stands for it."""
        self._runs.append(run)
        number = str(len(self._runs) - 1)
        return _START + "".join(chr(_ZERO + int(digit)) for digit in number) + _END

    def literal(self, text: str) -> str:
        """Text that may hold tokens, with all of its plain parts turned into tokens."""
        return "".join(self.token(run) for run in self.runs(text))

    def runs(self, text: str) -> Iterator[Run]:
        """The runs that `text` stands for: its plain parts and the runs of its tokens, in order."""
        for place, part in enumerate(_TOKEN.split(text)):
            if place % 2:
                yield self._runs[int("".join(str(ord(digit) - _ZERO) for digit in part))]
            elif part:
                yield Run(part)

    def plain(self, text: str) -> str:
        """The words a reader sees, without bindings."""
        return "".join(run.text for run in self.runs(text))


@dataclass(frozen=True)
class Marked:
    """A value a template may print. `readable` names the attributes a template may reach."""

    readable: ClassVar[frozenset[str]] = frozenset()

    ledger: Ledger = field(repr=False, compare=False)
    text: str
    binding: Binding | None = None

    def __str__(self) -> str:
        return self.ledger.token(Run(self.text, self.binding))

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, eq=False)
class Count(Marked):
    """A whole number that compares with numbers; it cannot be added to, so no figure loses its facts."""

    value: int = 0

    def __bool__(self) -> bool:
        return self.value != 0

    def __eq__(self, other: object) -> bool:
        return self.value == _number(other)

    def __lt__(self, other: object) -> bool:
        return self.value < _number(other)

    def __le__(self, other: object) -> bool:
        return self.value <= _number(other)

    def __gt__(self, other: object) -> bool:
        return self.value > _number(other)

    def __ge__(self, other: object) -> bool:
        return self.value >= _number(other)

    def __hash__(self) -> int:
        return hash(self.value)


def _number(other: object) -> int:
    if isinstance(other, Count):
        return other.value
    if isinstance(other, int):
        return other
    raise TypeError(f"数字只能与数字比较，不能与“{other}”比较")

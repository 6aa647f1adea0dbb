"""What is wrong with a lexicon file, told line by line."""

from collections.abc import Iterable
from typing import NamedTuple


class LexiconFault(NamedTuple):
    """A line (from 1) and the reason that it cannot be read."""

    line: int
    reason: str

    def __str__(self) -> str:
        return f"第{self.line}行：{self.reason}"


class LexiconError(ValueError):
    """Every fault of a file at once."""

    def __init__(self, faults: Iterable[LexiconFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("；".join(map(str, self.faults)))

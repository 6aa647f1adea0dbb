"""Fixed phrases of policy language, cut into the parts of which one may be wrong.

A line lists the items of an enumeration (创新、协调、绿色、开放、共享) or the parts of a running phrase
(绿水青山|就是|金山银山).
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

LISTING, RUNNING = "、", "|"


class Phrasing(NamedTuple):
    """A phrase in the right order. `joint` stands between its parts: 、 or nothing."""

    parts: tuple[str, ...]
    joint: str

    @property
    def whole(self) -> str:
        """The phrase as it is written."""
        return self.joint.join(self.parts)


def phrasings(lines: Iterable[str]) -> Iterator[Phrasing]:
    """Lines → phrases. Raises ValueError for a line of one part."""
    for line in lines:
        mark, joint = (RUNNING, "") if RUNNING in line else (LISTING, LISTING)
        parts = tuple(line.split(mark))
        if len(parts) < 2 or "" in parts:
            raise ValueError(f"a phrase of one part: {line}")
        yield Phrasing(parts, joint)

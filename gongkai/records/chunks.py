"""Many rows, a few in memory at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Part = TypeVar("Part")


def chunks(parts: Iterable[Part], size: int) -> Iterator[list[Part]]:
    """The parts in lists of `size`, the last one shorter; none for nothing."""
    remaining = iter(parts)
    while chunk := list(islice(remaining, size)):
        yield chunk

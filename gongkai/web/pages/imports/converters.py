"""Kinds in addresses: those with a form for single events, those with a monthly grid."""

from gongkai.sources.grids import GRIDS
from gongkai.sources.registry import KINDS


class EntryKind:
    """/orders/ ↔ "orders"."""

    regex = "|".join(KINDS)

    def to_python(self, text: str) -> str:
        return text

    def to_url(self, value: str) -> str:
        return value


class GridKind(EntryKind):
    """/posts/ ↔ "posts", of the kinds that can be counted by the month."""

    regex = "|".join(GRIDS)

"""A unit's ranks over periods, and how it moved."""

from collections.abc import Sequence
from typing import NamedTuple

from gongkai.web.charts import frame

MOST_LINES = 3


class UnitRanks(NamedTuple):
    """A unit's rank in each period, oldest first; None where it was not ranked."""

    unit: str
    ranks: tuple[int | None, ...]

    @property
    def last(self) -> int | None:
        """The rank in the last period."""
        return self.ranks[-1] if self.ranks else None

    @property
    def rise(self) -> int:
        """Places gained from the last period but one to the last; 0 where one of them has no rank."""
        before, now = (None, None, *self.ranks)[-2:]
        return 0 if before is None or now is None else before - now

    @property
    def change(self) -> str:
        """↑3, ↓2, 持平; 新列入 and 未列入 where there is a rank on one side only, — for no two periods."""
        before, now = (None, None, *self.ranks)[-2:]
        if before is None or now is None:
            return "—" if before is now or len(self.ranks) < 2 else "未列入" if now is None else "新列入"
        return f"↑{self.rise}" if self.rise > 0 else f"↓{-self.rise}" if self.rise else "持平"


def by_last_rank(ranked: Sequence[UnitRanks]) -> list[UnitRanks]:
    """As a league table of the last period; whoever is not ranked there stands last."""
    return sorted(ranked, key=lambda one: (one.last is None, one.last or 0))


def named_by_rank(ranked: Sequence[UnitRanks], room: int) -> dict[int, tuple[str, ...]]:
    """Last rank → lines of at most `room` px that name the units on it, tied ones together: 财政局↑2、民政局.

    As many are named as find room in three lines, and then how many they are.
    """
    tied: dict[int, list[str]] = {}
    for one in ranked:
        if one.last is not None:
            tied.setdefault(one.last, []).append(f"{one.unit}{one.change if one.rise else ''}")
    return {rank: _lines(names, room) for rank, names in tied.items()}


def _lines(names: Sequence[str], room: int) -> tuple[str, ...]:
    whole = _set(names, room)
    for most in range(len(names) - 1, 0, -1):
        if len(whole) <= MOST_LINES:
            break
        whole = _set([*names[: most - 1], f"{names[most - 1]}等{len(names)}家"], room)
    return whole


def _set(names: Sequence[str], room: int) -> tuple[str, ...]:
    """The names with 、 between them, a new line only between two names or in one longer than a line."""
    lines: list[str] = []
    for place, name in enumerate(names):
        word = name if place == len(names) - 1 else f"{name}、"
        if lines and frame.width(lines[-1] + word) <= room:
            lines[-1] += word
        else:
            lines.extend(frame.broken(word, room).split("\n"))
    return tuple(lines)

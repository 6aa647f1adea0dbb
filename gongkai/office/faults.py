"""What can be wrong with a pack, said with its file, its key, what was found and what was expected."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

Table = dict[str, Any]
"""A table as TOML reads it, before it is known to be right."""

Location = tuple[str | int, ...]
"""Keys and indexes that lead from the top of a file to a value."""

NAMING_KEYS = ("name", "key", "title", "period", "where", "wrong")
SHOWN_LENGTH = 40


@dataclass(frozen=True)
class PackFault:
    """One fault. `key` is the path in the file (columns[3].duties[0].units[1], counted from 0) or the line
    of a syntax fault; `of` names the entry it lies in; `found` and `expected` are the two halves of the
    message, either of which may be empty."""

    file: str
    key: str
    found: str
    expected: str = ""
    of: str = ""

    @property
    def message(self) -> str:
        return "，".join(part for part in (self.found, self.expected) if part)

    def __str__(self) -> str:
        entry = f"（{self.of}）" if self.of else ""
        return f"{self.file}: {self.key}{entry}{': ' if self.key else ''}{self.message}"


class PackError(ValueError):
    """A pack that cannot be read; `faults` holds every one of its faults."""

    def __init__(self, faults: Sequence[PackFault]) -> None:
        self.faults = tuple(faults)
        lines = "\n".join(f"  {fault}" for fault in self.faults)
        super().__init__(f"工作包有 {len(self.faults)} 处错误，未载入任何内容：\n{lines}")


def key_path(location: Location) -> str:
    """("columns", 3, "duties", 0) → columns[3].duties[0]."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
    return "".join(steps).removeprefix(".")


def entry_name(raw: Table, location: Location) -> str:
    """The name of the innermost named entry that the location leads through, "" for none."""
    names = [""]
    for entry in _entries(raw, location):
        names += [entry[key] for key in NAMING_KEYS if isinstance(entry.get(key), str)][:1]
    return str(names[-1])


def _entries(raw: Table, location: Location) -> Iterator[Table]:
    """The members of lists that the location leads through, outermost first."""
    value: Any = raw
    for step in location:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return
        if isinstance(step, int) and isinstance(value, dict):
            yield value


def shown(value: object) -> str:
    """A value as a fault quotes it, cut where it is long."""
    match value:
        case bool():
            return "true" if value else "false"
        case dict():
            return "一组键值 { … }"
        case list():
            return "列表 [ … ]"
        case str() if len(value) > SHOWN_LENGTH:
            return f"“{value[:SHOWN_LENGTH]}…”"
        case str():
            return f"“{value}”"
        case _:
            return str(value)[:SHOWN_LENGTH]


def suggestion(word: str, known: Sequence[str], otherwise: str = "") -> str:
    """是否应为“…” where one of the known words is near, else `otherwise`."""
    near = get_close_matches(word, known, n=1)
    return f"是否应为“{near[0]}”" if near else otherwise

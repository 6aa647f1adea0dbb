"""Where a key stands in a TOML text: items[3].rule → its line, so that a fault can be shown in its place.

Only for text that `tomllib` has read: nothing is checked here, the text is walked once and places are noted.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from gongkai.office.faults import Location, key_path

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE = re.compile(r"[A-Za-z0-9_\-]+")
_STRING = re.compile(r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'', re.DOTALL)
_SCALAR = re.compile(r"[^,\]}\n#]+")
_STEP = re.compile(r"[^.\[\]]+|\[\d+\]")
_LINE = re.compile(r"第 (\d+) 行")


def line_of(text: str, key: str) -> int:
    """The line, counted from 1, of a key as a fault names it (items[3].rule.points, or 第 5 行); of what it
    lies in where the key itself is missing; 1 where nothing of it is there."""
    if found := _LINE.fullmatch(key):
        return int(found[1])
    lines = _Walk(text).lines()
    steps = _STEP.findall(key)
    for length in range(len(steps), 0, -1):
        path = "".join(f".{step}" if step[0] != "[" else step for step in steps[:length]).lstrip(".")
        if path in lines:
            return lines[path]
    return 1


@dataclass
class _Walk:
    """One walk over a text; `at` is where it stands."""

    text: str
    at: int = 0
    found: dict[str, int] = field(default_factory=dict)
    blocks: dict[Location, int] = field(default_factory=lambda: defaultdict(int))

    def lines(self) -> dict[str, int]:
        """Path → line of every key and every member of a list."""
        table: Location = ()
        self._skip()
        while self.at < len(self.text):
            if self._next() == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip()
        return self.found

    def _next(self) -> str:
        return self.text[self.at : self.at + 1]

    def _skip(self) -> None:
        """Over space and remarks."""
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        if not match or match.end() == self.at:
            raise ValueError(f"no TOML at character {self.at}")
        self.at = match.end()
        return match[0]

    def _note(self, path: Location) -> None:
        line = self.text.count("\n", 0, self.at) + 1
        self.found.setdefault(key_path(path), line)

    def _header(self) -> Location:
        """[rules] or [[notices]]; each [[…]] of a name is the next member of its list."""
        double = self.text.startswith("[[", self.at)
        self.at += 2 if double else 1
        start, names = self.at, self._key()
        path = self._inside(names if not double else names[:-1])
        if double:
            place = (*path, names[-1])
            path = (*place, self.blocks[place])
            self.blocks[place] += 1
        self.at, end = start, self.at
        self._note(path)
        self.at = end + (2 if double else 1)
        return path

    def _inside(self, names: Location) -> Location:
        """The names with the member they mean where one of them is a list of [[blocks]]."""
        path: Location = ()
        for name in names:
            path = (*path, name)
            if path in self.blocks:
                path = (*path, self.blocks[path] - 1)
        return path

    def _key(self) -> Location:
        """A dotted key."""
        names: list[str] = []
        while True:
            self._skip()
            quoted = self._next() in "\"'"
            names.append(self._take(_STRING)[1:-1] if quoted else self._take(_BARE))
            self._skip()
            if self._next() != ".":
                return tuple(names)
            self.at += 1

    def _pair(self, table: Location) -> None:
        start = self.at
        path = (*table, *self._key())
        self.at, end = start, self.at
        self._note(path)
        self.at = end + 1  # the equals sign
        self._skip()
        self._value(path)

    def _value(self, path: Location) -> None:
        opening = self._next()
        if opening == "[":
            self._members(path)
        elif opening == "{":
            self._inline(path)
        elif opening in "\"'":
            self._take(_STRING)
        else:
            self._take(_SCALAR)

    def _members(self, path: Location) -> None:
        self.at += 1
        number = 0
        self._skip()
        while self._next() != "]":
            self._note((*path, number))
            self._value((*path, number))
            number += 1
            self._comma()
        self.at += 1

    def _inline(self, path: Location) -> None:
        self.at += 1
        self._skip()
        while self._next() != "}":
            self._pair(path)
            self._comma()
        self.at += 1

    def _comma(self) -> None:
        self._skip()
        if self._next() == ",":
            self.at += 1
            self._skip()

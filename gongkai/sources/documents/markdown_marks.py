"""The marks of a line of Markdown: what a reader sees between them, and where it stands.

Emphasis is marked more freely here than in CommonMark, which does not know that Chinese has no spaces between words,
and more carefully: stars that hide part of a number or of a name (138****5678, 张**) are no marks.
"""

import html
import re
from typing import NamedTuple

from gongkai.proofreading.personal.surnames import SINGLE

MARK = re.compile(
    r"\\[!-/:-@\[-`{-~]"
    r"|&(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|<!--[^<>]*-->|</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>"
    r"|!?\[|\]\([^()]*(?:\([^()]*\)[^()]*)*\)"
    r"|\*+|_+|~~|`+"
)
_BREAKS = re.compile(r"</?(?:br|p|div|li|tr|td|th|h[1-6])\b", re.IGNORECASE)
_LONGEST = 3
"""A longer run of stars or strokes hides a text, or is a line to write on."""
_PARTNERS: dict[str, tuple[str, ...]] = {"]": ("[", "!["), "[": (), "!": ()}
_DEEPEST = 50
"""Marks that wait for their partner at one time."""
_OPENING = frozenset("《“‘「『（【〔([<\"'*_`~!&\\")


class Stretch(NamedTuple):
    """Characters [start, end) of a line, read as `text`."""

    start: int
    end: int
    text: str


class Read(NamedTuple):
    """What a line shows, in order; the addresses it leads to; and the tags and remarks it does not show."""

    shown: list[Stretch]
    links: list[Stretch]
    hidden: list[Stretch]


def read(line: str) -> Read:
    """A line without its marks. Marks without a partner are letters like others."""
    links: list[Stretch] = []
    hidden: list[Stretch] = []
    dropped: list[Stretch] = []
    waiting: list[re.Match[str]] = []
    for mark in MARK.finditer(line):
        written, start, end = mark.group(), mark.start(), mark.end()
        if written[0] == "\\":
            dropped.append(Stretch(start, start + 1, ""))
        elif written[0] == "&":
            dropped.append(Stretch(start, end, html.unescape(written)))
        elif written[0] == "<":
            dropped.append(Stretch(start, end, "\n" if _BREAKS.match(written) else ""))
            if "=" in written or "--" in written:
                hidden.append(Stretch(start, end, written))
        elif first := _partner(line, mark, waiting):
            dropped += (Stretch(one.start(), one.end(), "") for one in (first, mark))
            if written[0] == "]":
                links.append(Stretch(start + 2, end - 1, written[2:-1]))
        elif written[0] != "]" and _opens(line, mark):
            waiting.append(mark)
    return Read(_between(line, sorted(dropped)), links, hidden)


def _partner(line: str, mark: re.Match[str], waiting: list[re.Match[str]]) -> re.Match[str] | None:
    """The mark that this one closes; those between the two wait no longer."""
    partners = _PARTNERS.get(mark.group()[:1], (mark.group(),))
    for place in range(len(waiting) - 1, max(len(waiting) - _DEEPEST, 0) - 1, -1):
        if waiting[place].group() in partners:
            if not _closes(line, mark):
                return None
            first = waiting[place]
            del waiting[place:]
            return first
    return None


def _opens(line: str, mark: re.Match[str]) -> bool:
    before, after = line[mark.start() - 1 : mark.start()], line[mark.end() : mark.end() + 1]
    if mark.group()[0] in "[!`":
        return True
    if len(mark.group()) > _LONGEST or not after or after.isspace():
        return False
    if not before.isalnum():
        return after.isalnum() or after in _OPENING
    return after.isalnum() and mark.group()[0] != "_" and not before.isascii() and before not in SINGLE


def _closes(line: str, mark: re.Match[str]) -> bool:
    before, after = line[mark.start() - 1 : mark.start()], line[mark.end() : mark.end() + 1]
    if mark.group()[0] in "]`":
        return True
    if before.isspace() or (mark.group()[0] == "_" and after.isalnum()):
        return False
    return not (before.isascii() and before.isalnum() and after.isascii() and after.isalnum())


def _between(line: str, dropped: list[Stretch]) -> list[Stretch]:
    shown, at = [], 0
    for mark in dropped:
        if mark.start > at:
            shown.append(Stretch(at, mark.start, line[at : mark.start]))
        if mark.text:
            shown.append(mark)
        at = mark.end
    if at < len(line):
        shown.append(Stretch(at, len(line), line[at:]))
    return shown

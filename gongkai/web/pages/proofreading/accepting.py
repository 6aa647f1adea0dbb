"""A suggestion is put into the text that was pasted. A file is never changed: its layout would have to be kept."""

from collections.abc import Sequence

from gongkai.proofreading.document import Document
from gongkai.proofreading.hits import Group, Hit, Level

ALL = "all"
"""Asks for every suggestion of an error at once; a doubt is accepted one by one."""


def replaceable(hit: Hit) -> bool:
    """Whether the suggestion can stand where the words are. Some only say what to do (应逐项列明材料名称), and
    a hint may be right as it is."""
    if hit.group is not Group.WORDING or hit.level is Level.HINT or not hit.suggestion:
        return False
    return f"“{hit.suggestion}”" in hit.reason or hit.suggestion not in hit.reason


def spot(hit: Hit) -> str:
    """Where a finding stands, as a button sends it."""
    return ":".join(map(str, hit.spans[0]))


def accept(text: str, document: Document, hits: Sequence[Hit], wanted: str) -> tuple[str, int]:
    """The text with the wanted suggestion, or all those of errors, and how many that were: none where the text is
    another one by now. `document` and `hits` are what was read and found in the text, a piece a line."""
    chosen = [
        hit
        for hit in hits
        if replaceable(hit) and (spot(hit) == wanted or (wanted == ALL and hit.level is Level.ERROR))
    ]
    lines = text.splitlines(keepends=True)
    places = [number for number, line in enumerate(lines) if line.strip()]
    for hit in sorted(chosen, key=lambda hit: hit.spans[0], reverse=True):
        piece, start, end = hit.spans[0]
        line = lines[places[piece]]
        lines[places[piece]] = line[:start] + hit.suggestion + line[end:]
    return "".join(lines), len(chosen)

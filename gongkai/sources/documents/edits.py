"""New texts of pieces → what changes in each string of the file, so that layout stays."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import NamedTuple

from gongkai.sources.documents.places import Fragment, Slot, Traced

_COMPARED = 5_000
"""Longer stretches between the first and the last change are replaced whole: comparing them would take long."""


Trail = Sequence[Traced] | Mapping[int, Traced]
"""Pieces by their place."""


class Change(NamedTuple):
    """Characters [start, end) become `text`."""

    start: int
    end: int
    text: str


def replace(traced: Trail, texts: Mapping[int, str]) -> None:
    """Write the new text of each named piece into the slots it stands in. Where two pieces share characters and
    want different ones, the piece that comes first has its way."""
    wanted: dict[int, list[Change]] = {}
    slots: dict[int, Slot] = {}
    for place, text in sorted(texts.items()):
        found = changes(traced[place].piece.text, text)
        for fragments in (traced[place].fragments, *traced[place].twins):
            for slot, change in _spread(fragments, found):
                slots[id(slot)] = slot
                wanted.setdefault(id(slot), []).append(change)
    for key, slot in slots.items():
        slot.write(changed(slot.read(), wanted[key]))


def changes(old: str, new: str) -> list[Change]:
    """What turns `old` into `new`, in order."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    old_middle, new_middle = old[head : len(old) - tail], new[head : len(new) - tail]
    if max(len(old_middle), len(new_middle)) > _COMPARED:
        return [Change(head, len(old) - tail, new_middle)]
    codes = SequenceMatcher(None, old_middle, new_middle, autojunk=False).get_opcodes()
    return [
        Change(head + first, head + last, new_middle[start:end])
        for what, first, last, start, end in codes
        if what != "equal"
    ]


def changed(text: str, wanted: Iterable[Change]) -> str:
    """`text` after the changes; one that overlaps an earlier one is left out. Thousands of cells that share a
    string all want the same."""
    taken: list[Change] = []
    for change in dict.fromkeys(wanted):
        if all(change.end <= other.start or other.end <= change.start for other in taken):
            taken.append(change)
    for start, end, new in sorted(taken, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    most = min(len(one), len(other))
    if one[:most] == other[:most]:
        return most
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low


def _spread(fragments: Sequence[Fragment], found: Iterable[Change]) -> Iterable[tuple[Slot, Change]]:
    """The changes of a piece's text as changes of its slots."""
    starts = [0, *accumulate(len(fragment.text) for fragment in fragments)]
    for start, end, text in found:
        yield from _one(fragments, starts, Change(start, end, text))


def _one(fragments: Sequence[Fragment], starts: list[int], change: Change) -> Iterable[tuple[Slot, Change]]:
    """Character by character where the length stays; else all of it goes into the first fragment it touches and
    is cut from the others."""
    same = len(change.text) == change.end - change.start
    given = False
    for fragment, begin in zip(fragments, starts, strict=False):
        end = begin + len(fragment.text)
        first, last = max(change.start, begin), min(change.end, end)
        inserts = change.start == change.end and begin <= change.start <= end and not given
        if first >= last and not inserts:
            continue
        rest = "" if given else change.text
        text = change.text[first - change.start : last - change.start] if same else rest
        given = True
        yield fragment.slot, _in_slot(fragment, first - begin, last - begin, text)


def _in_slot(fragment: Fragment, first: int, last: int, text: str) -> Change:
    if len(fragment.text) != fragment.end - fragment.start:  # white space read as one space
        text = fragment.text[:first] + text + fragment.text[last:]
        return Change(fragment.start, fragment.end, text)
    return Change(fragment.start + first, fragment.start + last, text)

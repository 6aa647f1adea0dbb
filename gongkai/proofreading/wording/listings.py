"""An enumeration in a clause beside the fixed one: its items in another order, one missing, one exchanged."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai.proofreading.wording.resemblance import ascending, resembles

ENOUGH = 4
"""So many items make a phrase of which a part is known by the others: of a short item half may be exchanged, one item
may be missing, short items may be told to stand in the wrong order."""

MANY = 5
"""So many make one of which even a part in another order is told."""

STRICT, HALF, LOOSE = 0.75, 0.5, 0.3
"""So much of an item must be right in a phrase of two items, of three, of more."""

SHORT = 2
"""Characters of items that are words of their own."""

Segment = tuple[int, int]


class Listing(NamedTuple):
    """What stands at [start, end) in place of a fixed enumeration; right if it is that; `instead` is what stands there
    for one of its items."""

    start: int
    end: int
    right: bool
    instead: str = ""


class Mark(NamedTuple):
    """Which item stands at [start, end) of the text, -1 for none; other words may stand before or behind it."""

    item: int
    start: int
    end: int
    opens: bool = False
    closes: bool = False


def compare(text: str, segments: Sequence[Segment], items: tuple[str, ...]) -> Iterator[Listing]:
    """The segments of a clause between its 、, and the items of a phrase. The first segment of an enumeration may
    begin and its last may end with other words. Nothing is told of a phrase of which only a part stands there."""
    run: list[Mark] = []
    for mark in (_mark(text, start, end, items) for start, end in segments):
        if mark.opens:
            yield from _judged(text, run, items)
            run = []
        run.append(mark)
        if mark.closes:
            yield from _judged(text, run, items)
            run = []
    yield from _judged(text, run, items)


def _mark(text: str, start: int, end: int, items: tuple[str, ...]) -> Mark:
    """The longest item that the segment is, ends with or begins with."""
    best = Mark(-1, start, end)
    for place, item in enumerate(items):
        length = len(item)
        if best.item >= 0 and length <= len(items[best.item]):
            continue
        if text.endswith(item, start, end):
            best = Mark(place, end - length, end, opens=end - start > length)
        elif text.startswith(item, start, end):
            best = Mark(place, start, start + length, closes=True)
    return best


def _judged(text: str, run: list[Mark], items: tuple[str, ...]) -> Iterator[Listing]:
    """Of a run of segments in which at most one item is missing."""
    places = [at for at, mark in enumerate(run) if mark.item >= 0]
    known = [run[at].item for at in places]
    if len(known) < max(1, len(items) - 1) or len(set(known)) < len(known):
        return
    strange = [at for at in range(places[0], places[-1]) if run[at].item < 0]
    whole = Listing(run[places[0]].start, run[places[-1]].end, False)
    if len(known) == len(items):
        if not strange and (ascending(known) or _ordered(items)):
            yield whole._replace(right=ascending(known))
        return
    (missing,) = set(range(len(items))) - set(known)
    if not ascending(known):
        if not strange and len(items) >= MANY:
            yield whole
    elif not strange and 0 < missing < len(items) - 1:
        if len(items) >= ENOUGH:
            yield whole
    else:
        yield from _exchanged(text, run, places, strange, missing, items)


def _ordered(items: tuple[str, ...]) -> bool:
    """Whether another order is wrong for sure: 有序、安全、畅通 may be said too."""
    return len(items) >= ENOUGH or (len(items) > 2 and max(map(len, items)) > SHORT)


def _exchanged(
    text: str, run: list[Mark], places: list[int], strange: list[int], missing: int, items: tuple[str, ...]
) -> Iterator[Listing]:
    """Where another word stands for the missing item: between the others, before them or behind them."""
    first, last, item = run[places[0]], run[places[-1]], items[missing]
    lengths = sorted(
        range(len(item) * 3 // 4, len(item) * 5 // 4 + 1), key=lambda length: abs(length - len(item))
    )
    if strange:
        spans = [run[strange[0]][1:3]] if strange == [places[0] + missing] else []
    elif missing == 0 and places[0] > 0:
        before = run[places[0] - 1]
        spans = [(max(before.start, before.end - length), before.end) for length in lengths]
    elif missing > 0 and places[-1] + 1 < len(run):
        behind = run[places[-1] + 1]
        spans = [(behind.start, min(behind.end, behind.start + length)) for length in lengths]
    else:
        return
    share = STRICT if len(items) == 2 else LOOSE if len(items) >= ENOUGH else HALF
    enough = len(items) >= ENOUGH or len(item) > SHORT
    for start, end in spans:
        if enough and resembles(text[start:end], item, share):
            yield Listing(min(first.start, start), max(last.end, end), False, text[start:end])
            return

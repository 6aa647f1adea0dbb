"""Numbers written to be read by people only: in figures of other forms (①③８, 𝟏𝟑𝟖), or from their end (U+202E)."""

import re
from collections.abc import Callable, Iterator

from gongkai.proofreading.hits import Found
from gongkai.proofreading.personal.characters import plain_figures
from gongkai.proofreading.personal.context import Context
from gongkai.proofreading.personal.cues import CUES
from gongkai.proofreading.personal.kinds import Kind
from gongkai.proofreading.personal.runs import LONG

Search = Callable[[Context], list[Found]]

_TO_ITS_END = re.compile("[^\n\u202c]{1,400}+")
REVERSED = "\u202e"
_AROUND = 60
"""Characters beside a figure of another form in which the number would lie that it belongs to."""
_OF_FIGURES = frozenset(
    (Kind.IDENTITY, Kind.MOBILE, Kind.LANDLINE, Kind.CARD, Kind.PASSPORT, Kind.PERMIT, Kind.PLATE, Kind.QQ)
)


def find(context: Context, search: Search) -> Iterator[Found]:
    """What `search` finds in the text as it is seen, at places of the text as it is written."""
    if not context.disguises:
        return
    clear = plain_figures(context.text)
    if any(_in_number(clear, place) for place in context.disguises):
        yield from _numbers(clear, context, search)
    turned = [
        _TO_ITS_END.match(context.text, place + 1)
        for place in context.disguises
        if context.text[place] == REVERSED
    ]
    spans = [each.span() for each in turned if each is not None]
    if spans:
        for hit in _numbers(_seen(clear, spans), context, search):
            yield _written(hit, spans)


def _in_number(clear: str, place: int) -> bool:
    near = LONG.finditer(clear, max(0, place - _AROUND), place + _AROUND)
    return any(number.start() <= place < number.end() for number in near)


def _numbers(seen: str, context: Context, search: Search) -> Iterator[Found]:
    hits = search(Context(seen, CUES.find(seen), context.allowed, context.today))
    return (hit for hit in hits if hit.kind in _OF_FIGURES)


def _seen(text: str, spans: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end in spans:
        if start >= at:
            parts += (text[at:start], text[start:end][::-1])
            at = end
    return "".join((*parts, text[at:]))


def _written(hit: Found, spans: list[tuple[int, int]]) -> Found:
    """A hit of the text as it is seen where it is written; one that is turned in part covers all that it touches."""
    first, last = hit.start, hit.end
    for start, end in spans:
        if start <= first and last <= end:
            return hit._replace(start=start + end - last, end=start + end - first)
        if first < end and start < last:
            return hit._replace(start=min(first, start), end=max(last, end))
    return hit

"""What stands above a table can make its rows public: people who are honoured, cars of an office."""

from collections.abc import Iterable

from gongkai.proofreading.hits import Found
from gongkai.proofreading.personal.kinds import Kind
from gongkai.proofreading.personal.people import HEADING, is_honoured
from gongkai.proofreading.personal.plates import is_of_an_office

_NUMBERS = frozenset((Kind.IDENTITY, Kind.MOBILE, Kind.CARD, Kind.ADDRESS))
_OF_HONOURED = frozenset((Kind.NAME, Kind.BIRTH, Kind.PROPERTY))


def private(text: str, start: int, hits: Iterable[Found]) -> list[Found]:
    """Of the hits in a table that begins at `start` those that what stands above it does not make public; a list with
    people's numbers honours nobody."""
    hits = list(hits)
    public = {Kind.PLATE} if is_of_an_office(text, start) else set()
    if is_honoured(text, max(0, start - HEADING), start) and not any(hit.kind in _NUMBERS for hit in hits):
        public |= _OF_HONOURED
    return [hit for hit in hits if hit.kind not in public] if public else hits

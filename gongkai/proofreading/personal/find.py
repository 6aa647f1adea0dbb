"""All recognisers over one text: a pass for the cues, a pass for the numbers, and a close look where either stops."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from gongkai.proofreading.automaton import Match
from gongkai.proofreading.hits import Found, Level
from gongkai.proofreading.personal import (
    addresses,
    beside,
    disguised,
    entries,
    headed,
    listing,
    numbers,
    people,
)
from gongkai.proofreading.personal.after_cues import after_cues
from gongkai.proofreading.personal.again import with_names_again
from gongkai.proofreading.personal.characters import bare
from gongkai.proofreading.personal.context import Context
from gongkai.proofreading.personal.cues import CUES
from gongkai.proofreading.personal.grids import Told
from gongkai.proofreading.personal.listing import Listing

_RANK = {Level.ERROR: 0, Level.DOUBT: 1, Level.HINT: 2}


def find(
    text: str,
    allowed: Collection[str] = (),
    *,
    today: date | None = None,
    matches: Sequence[Match] | None = None,
) -> list[Found]:
    """Personal data in `text`, in order, none overlapping another.

    `allowed`: phones, addresses and accounts that are public, however divided. `today`: nobody is born later.
    `matches`: those of `CUES` in this text, where they were found together with other words.
    """
    public = frozenset(bare(each) for each in allowed)
    context = Context(text, CUES.find(text) if matches is None else matches, public, today)
    hits = _all(context)
    if disguises := list(disguised.find(context, _all)):
        hits = apart([*hits, *disguises])
    if lists := list(listing.find(context)):
        rows = [
            hit for each in lists for hit in headed.private(text, each.start, _rows(each.told, public, today))
        ]
        hits = apart([*rows, *_outside(hits, lists)])
    hits = with_names_again(text, hits)
    if public:
        hits = [hit for hit in hits if bare(text[hit.start : hit.end]) not in public]
    return hits


def _rows(told: Told, public: frozenset[str], today: date | None) -> list[Found]:
    return told.back(_all(Context(told.text, CUES.find(told.text), public, today)))


def _outside(hits: Iterable[Found], lists: Sequence[Listing]) -> Iterator[Found]:
    """Those of the hits that touch no list; both are in order."""
    at = 0
    for hit in hits:
        while at < len(lists) and lists[at].end <= hit.start:
            at += 1
        if at == len(lists) or hit.end <= lists[at].start:
            yield hit


def _all(context: Context) -> list[Found]:
    counted = numbers.find(context)
    cued = list(after_cues(context, counted))
    listed = entries.names(context, counted)
    named = [*cued, *listed, *people.saluted(context.text), *beside.names(context, [*counted, *cued])]
    return apart(
        [
            *counted,
            *named,
            *addresses.find(context, cued, listed),
            *beside.facts(context, [*counted, *named], listed),
        ]
    )


def apart(hits: Iterable[Found]) -> list[Found]:
    """In order, without overlaps: the surer stays, of equals the longer."""
    kept: list[Found] = []
    for hit in sorted(hits):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif _weight(hit) < _weight(kept[-1]):
            kept[-1] = hit
    return kept


def _weight(hit: Found) -> tuple[int, int]:
    return _RANK[hit.level], hit.start - hit.end

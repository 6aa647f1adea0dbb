"""All of the cross-check over one document."""

from collections.abc import Iterable, Iterator, Sequence

from gongkai.proofreading.document import Document
from gongkai.proofreading.figures.annexes import checks as of_annexes
from gongkai.proofreading.figures.annexes.annex_numbers import AnnexNumbers
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.figures.lists import checks as of_lists
from gongkai.proofreading.figures.lists.headed_groups import HeadedGroups
from gongkai.proofreading.figures.lists.organ_names import OrganNames
from gongkai.proofreading.figures.reading.days import signed
from gongkai.proofreading.figures.reading.grid import Grid
from gongkai.proofreading.figures.reading.grids import grids
from gongkai.proofreading.figures.reading.passages import lines, passages
from gongkai.proofreading.figures.relations import checks as of_relations
from gongkai.proofreading.figures.sums import checks as of_sums
from gongkai.proofreading.figures.sums.same_named import SameNamed
from gongkai.proofreading.figures.tables import checks as of_tables
from gongkai.proofreading.figures.times import checks as of_times
from gongkai.proofreading.hits import Hit, Level, Span

YIELDING = (Kind.RANK, Kind.PARTS)
"""Kinds that say the least of a place of which others speak as well."""
SURENESS = {level: place for place, level in enumerate(Level)}


def find(document: Document) -> list[Hit]:
    """What does not agree in a document's sentences and tables (勾稽核对), in reading order.

    An error is arithmetic that cannot be right; a doubt is likely wrong; a hint is worth a look.
    """
    tables, taken = grids(document)
    found = [*of_tables.check(tables), *_of_narrative(document, tables, taken)]
    return sorted(_once(found), key=lambda hit: hit.spans[0])


def _of_narrative(document: Document, tables: Sequence[Grid], taken: frozenset[int]) -> Iterator[Hit]:
    """Passage by passage: what was read of one is forgotten before the next, so that memory stays bounded."""
    checks = [
        *of_sums.checks(),
        *of_relations.checks(),
        *of_lists.checks(),
        *of_times.checks(signed(lines(document, taken))),
        *of_annexes.checks([grid for grid in tables if grid.whole]),
    ]
    to_the_end = (AnnexNumbers(), HeadedGroups(), OrganNames(), SameNamed())
    for passage in passages(document, taken):
        for check in checks:
            yield from check(passage)
        for each in to_the_end:
            each.read(passage)
    for each in to_the_end:
        yield from each.check()


def _once(found: Iterable[Hit]) -> list[Hit]:
    """A place told of by two checks is told once, by the surer; a rank is not blamed for a wrong total."""
    kept: list[Hit] = []
    told: set[Span] = set()
    totals_wrong: set[Span] = set()
    for hit in sorted(found, key=lambda each: (SURENESS[each.level], each.kind in YIELDING)):
        if hit.spans[0] in told or (hit.kind == Kind.RANK and totals_wrong.intersection(hit.spans)):
            continue
        told.add(hit.spans[0])
        if hit.kind in (Kind.ROW_TOTAL, Kind.RELATION):
            totals_wrong.add(hit.spans[0])
        kept.append(hit)
    return kept

"""All of the cross-check over one document."""

from collections.abc import Iterable

from gongkai.proofreading.document import Document
from gongkai.proofreading.figures import (
    accounts,
    annex_counts,
    annex_rows,
    annex_totals,
    changes,
    dates,
    deadlines,
    duplicates,
    enumerations,
    headers,
    outcomes,
    parts,
    points,
    ranks,
    rates,
    repeats,
    row_sums,
    shares,
    standings,
    table_rates,
    terms_of_duty,
    totals,
    undeducted,
    unit_names,
)
from gongkai.proofreading.figures.grids import grids
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.figures.links import links
from gongkai.proofreading.figures.passages import passages
from gongkai.proofreading.hits import Hit, Level, Span

OF_TEXT = (
    parts,
    outcomes,
    rates,
    shares,
    changes,
    enumerations,
    dates,
    deadlines,
    repeats,
    terms_of_duty,
    points,
    standings,
)
OF_TABLES = (totals, row_sums, table_rates, ranks, duplicates, headers)
OF_BOTH = (accounts, undeducted, unit_names, annex_rows)
OF_LINKS = (annex_totals, annex_counts)
SURENESS = {level: place for place, level in enumerate(Level)}


def find(document: Document) -> list[Hit]:
    """What does not agree in a document's sentences and tables (勾稽核对), in reading order.

    An error is arithmetic that cannot be right; a doubt is likely wrong; a hint is worth a look.
    """
    tables, taken = grids(document)
    narrative = passages(document, taken)
    found = [hit for check in OF_TEXT for hit in check.check(narrative)]
    found += [hit for check in OF_TABLES for hit in check.check(tables)]
    found += [hit for check in OF_BOTH for hit in check.check(narrative, tables)]
    linked = list(links(narrative, tables))
    found += [hit for check in OF_LINKS for hit in check.check(linked)]
    return sorted(_once(found), key=lambda hit: hit.spans[0])


def _once(found: Iterable[Hit]) -> list[Hit]:
    """A place told of by two checks is told once, by the surer; a rank is not blamed for a wrong total."""
    kept: list[Hit] = []
    told: set[Span] = set()
    totals_wrong: set[Span] = set()
    for hit in sorted(found, key=lambda each: (SURENESS[each.level], each.kind == Kind.RANK)):
        if hit.spans[0] in told or (hit.kind == Kind.RANK and totals_wrong.intersection(hit.spans)):
            continue
        told.add(hit.spans[0])
        if hit.kind == Kind.ROW_TOTAL:
            totals_wrong.add(hit.spans[0])
        kept.append(hit)
    return kept

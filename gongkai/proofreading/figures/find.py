"""All of the cross-check over one document."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from gongkai.proofreading.document import Document
from gongkai.proofreading.figures import (
    allotments,
    capacities,
    changes,
    conversions,
    dates,
    deadlines,
    directions,
    duplicates,
    durations,
    enumerations,
    headers,
    instalments,
    magnitudes,
    mean_rows,
    month_days,
    month_spells,
    multiples,
    named_behind,
    namings,
    nested_rows,
    outcomes,
    overlaps,
    parts,
    plain_parts,
    points,
    products,
    ranks,
    rates,
    repeated_names,
    row_balances,
    row_products,
    row_sums,
    row_weights,
    savings,
    serials,
    share_lists,
    share_pairs,
    shares_together,
    spells,
    stages,
    standings,
    steps_ahead,
    table_changes,
    table_days,
    table_rates,
    tables_apart,
    targets,
    threshold_rows,
    totals,
    turned,
    unit_names,
    works,
)
from gongkai.proofreading.figures.accounts import Accounts
from gongkai.proofreading.figures.age_standards import AgeStandards
from gongkai.proofreading.figures.annex_amounts import AnnexAmounts
from gongkai.proofreading.figures.annex_counts import AnnexCounts
from gongkai.proofreading.figures.annex_kinds import AnnexKinds
from gongkai.proofreading.figures.annex_members import AnnexMembers
from gongkai.proofreading.figures.annex_numbers import AnnexNumbers
from gongkai.proofreading.figures.annex_rates import AnnexRates
from gongkai.proofreading.figures.annex_rows import Units
from gongkai.proofreading.figures.annex_totals import AnnexTotals
from gongkai.proofreading.figures.averages import Averages
from gongkai.proofreading.figures.balances import Balances
from gongkai.proofreading.figures.bands import Bands
from gongkai.proofreading.figures.beyond_wholes import BeyondWholes
from gongkai.proofreading.figures.crossings import settled
from gongkai.proofreading.figures.cumulative import Cumulative
from gongkai.proofreading.figures.days import signed
from gongkai.proofreading.figures.grid import Grid
from gongkai.proofreading.figures.grids import grids
from gongkai.proofreading.figures.headed_groups import HeadedGroups
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.figures.leading_rows import LeadingRows
from gongkai.proofreading.figures.links import Links
from gongkai.proofreading.figures.lists import Lists
from gongkai.proofreading.figures.named_apart import NamedApart
from gongkai.proofreading.figures.ordinal_groups import OrdinalGroups
from gongkai.proofreading.figures.organ_names import OrganNames
from gongkai.proofreading.figures.passage import Passage
from gongkai.proofreading.figures.passages import lines, passages
from gongkai.proofreading.figures.percent_amounts import PercentAmounts
from gongkai.proofreading.figures.products_apart import ProductsApart
from gongkai.proofreading.figures.rates_apart import RatesApart
from gongkai.proofreading.figures.remainders import Remainders
from gongkai.proofreading.figures.repeats import Repeats
from gongkai.proofreading.figures.respectively import Respectively
from gongkai.proofreading.figures.shares import Shares
from gongkai.proofreading.figures.table_means import TableMeans
from gongkai.proofreading.figures.table_multiples import TableMultiples
from gongkai.proofreading.figures.terms_of_duty import Terms
from gongkai.proofreading.figures.title_periods import TitlePeriods
from gongkai.proofreading.figures.told_again import ToldAgain
from gongkai.proofreading.figures.told_rows import ToldRows
from gongkai.proofreading.figures.undeducted import Deductions
from gongkai.proofreading.figures.zero_rows import ZeroRows
from gongkai.proofreading.hits import Hit, Level, Span

OF_TEXT = (
    parts,
    plain_parts,
    outcomes,
    rates,
    targets,
    share_lists,
    share_pairs,
    shares_together,
    products,
    capacities,
    allotments,
    conversions,
    instalments,
    changes,
    steps_ahead,
    directions,
    multiples,
    savings,
    works,
    spells,
    month_spells,
    stages,
    overlaps,
    magnitudes,
    enumerations,
    namings,
    named_behind,
    points,
    repeated_names,
    standings,
)
OF_DAYS = (dates, deadlines, durations, month_days)
OF_SUMS = (totals, row_sums, row_balances, row_products, row_weights, table_rates, table_changes)
OF_TABLES = (
    nested_rows,
    mean_rows,
    ranks,
    serials,
    table_days,
    duplicates,
    headers,
    unit_names,
    tables_apart,
    turned,
)
SURENESS = {level: place for place, level in enumerate(Level)}
Check = Callable[[Passage], Iterable[Hit]]


def find(document: Document) -> list[Hit]:
    """What does not agree in a document's sentences and tables (勾稽核对), in reading order.

    An error is arithmetic that cannot be right; a doubt is likely wrong; a hint is worth a look.
    """
    tables, taken = grids(document)
    found = [hit for grid in tables for hit in settled(grid, [each.check for each in OF_SUMS])]
    found += [hit for check in OF_TABLES for hit in check.check(tables)]
    found += _of_narrative(document, tables, taken)
    return sorted(_once(found), key=lambda hit: hit.spans[0])


def _of_narrative(document: Document, tables: Sequence[Grid], taken: frozenset[int]) -> Iterator[Hit]:
    """Passage by passage: what was read of one is forgotten before the next, so that memory stays bounded."""
    whole = [grid for grid in tables if grid.whole]
    checks = _checks(document, whole, taken)
    links, kept = Links(whole), (AnnexNumbers(), HeadedGroups(), OrganNames())
    of_links = (
        AnnexTotals(),
        AnnexCounts(),
        AnnexAmounts(),
        AnnexKinds(),
        AnnexRates(),
        threshold_rows,
    )
    for passage in passages(document, taken):
        for check in checks:
            yield from check(passage)
        for link in links.of(passage):
            for each in of_links:
                yield from each.check(link)
        for one in kept:
            one.read(passage)
    for one in kept:
        yield from one.check()


def _checks(document: Document, tables: Sequence[Grid], taken: frozenset[int]) -> list[Check]:
    notice = signed(lines(document, taken))
    held = (
        Balances(),
        BeyondWholes(),
        Cumulative(),
        ProductsApart(),
        Lists(),
        NamedApart(),
        OrdinalGroups(),
        RatesApart(),
        Shares(),
        Averages(),
        PercentAmounts(),
        Remainders(),
        Repeats(),
        Terms(),
        TitlePeriods(),
        ToldAgain(),
        Accounts(tables),
        Deductions(tables),
        Units(tables),
        AgeStandards(tables),
        ZeroRows(tables),
        LeadingRows(tables),
        AnnexMembers(tables),
        Respectively(tables),
        Bands(tables),
        TableMeans(tables),
        TableMultiples(tables),
        ToldRows(tables),
    )
    return [
        *(each.check for each in OF_TEXT),
        *(partial(each.check, notice=notice) for each in OF_DAYS),
        *(each.check for each in held),
    ]


def _once(found: Iterable[Hit]) -> list[Hit]:
    """A place told of by two checks is told once, by the surer; a rank is not blamed for a wrong total."""
    kept: list[Hit] = []
    told: set[Span] = set()
    totals_wrong: set[Span] = set()
    for hit in sorted(found, key=lambda each: (SURENESS[each.level], each.kind == Kind.RANK)):
        if hit.spans[0] in told or (hit.kind == Kind.RANK and totals_wrong.intersection(hit.spans)):
            continue
        told.add(hit.spans[0])
        if hit.kind in (Kind.ROW_TOTAL, Kind.RELATION):
            totals_wrong.add(hit.spans[0])
        kept.append(hit)
    return kept

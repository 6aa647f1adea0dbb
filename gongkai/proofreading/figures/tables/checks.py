"""The checks of tables."""

from collections.abc import Iterator, Sequence

from gongkai.proofreading.figures.reading.grid import Grid
from gongkai.proofreading.figures.tables import (
    columns_beyond,
    duplicates,
    headers,
    mean_rows,
    nested_rows,
    ranks,
    repeated_codes,
    row_balances,
    row_constants,
    row_products,
    row_ratios,
    row_sums,
    row_weights,
    serials,
    table_changes,
    table_days,
    table_rates,
    tables_apart,
    totals,
    turned,
    unit_names,
    verdicts,
)
from gongkai.proofreading.figures.tables.crossings import settled
from gongkai.proofreading.hits import Hit

OF_SUMS = (totals, row_sums, row_balances, row_products, row_weights, table_rates, table_changes)
OF_ALL = (
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
    row_constants,
    repeated_codes,
    columns_beyond,
    row_ratios,
    verdicts,
)


def check(tables: Sequence[Grid]) -> Iterator[Hit]:
    """What does not agree within tables, and between them."""
    for grid in tables:
        yield from settled(grid, [each.check for each in OF_SUMS])
    for each in OF_ALL:
        yield from each.check(tables)

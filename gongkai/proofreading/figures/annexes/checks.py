"""The checks of the narrative against the tables."""

from collections.abc import Iterator, Sequence

from gongkai.proofreading.figures.annexes import threshold_rows
from gongkai.proofreading.figures.annexes.account_names import AccountNames
from gongkai.proofreading.figures.annexes.accounts import Accounts
from gongkai.proofreading.figures.annexes.age_standards import AgeStandards
from gongkai.proofreading.figures.annexes.all_rows import AllRows
from gongkai.proofreading.figures.annexes.annex_counts import AnnexCounts
from gongkai.proofreading.figures.annexes.annex_kinds import AnnexKinds
from gongkai.proofreading.figures.annexes.annex_members import AnnexMembers
from gongkai.proofreading.figures.annexes.annex_totals import AnnexTotals
from gongkai.proofreading.figures.annexes.bands import Bands
from gongkai.proofreading.figures.annexes.leading_rows import LeadingRows
from gongkai.proofreading.figures.annexes.links import Links
from gongkai.proofreading.figures.annexes.near_cells import NearCells
from gongkai.proofreading.figures.annexes.row_changes import RowChanges
from gongkai.proofreading.figures.annexes.table_means import TableMeans
from gongkai.proofreading.figures.annexes.table_multiples import TableMultiples
from gongkai.proofreading.figures.annexes.told_ranks import ToldRanks
from gongkai.proofreading.figures.annexes.told_rows import ToldRows
from gongkai.proofreading.figures.annexes.undeducted import Deductions
from gongkai.proofreading.figures.annexes.zero_rows import ZeroRows
from gongkai.proofreading.figures.check import Check
from gongkai.proofreading.figures.reading.grid import Grid
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit

HOLDING = (
    Accounts,
    AccountNames,
    Deductions,
    ToldRanks,
    AgeStandards,
    ZeroRows,
    LeadingRows,
    AnnexMembers,
    Bands,
    TableMeans,
    TableMultiples,
    ToldRows,
    NearCells,
    AllRows,
    RowChanges,
)


def checks(tables: Sequence[Grid]) -> list[Check]:
    """All of them, for one document with its tables."""
    return [*(each(tables).check for each in HOLDING), _Linked(tables).check]


class _Linked:
    """Passages with the tables that they speak of."""

    def __init__(self, tables: Sequence[Grid]) -> None:
        self._links = Links(tables)
        self._checks = (
            AnnexTotals(),
            AnnexCounts(),
            AnnexKinds(),
            threshold_rows,
        )

    def check(self, passage: Passage) -> Iterator[Hit]:
        for link in self._links.of(passage):
            for each in self._checks:
                yield from each.check(link)

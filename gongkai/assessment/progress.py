"""How far the duties of a running period are done, from the counts known today.

What is due is what the whole period asks for: measures judge what was done, this only shows how far it is.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gongkai.assessment import registers
from gongkai.assessment.warnings.counts import Counts, DayCount
from gongkai.measures.registers import WindowRow
from gongkai.office.pack import Office
from gongkai.terms import Period


class Done(NamedTuple):
    """`done` of `due` duties of a unit in one kind of facts: items up to the quota, windows met, cases closed."""

    kind: str
    unit: str
    done: int
    due: int


class CaseCount(NamedTuple):
    """Messages or orders (`kind`) of a unit: handled without the withdrawn, and how many of them are closed."""

    kind: str
    unit: str
    handled: int
    closed: int


def progress(
    office: Office, period: Period, counts: Iterable[DayCount], cases: Iterable[CaseCount] = ()
) -> tuple[Done, ...]:
    """Every unit with something due, kind by kind in register order."""
    known = Counts(counts, period, period.end)
    found = (
        *_submissions(office, period, known),
        *_columns(office, period, known),
        *(Done(one.kind, one.unit, one.closed, one.handled) for one in cases),
        *_posts(office, period, known),
    )
    return tuple(one for one in found if one.due)


def _submissions(office: Office, period: Period, counts: Counts) -> Iterator[Done]:
    rules = office.rules.submissions
    quota = registers.submission_quota(rules.quota, period) if rules else 0
    for unit in office.units:
        if unit.ranked:
            sent = sum(one.tally.quantity for one in counts.of("submissions", unit.name))
            yield Done("submissions", unit.name, min(sent, quota), quota)


def _columns(office: Office, period: Period, counts: Counts) -> Iterator[Done]:
    met: dict[str, list[bool]] = {unit.name: [] for unit in office.units}
    for row in registers.column_windows(office, period):
        met.setdefault(row.unit, []).append(_inside(row, counts) >= row.least)
    return (Done("columns", unit, sum(windows), len(windows)) for unit, windows in met.items())


def _inside(row: WindowRow, counts: Counts) -> int:
    return sum(
        tally.quantity
        for tally, earliest, latest in counts.of("columns", row.unit, row.column)
        if row.start <= earliest and latest <= row.end
    )


def _posts(office: Office, period: Period, counts: Counts) -> Iterator[Done]:
    calendar = registers.calendar(office)
    done: dict[str, tuple[int, int]] = {}
    for account in office.accounts:
        quota = registers.account_quota(office, account, period, calendar) or 0
        made = sum(one.tally.original for one in counts.of("posts", "", account.key))
        before = done.get(account.unit, (0, 0))
        done[account.unit] = before[0] + min(made, quota), before[1] + quota
    return (Done("posts", unit, *parts) for unit, parts in done.items())

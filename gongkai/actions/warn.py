"""Warn: what is late, due and coming today, and how far the period is, found once for everybody who asks.

Nothing is decided here and nothing goes on record: whoever asks first after an import, a change of a register
or midnight waits while it is found again (about a third of a second with a hundred thousand facts).
"""

import hashlib
from datetime import date
from functools import lru_cache

from gongkai.assessment.progress import progress
from gongkai.assessment.warnings.warn import warn
from gongkai.office import pack
from gongkai.records import imported, packs, standings
from gongkai.records.models import Office
from gongkai.records.standings import Known
from gongkai.terms import Frequency, Period

KEPT = 16
NOTHING = Known((), ())


def run(row: Office, period: Period, *, today: date) -> Known:
    """How the period stands on `today`. Only a period that has begun is looked at; one that is over is not
    warned of."""
    if today < period.start:
        return NOTHING
    imports = imported.into(row, period.code)
    said = f"{today}/{imports.digest}/{packs.current(row).digest}"
    return _known(row.pk, period, today, hashlib.sha256(said.encode()).hexdigest())


@lru_cache(maxsize=KEPT)
def _known(number: int, period: Period, today: date, basis: str) -> Known:
    """From the memory of this process, else as kept by another, else found now."""
    row = Office.objects.get(pk=number)
    if kept := standings.read(row, period, basis):
        return kept
    known = _found(row, packs.current(row).office, period, today)
    standings.keep(row, period, today, basis, known)
    return known


def _found(row: Office, office: pack.Office, period: Period, today: date) -> Known:
    one_at_a_time = Frequency.parse(office.rules.posting).count == 1
    counts = list(standings.counts(row, period, today, by_day=not one_at_a_time))
    cases = standings.open_cases(row, period)
    return Known(
        warn(office, period, today, counts, cases),
        progress(office, period, counts, standings.case_counts(row, period)),
    )

"""Every early warning of an office's running period: warn first, blame later."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from gongkai.assessment.warnings import accounts, cases, columns, submissions
from gongkai.assessment.warnings.counts import Counts, DayCount, OpenCase
from gongkai.assessment.warnings.unread import told_apart
from gongkai.assessment.warnings.warning import USUAL, EarlyWarning, Scene, State, Thresholds
from gongkai.measures.facts import FACTS
from gongkai.office.pack import Office
from gongkai.terms import Period

OWED: dict[str, Callable[[Scene, Counts], Iterator[EarlyWarning]]] = {
    "submissions": submissions.warnings,
    "columns": columns.warnings,
    "posts": accounts.warnings,
}
"""Kind of facts that a unit owes → who warns of it."""

URGENCY = {state: place for place, state in enumerate(State)}
KINDS = {kind: place for place, kind in enumerate(FACTS)}


def warn(
    office: Office,
    period: Period,
    today: date,
    counts: Iterable[DayCount],
    open_cases: Iterable[OpenCase] = (),
    thresholds: Thresholds = USUAL,
) -> tuple[EarlyWarning, ...]:
    """What is late, due and coming on `today`, most urgent first; nothing outside the period, which is then
    judged, not warned of.

    `counts` and `open_cases` are those of the whole office: that a unit or a month is missing among them tells
    a duty nobody spoke of from one that was not met. What is dated after `today` is not known yet.
    """
    if today not in period:
        return ()
    scene = Scene(office, period, today, thresholds)
    known = Counts(counts, period, today)
    found = [one for kind, ask in OWED.items() for one in told_apart(scene, kind, ask(scene, known), known)]
    found.extend(cases.warnings(scene, open_cases))
    return tuple(sorted(found, key=lambda one: _place(office, one)))


def _place(office: Office, one: EarlyWarning) -> tuple[int, date, int, int, str, str]:
    unit = office.unit_order.get(one.unit, -1)
    return URGENCY[one.state], one.due, unit, KINDS[one.kind], one.subject, one.window

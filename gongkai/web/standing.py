"""How the period stands today, for a page: found once a request, narrowed to the unit one may see."""

from collections import Counter
from collections.abc import Iterable

from gongkai.actions import warn
from gongkai.assessment.progress import Done
from gongkai.assessment.warnings.warning import EarlyWarning, State
from gongkai.records.standings import Known
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest

MARKS = {State.LATE: "late", State.DUE: "due", State.COMING: "muted", State.UNREAD: "ask"}
"""How each state is marked, beside its word."""


def of(request: OfficeRequest) -> Known:
    """The warnings and the progress of the period, of the whole office."""
    known: Known | None = getattr(request, "standing", None)
    if known is None:
        known = warn.run(request.office, request.period, today=acting.today())
        request.standing = known  # type: ignore[attr-defined]
    return known


def warnings(request: OfficeRequest, unit: str = "") -> tuple[EarlyWarning, ...]:
    """The warnings of one unit, or of all; what nobody at all handed in is told to everybody."""
    wanted = unit or request.own_unit
    return tuple(one for one in of(request).warnings if not wanted or one.unit in ("", wanted))


def progress(request: OfficeRequest, unit: str = "") -> tuple[Done, ...]:
    """How far the duties of one unit, or of all, are done."""
    wanted = unit or request.own_unit
    return tuple(one for one in of(request).progress if not wanted or one.unit == wanted)


def by_unit(warnings: Iterable[EarlyWarning]) -> dict[str, Counter[State]]:
    """Unit → how many warnings of each state, the unit with the most urgent ones first."""
    found: dict[str, Counter[State]] = {}
    for one in warnings:
        found.setdefault(one.unit, Counter())[one.state] += 1
    ordered = sorted(found.items(), key=lambda pair: [-pair[1][state] for state in State])
    return dict(ordered)

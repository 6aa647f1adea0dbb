"""How the period stands today, for a page: found once a request, narrowed to the unit one may see."""

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
    known, wanted = of(request), unit or request.own_unit
    if not wanted:
        return known.warnings
    if "" not in known.by_unit:
        return known.by_unit.get(wanted, ())
    return tuple(one for one in known.warnings if one.unit in ("", wanted))


def progress(request: OfficeRequest, unit: str = "") -> tuple[Done, ...]:
    """How far the duties of one unit, or of all, are done."""
    wanted = unit or request.own_unit
    return tuple(one for one in of(request).progress if not wanted or one.unit == wanted)

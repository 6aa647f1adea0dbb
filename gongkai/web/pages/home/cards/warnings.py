"""Early warnings: a unit's own by urgency, the office's by unit."""

from collections.abc import Collection, Mapping, Sequence

from django.urls import reverse

from gongkai.assessment.warnings.warning import EarlyWarning, State
from gongkai.measures.facts import KIND_LABELS
from gongkai.web import standing
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.home import addresses
from gongkai.web.pages.home.cards.card import LINES, Card, Line, Link, Place, Table
from gongkai.workflows.rights import Action, can

UNITS = 10
"""Units on the card: those with the most urgent warnings."""
EVERYBODY = "所有单位"
NOT_IN_YET = (
    "各单位的{}数据都还没有导入，任务完成情况暂不能判断，不算本单位逾期；本单位已经报送的，不必再报。"
)


def card(request: OfficeRequest) -> Card | None:
    """What is about to be missed in the period, while it runs."""
    if not can(request.actor, Action.FACTS_SEE):
        return None
    found = standing.warnings(request)
    if not found:
        return None
    return _of_unit(request, found) if request.own_unit else _of_office(request, found)


def _of_unit(request: OfficeRequest, found: Sequence[EarlyWarning]) -> Card:
    """What nobody at all handed in is no task of the unit's: it is said beside, and never counted."""
    place = request.office.key, request.period
    silent = dict.fromkeys(KIND_LABELS[one.kind] for one in found if not one.unit)
    found = [one for one in found if one.unit]
    return Card(
        Place.MINE if found else Place.STANDING,
        "逾期和快到期的任务" if found else "待报数据",
        "bell-ringing",
        lines=tuple(
            Line(one.text, addresses.why(*place, one._asdict()), one.state.value, standing.MARKS[one.state])
            for one in found[:LINES]
        ),
        count=len(found) or None,
        links=(Link("全部预警", addresses.warnings(*place)),),
        note=NOT_IN_YET.format("、".join(silent)) if silent else "",
        wide=True,
        dialogs=True,
    )


def _of_office(request: OfficeRequest, found: Sequence[EarlyWarning]) -> Card:
    counted = standing.of(request).states
    heads = ("单位", *(state.value for state in State))
    rows = tuple(_row(request, unit, counts) for unit, counts in list(counted.items())[:UNITS])
    left_out = len(counted) - len(rows)
    more = f"另有{left_out}家单位有预警，见全部预警。" if left_out else ""
    return Card(
        Place.STANDING,
        "预警",
        "bell-ringing",
        count=len(found),
        links=(Link("全部预警", addresses.warnings(request.office.key, request.period)),),
        note=f"{_summed(counted.values())}。{more}",
        table=Table("各单位的预警数", heads, rows),
    )


def _summed(counted: Collection[Mapping[State, int]]) -> str:
    """已逾期3项，即将到期12项."""
    states = {state: sum(counts[state] for counts in counted) for state in State}
    return "，".join(f"{state.value}{number}项" for state, number in states.items() if number)


def _row(request: OfficeRequest, unit: str, counts: Mapping[State, int]) -> tuple[Line, ...]:
    place = {"office": request.office.key, "period": request.period}
    href = reverse("unit", kwargs={**place, "unit": unit}) if unit else ""
    cells = (Line(str(counts[state]) if counts[state] else "", mark=_mark(state, counts)) for state in State)
    return Line(unit or EVERYBODY, href), *cells


def _mark(state: State, counts: Mapping[State, int]) -> str:
    return standing.MARKS[state] if counts[state] and state in (State.LATE, State.DUE) else ""

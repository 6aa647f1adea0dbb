"""Every early warning of the period, to be filtered, sorted and exported."""

from django.http import HttpResponse
from django.shortcuts import render

from gongkai.assessment.warnings.warning import State
from gongkai.measures.facts import KIND_LABELS
from gongkai.web import acting, exports, standing
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.listing import Cell, Column, Filter, Row, listing, wants_export
from gongkai.web.pages.home import addresses
from gongkai.workflows.rights import Action, can, check_can

URGENCY = {state: place for place, state in enumerate(State)}


@page(Action.FACTS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """The list, most urgent first."""
    found = standing.warnings(request)
    units = dict.fromkeys(one.unit for one in found if one.unit)
    kinds = dict.fromkeys(one.kind for one in found)
    shown = listing(
        request,
        [{**one._asdict(), "urgency": URGENCY[one.state]} for one in found],
        _columns(request),
        filters=(
            Filter("state", "紧急程度", [(state.value, state.value) for state in State]),
            Filter("kind", "业务", [(kind, KIND_LABELS[kind]) for kind in kinds]),
            *(() if request.own_unit else (Filter("unit", "单位", [(name, name) for name in units]),)),
        ),
        search=("unit", "text"),
    )
    if wants_export(request):
        check_can(request.actor, Action.FACTS_EXPORT)
        return exports.workbook(shown, f"{request.period.label}预警（{acting.today()}）")
    running = acting.today() in request.period
    may_export = can(request.actor, Action.FACTS_EXPORT)
    context = {"listing": shown, "may_export": may_export, "running": running, "today": acting.today()}
    return render(request, "home/warnings.html", context)


def _state(row: Row) -> Cell:
    return Cell(row["state"].value, mark=standing.MARKS[row["state"]])


def _unit(row: Row) -> Cell:
    return Cell(row["unit"] or "所有单位")


def _due(row: Row) -> Cell:
    """A day that may still move says so."""
    if row["provisional"]:
        return Cell(f"{row['due']}（暂定）", title="途中有年份的放假安排尚未公布，期限暂按周末推算")
    return Cell(row["due"])


def _columns(request: OfficeRequest) -> tuple[Column, ...]:
    def text(row: Row) -> Cell:
        why = addresses.why(request.office.key, request.period, row)
        return Cell(row["text"], why, dialog=True)

    return (
        Column("urgency", "紧急程度", cell=_state),
        *(() if request.own_unit else (Column("unit", "单位", cell=_unit),)),
        Column("kind", "业务", cell=lambda row: Cell(KIND_LABELS[row["kind"]])),
        Column("text", "事项", cell=text, sortable=False),
        Column("due", "期限", "date", cell=_due),
        Column("working_days_left", "剩余工作日", "number"),
    )

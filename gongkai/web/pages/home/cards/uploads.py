"""Files on their way in: what was asked about them, what waits to be written."""

from django.urls import reverse

from gongkai.records.models import Upload
from gongkai.terms import Period
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.home.cards.card import LINES, Card, Line, Link, place_of
from gongkai.workflows.imports import MACHINE, State
from gongkai.workflows.rights import Action, can

WAITING = [state.value for state in State if state not in MACHINE.ends and state is not State.WRITTEN]
MARKS = {State.ASKING: "due", State.READY: "due"}


def card(request: OfficeRequest) -> Card | None:
    """The office's files that are neither written nor given up, of every period."""
    if not can(request.actor, Action.IMPORTS_SEE):
        return None
    rows = Upload.objects.filter(office=request.office, state__in=WAITING).order_by("-pk")
    found = list(rows.values("pk", "period", "state", "file__name", "uploaded_by__name"))
    if not found:
        return None
    writes = can(request.actor, Action.IMPORTS_WRITE)
    return Card(
        place_of(request, mine=writes),
        "没有办完的文件",
        "table-import",
        lines=tuple(
            Line(
                row["file__name"],
                reverse("upload", args=[request.office.key, row["period"], row["pk"]]),
                State(row["state"]).label,
                MARKS.get(State(row["state"]), "muted"),
                f"{Period.parse(row['period']).label} · {row['uploaded_by__name']}",
            )
            for row in found[:LINES]
        ),
        count=len(found),
        links=(Link("全部导入", reverse("imports", args=[request.office.key, request.period])),),
    )

"""The notice of the period: which draft, in which review, and who must act now."""

from collections.abc import Set

from django.urls import reverse

from gongkai.records import assessments
from gongkai.records.models import NoticeVersion
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.home.cards.card import Card, Line, Link, place_of
from gongkai.workflows.assessments import State as Course
from gongkai.workflows.reviews import MACHINE, REVIEWS, Event, State
from gongkai.workflows.rights import GRANTS, Action, can
from gongkai.workflows.roles import Role, in_words

FORWARD = {*REVIEWS, Event.ISSUE}
"""The steps that lead to issuing: whose turn it is."""


def card(request: OfficeRequest) -> Card | None:
    """The newest draft of the period that is not issued yet."""
    if not can(request.actor, Action.NOTICES_SEE_DRAFTS):
        return None
    rows = NoticeVersion.objects.filter(office=request.office, period=request.period.code)
    version = rows.order_by("number").values("number", "state").last()
    if version is None:
        return _to_begin(request)
    if version["state"] == State.ISSUED:
        return None
    state = State(version["state"])
    event, roles = _turn(state)
    mine = bool(roles & request.actor.roles)
    link = reverse("notice_version", args=[request.office.key, request.period, version["number"]])
    note = f"下一步：{event}" if mine else f"等待{in_words(roles, '或')}{event}"
    told = f"{request.period.label}通报第{version['number']}稿"
    return Card(
        place_of(request, mine=mine),
        "通报稿",
        "report",
        lines=(Line(told, link, state.label, "due" if mine else "muted", note),),
        links=(Link("打开通报", link),),
    )


def _to_begin(request: OfficeRequest) -> Card | None:
    """Once the result is published there is a notice to be drafted."""
    seen = assessments.seen(request.office, request.period.code, request.actor.roles)
    if seen is None or seen.state is not Course.PUBLISHED or not can(request.actor, Action.NOTICES_EDIT):
        return None
    link = reverse("notice_edit", args=[request.office.key, request.period])
    line = Line(f"{request.period.label}通报", link, "待起草", "due", "考核结果已经发布，可以起草通报")
    return Card(place_of(request, mine=True), "通报稿", "report", (line,), links=(Link("起草通报", link),))


def _turn(state: State) -> tuple[str, Set[Role]]:
    """What is done next and by whom; what was sent back is written anew."""
    for move in MACHINE.transitions:
        if move.source is state and move.event in FORWARD:
            return move.event.label, move.by
    return Event.EDIT.label, GRANTS[Action.NOTICES_EDIT]

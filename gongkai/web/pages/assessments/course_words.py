"""Where a period's assessment stands, in words for the office and for a unit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from gongkai.actions import object as objecting
from gongkai.actions import publish
from gongkai.actions.object import ObjectionError
from gongkai.records import assessments
from gongkai.records.assessments import Seen
from gongkai.terms import chinese_date
from gongkai.web import acting, presenters
from gongkai.web.gate import OfficeRequest
from gongkai.workflows.assessments import MACHINE, Event, State, check_can_publish
from gongkai.workflows.rights import Action, Forbidden, check_can
from gongkai.workflows.states import WrongMove

Refusal = (Forbidden, ObjectionError, WrongMove)


@dataclass(frozen=True)
class Step:
    """A step of the course: done, the one at hand, or still to come; `note` says when and by whom."""

    label: str
    note: str
    state: str


@dataclass(frozen=True)
class OfUnit:
    """What a unit may do with its result, and why not where it may not; `confirmed` says who had no objection."""

    until: str
    why_not_object: str
    why_not_confirm: str
    confirmed: str

    @property
    def may_object(self) -> bool:
        return not self.why_not_object


def of_unit(request: OfficeRequest, seen: Seen, unit: str) -> OfUnit:
    """The state of the result for a page about `unit`."""
    until = seen.publication.objections_until if seen.publication else None
    said = assessments.confirmations(seen.row).get(unit)
    return OfUnit(
        until=chinese_date(until) if until and seen.state is State.SHOWN else "",
        why_not_object=_why_not(
            lambda: objecting.check_can_make(seen.publication, unit, actor=request.actor, at=acting.now())
        ),
        why_not_confirm=_why_not(lambda: check_can(request.actor, Action.ASSESSMENTS_CONFIRM, unit)),
        confirmed=f"{presenters.person_name(said.by)}于{_moment(said.at)}确认无异议" if said else "",
    )


def why_not_run(request: OfficeRequest, seen: Seen | None, imports: int) -> str:
    """Why no assessment can be run now; "" where it can."""
    if seen and seen.state is State.PUBLISHED and seen.publication:
        return publish.said_frozen(seen.publication)
    if not imports:
        return f"{request.period.label}还没有导入数据，请先导入"
    return _why_not(lambda: check_can(request.actor, Action.ASSESSMENTS_RUN))


def why_not_publish(request: OfficeRequest, seen: Seen) -> str:
    """Why the result cannot be published now; "" where it can."""
    course = seen.publication
    if seen.state is State.DRAFT or course is None or course.objections_until is None:
        return "请先送单位核对，期满且异议都有答复后才能发布"
    until = course.objections_until
    undecided = assessments.undecided(request.office, request.period.code)

    def check() -> None:
        MACHINE.check_can(seen.state, Event.PUBLISH, request.actor.roles)
        check_can_publish(acting.today(), until, undecided)

    return _why_not(check)


def steps(request: OfficeRequest, seen: Seen | None) -> list[Step]:
    """考核 → 送单位核对 → 处理异议 → 发布, with what was done when."""
    done = list(_notes(seen)) if seen else []
    labels = ("开展考核", "送单位核对", "处理异议", "发布")
    return [
        Step(label, done[place] if place < len(done) else "", _at(place, len(done)))
        for place, label in enumerate(labels)
    ]


def _at(place: int, done: int) -> str:
    return "is-done" if place < done else "is-now" if place == done else "is-todo"


def _notes(seen: Seen) -> Iterator[str]:
    """A note for each step that is done."""
    yield f"第{seen.row.number}版，{_moment(seen.row.made_at)}"
    course = seen.publication
    if course is None or seen.state is State.DRAFT or course.objections_until is None:
        return
    yield f"{_day(course.shown_at)}送出，{course.objections_until:%m-%d}止"
    if seen.state is State.PUBLISHED:
        yield "已全部答复"
        yield f"{_moment(course.published_at)} {presenters.person_name(course.published_by)}"


def _day(at: datetime | None) -> str:
    return timezone.localtime(at).date().isoformat() if at else ""


def _moment(at: datetime | None) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}" if at else ""


def _why_not(check: Callable[[], object]) -> str:
    try:
        check()
    except Refusal as refusal:
        return str(refusal)
    return ""

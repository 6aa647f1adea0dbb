"""What the page of an item asks for: a form for each step that its state allows, or why this person may not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse

from gongkai.actions import follow
from gongkai.actions.rectify import RectifyError
from gongkai.records.models import Rectification, StoredFile
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.rectifications import narrowing, presenting
from gongkai.workflows.rectification import ACTIONS, MACHINE, WORDS, Event
from gongkai.workflows.rights import Action, Forbidden
from gongkai.workflows.roles import Role
from gongkai.workflows.states import WrongMove

PAGES: Mapping[Action, str] = {
    Action.RECTIFICATIONS_ANSWER: "rectification_answer",
    Action.RECTIFICATIONS_JUDGE: "rectification_judge",
    Action.RECTIFICATIONS_CANCEL: "rectification_cancel",
    Action.RECTIFICATIONS_REMIND: "rectification_remind",
    Action.RECTIFICATIONS_HAND_OVER: "rectification_hand_over",
    Action.RECTIFICATIONS_SUPERVISE: "rectification_supervise",
}
OPTIONAL = {
    Event.ACCEPT: "审核意见",
    Event.CLOSE: "复核情况",
    Event.REMIND: "催办内容",
    Event.HAND_OVER: "移交说明",
}
"""What a person may write though they need not."""
TOGETHER = (Event.RECEIVE, Event.START, Event.SUBMIT, Event.ACCEPT, Event.CLOSE)
"""Steps that may be taken with other problems of the same unit and notice at once."""
ALSO = {Event.SUBMIT: "本报告一并答复本单位同一通报的其他问题"}
"""What stands over them where the step's own word does not do."""
QUESTIONS = {
    Event.TAKE_BACK: "撤回已报送的整改报告？撤回后须在期限内重新报送。",
    Event.HAND_OVER: "把该事项移交督查室？移交后不能收回。",
    Event.CLOSE: "该问题已经复核、确认整改到位？销号后不能再退回。",
    Event.CANCEL: "撤销该整改事项？撤销后不能恢复。",
}
"""What is asked before a step that cannot be taken back."""
SCAN_HINT = "经主要负责人签字并加盖公章的扫描件，PDF、PNG 或 JPG"


@dataclass(frozen=True)
class Typed:
    """What a person gave in a form that was refused, and why: nothing of it is lost."""

    event: Event
    fault: str
    words: str = ""
    deadline: str = ""
    scan: StoredFile | None = None
    together: Sequence[str] = ()


@dataclass(frozen=True)
class Other:
    """Another problem of the unit that the step may be taken with: `value` is number:version."""

    value: str
    title: str
    checked: bool


@dataclass(frozen=True)
class Step:
    """The form of a step; with `why` it may not be taken, and is a grey button."""

    event: str
    label: str
    address: str
    why: str = ""
    words: str = ""
    required: bool = False
    wants_scan: bool = False
    wants_deadline: bool = False
    question: str = ""
    opened: bool = False
    typed: Typed | None = None
    others: Sequence[Other] = field(default=())
    also: str = ""


def steps(request: OfficeRequest, item: Rectification, typed: Typed | None = None) -> list[Step]:
    """The steps that the item's state allows, those this person may take first; a form sent and refused is
    the one that stands open."""
    events = dict.fromkeys(move.event for move in MACHINE.moves(item.state, frozenset(Role)))
    reasons = {Event(event): _why_not(request, item, Event(event)) for event in events}
    possible = [event for event, why in reasons.items() if not why]
    opened = typed.event if typed and typed.event in possible else next(iter(possible), None)
    others = _others(request, item) if set(possible) & set(TOGETHER) else []
    made = [
        _step(request, item, event, why, typed, opened=event is opened, others=others)
        for event, why in reasons.items()
    ]
    return sorted(made, key=lambda step: bool(step.why))


def _why_not(request: OfficeRequest, item: Rectification, event: Event) -> str:
    try:
        follow.check_can(item, event, actor=request.actor, at=acting.now())
    except (Forbidden, WrongMove, RectifyError) as refusal:
        return str(refusal)
    return ""


def _step(
    request: OfficeRequest,
    item: Rectification,
    event: Event,
    why: str,
    typed: Typed | None,
    *,
    opened: bool,
    others: Sequence[Rectification],
) -> Step:
    given = typed if typed and typed.event is event else None
    return Step(
        event=event.value,
        label=event.label,
        address=reverse(PAGES[ACTIONS[event]], args=[request.office.key, item.number]),
        why=why,
        words=WORDS.get(event) or OPTIONAL.get(event, ""),
        required=event in WORDS,
        wants_scan=event is Event.SUBMIT,
        wants_deadline=event is Event.SEND_BACK,
        question=QUESTIONS.get(event, ""),
        opened=opened,
        typed=given,
        others=[] if why else list(_choosable(event, others, given)),
        also=ALSO.get(event, f"一并{event.label}本单位同一通报的其他问题"),
    )


def _others(request: OfficeRequest, item: Rectification) -> list[Rectification]:
    same = narrowing.seen(request).filter(notice=item.notice_id, unit=item.unit).exclude(pk=item.pk)
    return list(same.order_by("number"))


def _choosable(event: Event, others: Sequence[Rectification], given: Typed | None) -> Sequence[Other]:
    """Those that the step is open to; a receipt is given for all unless told otherwise."""
    if event not in TOGETHER:
        return []
    everyone = frozenset(Role)
    return [
        Other(
            value=(value := f"{one.number}:{one.version}"),
            title=presenting.title(one.kind, one.item),
            checked=value in given.together if given else event is Event.RECEIVE,
        )
        for one in others
        if MACHINE.can(one.state, event, everyone)
    ]


def parsed_day(text: str) -> date | None:
    """A day as a form sends it; None where nothing was entered. Raises RectifyError for what is no day."""
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise RectifyError(f"“{text}”不是日期，应为 2022-01-20 的样子") from error

"""整改: from an issued notice's finding to its close-out (domain §10).

Being overdue is no state: it follows from the deadline, and a stored copy would be wrong at midnight.
A reminder, a hand-over to the supervision office and what that office does are marks: they go on record and
leave the item where it is, for the unit still owes the same report, and may be reminded more than once.
"""

from collections.abc import Mapping, Set
from datetime import datetime

from gongkai.workflows.rights import GRANTS, Action
from gongkai.workflows.roles import Role
from gongkai.workflows.states import Machine, Transition, WrongMove, marks
from gongkai.workflows.worded import Worded


class State(Worded):
    ISSUED = "issued", "已下发"
    RECEIVED = "received", "已签收"
    RECTIFYING = "rectifying", "整改中"
    SUBMITTED = "submitted", "已报送"
    SENT_BACK = "sent_back", "已退回"
    ACCEPTED = "accepted", "已通过"
    CLOSED = "closed", "已销号"
    CANCELLED = "cancelled", "已撤销"


class Event(Worded):
    RECEIVE = "receive", "签收"
    START = "start", "开始整改"
    SUBMIT = "submit", "报送整改报告"
    TAKE_BACK = "take_back", "撤回整改报告"
    ACCEPT = "accept", "审核通过"
    SEND_BACK = "send_back", "退回"
    CLOSE = "close", "销号"
    CANCEL = "cancel", "撤销"
    REMIND = "remind", "催办"
    HAND_OVER = "hand_over", "移交督查"
    SUPERVISE = "supervise", "督查督办"


WITH_UNIT = (State.ISSUED, State.RECEIVED, State.RECTIFYING, State.SENT_BACK)
"""The states in which the unit must act; in the other open ones the office must."""
OPEN = (*WITH_UNIT, State.SUBMITTED, State.ACCEPTED)

ACTIONS: Mapping[Event, Action] = {
    Event.RECEIVE: Action.RECTIFICATIONS_ANSWER,
    Event.START: Action.RECTIFICATIONS_ANSWER,
    Event.SUBMIT: Action.RECTIFICATIONS_ANSWER,
    Event.TAKE_BACK: Action.RECTIFICATIONS_ANSWER,
    Event.ACCEPT: Action.RECTIFICATIONS_JUDGE,
    Event.SEND_BACK: Action.RECTIFICATIONS_JUDGE,
    Event.CLOSE: Action.RECTIFICATIONS_JUDGE,
    Event.CANCEL: Action.RECTIFICATIONS_CANCEL,
    Event.REMIND: Action.RECTIFICATIONS_REMIND,
    Event.HAND_OVER: Action.RECTIFICATIONS_HAND_OVER,
    Event.SUPERVISE: Action.RECTIFICATIONS_SUPERVISE,
}
"""The right that each step needs, for the item's unit."""
WORDS: Mapping[Event, str] = {
    Event.SUBMIT: "整改情况",
    Event.SEND_BACK: "退回原因",
    Event.CANCEL: "撤销原因",
    Event.SUPERVISE: "督查情况",
}
"""What a person must write for a step, by the name of the field."""

_UNIT = GRANTS[Action.RECTIFICATIONS_ANSWER]
_JUDGE = GRANTS[Action.RECTIFICATIONS_JUDGE]

MACHINE = Machine(
    name="整改事项",
    purpose="通报点名的每个问题由单位整改、报送报告，经办公室审核、复核后销号；催办、移交督查和督查督办只记录在案，不改变状态。",
    states=State,
    transitions=(
        Transition(State.ISSUED, Event.RECEIVE, State.RECEIVED, _UNIT),
        Transition(State.RECEIVED, Event.START, State.RECTIFYING, _UNIT),
        Transition(State.RECEIVED, Event.SUBMIT, State.SUBMITTED, _UNIT),
        Transition(State.RECTIFYING, Event.SUBMIT, State.SUBMITTED, _UNIT),
        Transition(State.SENT_BACK, Event.SUBMIT, State.SUBMITTED, _UNIT),
        Transition(State.SUBMITTED, Event.TAKE_BACK, State.RECTIFYING, _UNIT),
        Transition(State.SUBMITTED, Event.ACCEPT, State.ACCEPTED, _JUDGE),
        Transition(State.SUBMITTED, Event.SEND_BACK, State.SENT_BACK, _JUDGE),
        # the re-check before closing may find the fault again
        Transition(State.ACCEPTED, Event.SEND_BACK, State.SENT_BACK, _JUDGE),
        Transition(State.ACCEPTED, Event.CLOSE, State.CLOSED, _JUDGE),
        # the notice was wrong about this unit: the item goes, with the reason on record
        *(
            Transition(state, Event.CANCEL, State.CANCELLED, GRANTS[Action.RECTIFICATIONS_CANCEL])
            for state in OPEN
        ),
        *marks(WITH_UNIT, Event.REMIND, GRANTS[Action.RECTIFICATIONS_REMIND]),
        *marks(WITH_UNIT, Event.HAND_OVER, GRANTS[Action.RECTIFICATIONS_HAND_OVER]),
        *marks(WITH_UNIT, Event.SUPERVISE, GRANTS[Action.RECTIFICATIONS_SUPERVISE]),
    ),
    start=State.ISSUED,
    ends=frozenset({State.CLOSED, State.CANCELLED}),
)


def is_overdue(state: str, deadline: datetime, at: datetime) -> bool:
    """Whether the unit still owes its report after the deadline, a moment that itself is in time.

    While the office has the report, the unit is not late.
    """
    return state in WITH_UNIT and at > deadline


def check_overdue(event: Event, state: str, deadline: datetime, at: datetime) -> None:
    """Raise WrongMove for a hand-over or a supervision of an item that is not overdue."""
    if event in (Event.HAND_OVER, Event.SUPERVISE) and not is_overdue(state, deadline, at):
        raise WrongMove(f"该整改事项没有逾期，不能{event.label}；期限届满后单位仍未报送的才能{event.label}")


def sees_late_only(roles: Set[Role]) -> bool:
    """Whether someone sees an item only once it is overdue or handed over: the supervision office by itself."""
    return GRANTS[Action.RECTIFICATIONS_SEE] & roles == {Role.SUPERVISION}

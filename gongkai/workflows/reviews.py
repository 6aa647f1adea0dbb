"""三审: one version of a notice, from its drafter to issue (domain §6).

A version sent back or edited after it went for review is over, and its reviews with it: the text goes on as a
new version in `DRAFTING`. So an approval always covers exactly the words that were read.
"""

from collections.abc import Mapping

from gongkai.workflows.rights import GRANTS, Action
from gongkai.workflows.states import Machine, Transition, WrongMove
from gongkai.workflows.worded import Worded


class State(Worded):
    DRAFTING = "drafting", "起草中"
    DRAFTED = "drafted", "待审核"
    CHECKED = "checked", "待签发"
    APPROVED = "approved", "已签发"
    ISSUED = "issued", "已印发"
    SENT_BACK = "sent_back", "已退回"
    VOIDED = "voided", "已作废"


class Event(Worded):
    SUBMIT = "submit", "送审"
    CHECK = "check", "审核通过"
    APPROVE = "approve", "签发"
    ISSUE = "issue", "印发"
    SEND_BACK = "send_back", "退回"
    EDIT = "edit", "修改"


REVIEWS = (Event.SUBMIT, Event.CHECK, Event.APPROVE)
"""The three reviews, by drafter, section head and responsible leader."""

_EDITOR, _CHECKER, _LEADER = (
    GRANTS[action]
    for action in (Action.NOTICES_EDIT, Action.NOTICES_REVIEW_FACTS, Action.NOTICES_REVIEW_LEAD)
)

MACHINE = Machine(
    name="通报稿",
    purpose="一稿通报经起草人送审、科室负责人审核、分管领导签发后印发；退回或送审后修改的，本稿即告终止，另起新稿。",
    states=State,
    transitions=(
        Transition(State.DRAFTING, Event.EDIT, State.DRAFTING, _EDITOR),
        Transition(State.DRAFTING, Event.SUBMIT, State.DRAFTED, GRANTS[Action.NOTICES_REVIEW_DRAFT]),
        Transition(State.DRAFTED, Event.CHECK, State.CHECKED, _CHECKER),
        Transition(State.CHECKED, Event.APPROVE, State.APPROVED, _LEADER),
        Transition(State.APPROVED, Event.ISSUE, State.ISSUED, GRANTS[Action.NOTICES_ISSUE]),
        Transition(State.DRAFTED, Event.SEND_BACK, State.SENT_BACK, _CHECKER),
        Transition(State.CHECKED, Event.SEND_BACK, State.SENT_BACK, _LEADER),
        Transition(State.APPROVED, Event.SEND_BACK, State.SENT_BACK, _LEADER),
        Transition(State.DRAFTED, Event.EDIT, State.VOIDED, _EDITOR),
        Transition(State.CHECKED, Event.EDIT, State.VOIDED, _EDITOR),
        Transition(State.APPROVED, Event.EDIT, State.VOIDED, _EDITOR),
    ),
    start=State.DRAFTING,
    ends=frozenset({State.ISSUED, State.SENT_BACK, State.VOIDED}),
)


def check_three_people(reviewer: str, earlier: Mapping[str, str]) -> None:
    """Raise WrongMove if the reviewer did one of the earlier reviews of this version (its event → the person)."""
    for review, person in earlier.items():
        if person == reviewer:
            raise WrongMove(
                f"三审须由三人分别完成：本稿的{Event(review).label}已由您办理，这一步请由他人办理"
            )

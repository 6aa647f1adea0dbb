"""异议: a unit says that its draft result is wrong, and the answer goes on record."""

from datetime import date

from gongkai.terms import chinese_date
from gongkai.workflows.rights import GRANTS, Action
from gongkai.workflows.states import Machine, Transition, WrongMove
from gongkai.workflows.worded import Worded


class State(Worded):
    MADE = "made", "待决定"
    ACCEPTED = "accepted", "已采纳"
    PARTLY = "partly", "已部分采纳"
    REJECTED = "rejected", "未予采纳"
    WITHDRAWN = "withdrawn", "已撤回"


class Event(Worded):
    ACCEPT = "accept", "采纳"
    ACCEPT_PARTLY = "accept_partly", "部分采纳"
    REJECT = "reject", "不予采纳"
    WITHDRAW = "withdraw", "撤回"


_DECIDE = GRANTS[Action.OBJECTIONS_DECIDE]

MACHINE = Machine(
    name="异议",
    purpose="单位在核对期限内对本单位的考核结果提出异议，由科室负责人或分管领导写明理由作出决定；决定前单位可以撤回。",
    states=State,
    transitions=(
        Transition(State.MADE, Event.ACCEPT, State.ACCEPTED, _DECIDE),
        Transition(State.MADE, Event.ACCEPT_PARTLY, State.PARTLY, _DECIDE),
        Transition(State.MADE, Event.REJECT, State.REJECTED, _DECIDE),
        Transition(State.MADE, Event.WITHDRAW, State.WITHDRAWN, GRANTS[Action.OBJECTIONS_MAKE]),
    ),
    start=State.MADE,
    ends=frozenset({State.ACCEPTED, State.PARTLY, State.REJECTED, State.WITHDRAWN}),
)


def check_in_time(on: date, until: date) -> None:
    """Raise WrongMove for an objection after `until`, the last day on which one may be made."""
    if on > until:
        raise WrongMove(
            f"提出异议的期限到{chinese_date(until)}为止，现已截止；确有错误的，请与政务公开办公室联系"
        )

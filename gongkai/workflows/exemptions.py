"""免更新: a unit asks that a column be not judged for a time, with a reason, and the office decides."""

from gongkai.workflows.rights import GRANTS, Action
from gongkai.workflows.states import Machine, Transition
from gongkai.workflows.worded import Worded


class State(Worded):
    ASKED = "asked", "待审批"
    GRANTED = "granted", "已批准"
    REFUSED = "refused", "未予批准"
    WITHDRAWN = "withdrawn", "已撤回"
    REVOKED = "revoked", "已取消"


class Event(Worded):
    GRANT = "grant", "批准"
    REFUSE = "refuse", "不予批准"
    WITHDRAW = "withdraw", "撤回"
    REVOKE = "revoke", "取消"


_DECIDE = GRANTS[Action.EXEMPTIONS_DECIDE]

MACHINE = Machine(
    name="免更新申请",
    purpose="栏目本期确无此类信息的，写明理由申请免更新，经批准后本期不考核；批准有误的可以取消。",
    states=State,
    transitions=(
        Transition(State.ASKED, Event.GRANT, State.GRANTED, _DECIDE),
        Transition(State.ASKED, Event.REFUSE, State.REFUSED, _DECIDE),
        Transition(State.ASKED, Event.WITHDRAW, State.WITHDRAWN, GRANTS[Action.EXEMPTIONS_ASK]),
        Transition(State.GRANTED, Event.REVOKE, State.REVOKED, _DECIDE),
    ),
    start=State.ASKED,
    ends=frozenset({State.REFUSED, State.WITHDRAWN, State.REVOKED}),
)

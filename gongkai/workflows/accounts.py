"""政务新媒体账号: opening, change and cancelling go up the levels before they hold (domain §5).

What the city and the province decide is decided there; the clerk enters it. Refused at any level, it is over.
"""

from gongkai.workflows.rights import GRANTS, Action
from gongkai.workflows.states import Machine, Transition
from gongkai.workflows.worded import Worded


class State(Worded):
    ASKED = "asked", "待单位负责人同意"
    CONFIRMED = "confirmed", "待本级审核"
    PASSED = "passed", "待市级审核"
    PASSED_BY_CITY = "passed_by_city", "待省级审批"
    APPROVED = "approved", "已批准、待备案"
    FILED = "filed", "已备案"
    REFUSED = "refused", "未获同意"
    WITHDRAWN = "withdrawn", "已撤回"


class Event(Worded):
    CONFIRM = "confirm", "同意申请"
    PASS = "pass", "审核通过"
    PASS_BY_CITY = "pass_by_city", "登记市级审核通过"
    APPROVE = "approve", "登记省级批准"
    FILE = "file", "登记国家系统备案"
    REFUSE = "refuse", "不予同意"
    WITHDRAW = "withdraw", "撤回"


_HEAD, _OFFICE = GRANTS[Action.ACCOUNTS_CONFIRM], GRANTS[Action.ACCOUNTS_PASS]
_ENTER, _ASK = GRANTS[Action.ACCOUNTS_RECORD], GRANTS[Action.ACCOUNTS_ASK]
_STEPS = (
    Transition(State.ASKED, Event.CONFIRM, State.CONFIRMED, _HEAD),
    Transition(State.CONFIRMED, Event.PASS, State.PASSED, _OFFICE),
    Transition(State.PASSED, Event.PASS_BY_CITY, State.PASSED_BY_CITY, _ENTER),
    Transition(State.PASSED_BY_CITY, Event.APPROVE, State.APPROVED, _ENTER),
)

MACHINE = Machine(
    name="账号申请",
    purpose="账号的开设、变更、注销经单位负责人同意、本级和市级审核、省级批准后，在国家系统备案；批准前不得开设。",
    states=State,
    transitions=(
        *_STEPS,
        Transition(State.APPROVED, Event.FILE, State.FILED, _ENTER),
        *(Transition(step.source, Event.REFUSE, State.REFUSED, step.by) for step in _STEPS),
        *(Transition(step.source, Event.WITHDRAW, State.WITHDRAWN, _ASK) for step in _STEPS),
    ),
    start=State.ASKED,
    ends=frozenset({State.FILED, State.REFUSED, State.WITHDRAWN}),
)

"""未经报备的账号: found, told, cancelled, recorded: a case of its own beside the filing of accounts (domain §5)."""

from gongkai.workflows.rights import GRANTS, Action
from gongkai.workflows.states import Machine, Transition
from gongkai.workflows.worded import Worded


class State(Worded):
    FOUND = "found", "已发现"
    TOLD = "told", "已告知单位"
    CANCELLED = "cancelled", "已注销"
    RECORDED = "recorded", "已结案"
    DISMISSED = "dismissed", "已排除"


class Event(Worded):
    TELL = "tell", "告知单位"
    CANCEL = "cancel", "报告注销"
    RECORD = "record", "结案"
    DISMISS = "dismiss", "排除"


_ENTER, _OFFICE = GRANTS[Action.ACCOUNTS_RECORD], GRANTS[Action.ACCOUNTS_PASS]

MACHINE = Machine(
    name="未报备账号",
    purpose="发现未经报备开设的账号，告知单位注销，核实后结案；查明不是该单位账号或已获批准的予以排除。",
    states=State,
    transitions=(
        Transition(State.FOUND, Event.TELL, State.TOLD, _ENTER),
        Transition(State.TOLD, Event.CANCEL, State.CANCELLED, GRANTS[Action.ACCOUNTS_ASK]),
        Transition(State.CANCELLED, Event.RECORD, State.RECORDED, _ENTER),
        # the account is still there
        Transition(State.CANCELLED, Event.TELL, State.TOLD, _ENTER),
        Transition(State.FOUND, Event.DISMISS, State.DISMISSED, _OFFICE),
        Transition(State.TOLD, Event.DISMISS, State.DISMISSED, _OFFICE),
    ),
    start=State.FOUND,
    ends=frozenset({State.RECORDED, State.DISMISSED}),
)

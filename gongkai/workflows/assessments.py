"""考核结果: made, shown to the units, published and frozen. A newer run takes the place of one not published."""

from datetime import date

from gongkai.terms import chinese_date
from gongkai.workflows.rights import GRANTS, Action
from gongkai.workflows.states import Machine, Transition, WrongMove
from gongkai.workflows.worded import Worded


class State(Worded):
    DRAFT = "draft", "未送核对"
    SHOWN = "shown", "单位核对中"
    PUBLISHED = "published", "已发布"
    REPLACED = "replaced", "已被替代"


class Event(Worded):
    SHOW = "show", "送单位核对"
    PUBLISH = "publish", "发布"
    REPLACE = "replace", "用新的考核结果替代"


_RUN = GRANTS[Action.ASSESSMENTS_RUN]

MACHINE = Machine(
    name="考核结果",
    purpose="考核结果先送单位核对，期满且异议都有决定后发布；发布即冻结，未发布的由新的结果替代。",
    states=State,
    transitions=(
        Transition(State.DRAFT, Event.SHOW, State.SHOWN, GRANTS[Action.ASSESSMENTS_SHOW]),
        Transition(State.SHOWN, Event.PUBLISH, State.PUBLISHED, GRANTS[Action.ASSESSMENTS_PUBLISH]),
        Transition(State.DRAFT, Event.REPLACE, State.REPLACED, _RUN),
        Transition(State.SHOWN, Event.REPLACE, State.REPLACED, _RUN),
    ),
    start=State.DRAFT,
    ends=frozenset({State.PUBLISHED, State.REPLACED}),
)


def check_can_publish(on: date, until: date, undecided: int) -> None:
    """Raise WrongMove while units may still object (`until` is their last day) or wait for a decision."""
    if on <= until:
        raise WrongMove(f"单位可在{chinese_date(until)}前（含当日）提出异议，期满后才能发布考核结果")
    if undecided:
        raise WrongMove(f"还有{undecided}件异议没有作出决定，不能发布考核结果，请先逐件决定")

"""考核结果: made, shown to the units, published and frozen. A newer run takes the place of one not published."""

from collections.abc import Set
from datetime import date

from gongkai.terms import chinese_date
from gongkai.workflows.rights import GRANTS, Action
from gongkai.workflows.roles import UNIT_ROLES, Role
from gongkai.workflows.states import Machine, Transition, WrongMove
from gongkai.workflows.worded import Worded


class State(Worded):
    DRAFT = "draft", "未送核对"
    SHOWN = "shown", "单位核对中"
    PUBLISHED = "published", "已发布"
    REPLACED = "replaced", "已被替代"


class Event(Worded):
    SHOW = "show", "送单位核对"
    EXTEND = "extend", "调整核对期限"
    PUBLISH = "publish", "发布"
    WITHDRAW = "withdraw", "撤回发布"
    REPLACE = "replace", "用新的考核结果替代"


_RUN, _SHOW = GRANTS[Action.ASSESSMENTS_RUN], GRANTS[Action.ASSESSMENTS_SHOW]

MACHINE = Machine(
    name="考核结果",
    purpose="考核结果先送单位核对，期满且异议都有决定后发布；发布即冻结，确有错误的由分管领导写明理由撤回；"
    "未发布的由新的结果替代。",
    states=State,
    transitions=(
        Transition(State.DRAFT, Event.SHOW, State.SHOWN, _SHOW),
        Transition(State.SHOWN, Event.EXTEND, State.SHOWN, _SHOW),
        Transition(State.SHOWN, Event.PUBLISH, State.PUBLISHED, GRANTS[Action.ASSESSMENTS_PUBLISH]),
        Transition(State.PUBLISHED, Event.WITHDRAW, State.DRAFT, GRANTS[Action.ASSESSMENTS_WITHDRAW]),
        Transition(State.DRAFT, Event.REPLACE, State.REPLACED, _RUN),
        Transition(State.SHOWN, Event.REPLACE, State.REPLACED, _RUN | _SHOW),
    ),
    start=State.DRAFT,
    ends=frozenset({State.REPLACED}),
)


def may_see(state: str, roles: Set[Role]) -> bool:
    """Whether a result in this state may be seen at all: the office sees its drafts, a unit what was shown
    to it (its own part), anybody else what is published."""
    if roles & GRANTS[Action.ASSESSMENTS_SEE_DRAFTS] or state == State.PUBLISHED:
        return True
    return state == State.SHOWN and bool(roles & UNIT_ROLES)


def may_see_all(state: str, roles: Set[Role]) -> bool:
    """Whether the table of all units may be seen: before it is published, by the office only."""
    return state == State.PUBLISHED or bool(roles & GRANTS[Action.ASSESSMENTS_SEE_DRAFTS])


def check_can_show(on: date, until: date) -> None:
    """Raise WrongMove where the last day to object has passed before the units can read it."""
    if until < on:
        raise WrongMove(f"核对期限{chinese_date(until)}已经过去，请选今天或以后的日期")


def check_can_publish(on: date, until: date, undecided: int) -> None:
    """Raise WrongMove while units may still object (`until` is their last day) or wait for a decision."""
    if on <= until:
        raise WrongMove(f"单位可在{chinese_date(until)}前（含当日）提出异议，期满后才能发布考核结果")
    if undecided:
        raise WrongMove(f"还有{undecided}件异议没有作出决定，不能发布考核结果，请先逐件决定")

"""Who may do what: one table, denied by default, and the sentence that says who may.

The same sentence refuses a call and explains a grey button. The parts are kept apart on purpose: an
administrator manages people and settings but neither reviews, issues nor decides; an auditor and an
observer only read; the supervision office reads rectifications and acts on those overdue.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from gongkai.workflows.roles import OFFICE_ROLES, UNIT_ROLES, Role, in_words
from gongkai.workflows.verbs import Action

__all__ = ["GRANTS", "Action", "Actor", "Forbidden", "can", "check_can", "check_role", "only_unit"]

_CLERK, _DIRECTOR, _LEADER = ({role} for role in (Role.CLERK, Role.DIRECTOR, Role.LEADER))
_SUPERVISION, _OBSERVER, _AUDITOR = ({role} for role in (Role.SUPERVISION, Role.OBSERVER, Role.AUDITOR))
_ADMINISTRATOR = {Role.ADMINISTRATOR}

_GRANTED: dict[Action, Set[Role]] = {
    Action.OFFICE_CREATE: _ADMINISTRATOR,
    Action.OFFICE_SEE: set(Role),
    Action.SETTINGS_EDIT: _ADMINISTRATOR,
    Action.SYSTEM_SEE: _AUDITOR | _ADMINISTRATOR,
    Action.PEOPLE_SEE: _AUDITOR | _ADMINISTRATOR,
    Action.PEOPLE_MANAGE: _ADMINISTRATOR,
    Action.REGISTERS_SEE: OFFICE_ROLES | UNIT_ROLES | _OBSERVER | _AUDITOR | _ADMINISTRATOR,
    Action.REGISTERS_EDIT: _CLERK | _ADMINISTRATOR,
    Action.EXEMPTIONS_ASK: _CLERK | UNIT_ROLES,
    Action.EXEMPTIONS_DECIDE: _DIRECTOR | _LEADER,
    Action.ACCOUNTS_ASK: _CLERK | UNIT_ROLES,
    Action.ACCOUNTS_CONFIRM: {Role.HEAD},
    Action.ACCOUNTS_PASS: _DIRECTOR | _LEADER,
    Action.ACCOUNTS_RECORD: _CLERK,
    Action.IMPORTS_SEE: OFFICE_ROLES | _AUDITOR | _ADMINISTRATOR,
    Action.IMPORTS_WRITE: _CLERK,
    Action.IMPORTS_UNDO: _CLERK | _ADMINISTRATOR,
    Action.FACTS_SEE: OFFICE_ROLES | UNIT_ROLES | _OBSERVER | _AUDITOR,
    Action.FACTS_EXPORT: OFFICE_ROLES | UNIT_ROLES | _AUDITOR,
    Action.FACTS_ENTER: _CLERK,
    Action.ASSESSMENTS_SEE: OFFICE_ROLES | UNIT_ROLES | _OBSERVER | _AUDITOR,
    Action.ASSESSMENTS_SEE_DRAFTS: OFFICE_ROLES | _AUDITOR,
    Action.ASSESSMENTS_RUN: _CLERK,
    Action.ASSESSMENTS_SHOW: _CLERK | _DIRECTOR,
    Action.ASSESSMENTS_CONFIRM: {Role.HEAD},
    Action.ASSESSMENTS_PUBLISH: _DIRECTOR | _LEADER,
    Action.ASSESSMENTS_WITHDRAW: _LEADER,
    Action.SCHEME_EDIT: _CLERK | _DIRECTOR,
    Action.ADJUSTMENTS_ENTER: _CLERK,
    Action.OBJECTIONS_SEE: OFFICE_ROLES | UNIT_ROLES | _AUDITOR,
    Action.OBJECTIONS_MAKE: UNIT_ROLES,
    Action.OBJECTIONS_DECIDE: _DIRECTOR | _LEADER,
    Action.PICTURES_SEE: OFFICE_ROLES | UNIT_ROLES | _OBSERVER | _AUDITOR,
    Action.NOTICES_SEE: set(Role),
    Action.NOTICES_SEE_DRAFTS: OFFICE_ROLES | _AUDITOR,
    Action.NOTICES_EDIT: _CLERK,
    Action.NOTICES_REVIEW_DRAFT: _CLERK,
    Action.NOTICES_REVIEW_FACTS: _DIRECTOR,
    Action.NOTICES_REVIEW_LEAD: _LEADER,
    Action.NOTICES_WAIVE: _CLERK | _DIRECTOR,
    Action.NOTICES_ISSUE: _CLERK,
    Action.NOTICES_DOWNLOAD: set(Role),
    Action.RETURNED_COMPARE: _CLERK | _DIRECTOR,
    Action.RECEIPTS_GIVE: UNIT_ROLES,
    Action.RECTIFICATIONS_SEE: OFFICE_ROLES | UNIT_ROLES | _SUPERVISION | _OBSERVER | _AUDITOR,
    Action.RECTIFICATIONS_ANSWER: UNIT_ROLES,
    Action.RECTIFICATIONS_JUDGE: _CLERK | _DIRECTOR,
    Action.RECTIFICATIONS_REMIND: _CLERK | _DIRECTOR | _SUPERVISION,
    Action.RECTIFICATIONS_HAND_OVER: _CLERK | _DIRECTOR,
    Action.RECTIFICATIONS_SUPERVISE: _SUPERVISION,
    Action.RECTIFICATIONS_CANCEL: _DIRECTOR | _LEADER,
    Action.PROOFREADING_USE: OFFICE_ROLES | UNIT_ROLES,
    Action.PROOFREADING_SETTLE: _CLERK | _DIRECTOR,
    Action.AUDIT_SEE: _AUDITOR | _ADMINISTRATOR,
    Action.AUDIT_EXPORT: _AUDITOR,
}
GRANTS: Mapping[Action, frozenset[Role]] = {action: frozenset(roles) for action, roles in _GRANTED.items()}
"""The roles that may do an action. One that is not here is denied to all."""


class Forbidden(Exception):
    """The person may not do this; the message says who may."""


@dataclass(frozen=True)
class Actor:
    """A signed-in person in one office: `person` as the audit names them, `unit` by its name in the register
    where a unit role binds them to one."""

    person: str
    roles: frozenset[Role]
    unit: str | None = None


def check_can(actor: Actor, action: Action, unit: str | None = None) -> None:
    """Raise Forbidden unless the actor may do it, and for this unit where one is named.

    Without a unit the question is whether they may do it at all: a page that goes on to list the records of
    units narrows them to `only_unit`.
    """
    own = only_unit(actor, action)
    if own and unit and unit != own:
        roles = in_words(actor.roles & UNIT_ROLES)
        beyond = f"不能查看{unit}的内容" if action.reads else f"不能代{unit}办理"
        raise Forbidden(f"{action.label}限于本单位：您是{own}的{roles}，{beyond}")


def can(actor: Actor, action: Action, unit: str | None = None) -> bool:
    """Whether `check_can` lets it pass."""
    try:
        check_can(actor, action, unit)
    except Forbidden:
        return False
    return True


def only_unit(actor: Actor, action: Action) -> str | None:
    """The one unit the actor may do it for, None for every unit.

    Raises Forbidden if they may not do it at all, or by a unit role without being bound to a unit.
    """
    granted = GRANTS.get(action, frozenset())
    check_role(action.label, granted, actor.roles, reads=action.reads)
    if actor.roles & granted - UNIT_ROLES:
        return None
    if not actor.unit:
        raise Forbidden(f"您的账号还没有写明所在单位，不能{action.label}，请联系管理员补写")
    return actor.unit


def check_role(label: str, granted: Set[Role], roles: Set[Role], *, reads: bool = False) -> None:
    """Raise Forbidden unless one of the roles is granted; the message names what `label` says and who may."""
    if roles & granted:
        return
    if not roles:
        raise Forbidden(f"您的账号还没有身份，不能{label}，请联系管理员授予身份")
    if not granted:
        raise Forbidden(f"{label}没有开放给任何身份，您现在的身份是{in_words(roles)}")
    who = in_words(granted, "或")
    may = f"{label}限于{who}" if reads else f"{label}由{who}办理"
    raise Forbidden(f"{may}，您现在的身份是{in_words(roles)}")

"""The parts people play. One person may hold several; what each may do is in `rights`."""

from collections.abc import Iterable

from gongkai.workflows.worded import Worded


class Role(Worded):
    """A part in an office. The code is what the database keeps, the label what a page shows.

    Of the three reviews (三审) the clerk does the first, the director the second (审签), the leader the
    third (签发): three roles, because no person may do two of them.
    """

    CLERK = "clerk", "经办"
    DIRECTOR = "director", "科室负责人"
    LEADER = "leader", "分管领导"
    LIAISON = "liaison", "信息员"
    HEAD = "head", "单位负责人"
    SUPERVISION = "supervision", "督查室"
    OBSERVER = "observer", "上级观察员"
    AUDITOR = "auditor", "审计员"
    ADMINISTRATOR = "administrator", "管理员"


ROLE_LABELS = {role: role.label for role in Role}

OFFICE_ROLES = frozenset({Role.CLERK, Role.DIRECTOR, Role.LEADER})
"""The openness office itself: sees every unit, drafts included."""

UNIT_ROLES = frozenset({Role.LIAISON, Role.HEAD})
"""Bound to one unit: see it and act for it, and for no other."""


def in_words(roles: Iterable[Role], last: str = "、") -> str:
    """Labels in the order of the enumeration, each once: 经办、科室负责人或管理员 with `last` 或; "" for none."""
    labels = [role.label for role in Role if role in set(roles)]
    return last.join(part for part in ("、".join(labels[:-1]), *labels[-1:]) if part)

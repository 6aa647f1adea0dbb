"""Which section of the manual explains a page to a person: “本页说明” in the bar above it."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from django.urls import reverse

from gongkai.workflows.roles import Role

CHAPTERS: Mapping[Role, str] = {
    Role.CLERK: "clerk",
    Role.DIRECTOR: "reviewer",
    Role.LEADER: "reviewer",
    Role.LIAISON: "unit",
    Role.HEAD: "unit",
    Role.SUPERVISION: "supervision",
    Role.OBSERVER: "supervision",
    Role.AUDITOR: "supervision",
    Role.ADMINISTRATOR: "administrator",
}
"""The chapter a role reads: docs/manual/N-<name>.md."""

_CLERK = {
    "home": "首页和预警",
    "warnings": "首页和预警",
    "warning": "首页和预警",
    "imports": "导入数据",
    "entry": "直接录入",
    "grid": "直接录入",
    "facts": "核对数据",
    "units": "核对数据",
    "unit": "核对数据",
    "assessments": "开展考核",
    "figure": "开展考核",
    "pictures": "开展考核",
    "notices": "起草、送审和印发通报",
    "proofreading": "校对文稿",
    "rectifications": "审核整改报告、催办和移交",
    "registers": "名录、免更新和账号办理",
    "scheme": "修改考核办法",
}
_REVIEWER = {
    "home": "首页和待办",
    "warnings": "首页和待办",
    "warning": "首页和待办",
    "imports": "查看考核结果",
    "facts": "查看考核结果",
    "units": "查看考核结果",
    "unit": "查看考核结果",
    "assessments": "决定异议和发布",
    "league": "查看考核结果",
    "scorecard": "查看考核结果",
    "figure": "查看考核结果",
    "pictures": "查看考核结果",
    "notices": "审核通报",
    "proofreading": "校对文稿",
    "rectifications": "查看整改",
    "registers": "审批免更新和账号申请",
    "scheme": "查看考核结果",
}
_UNIT = {
    "home": "首页和预警",
    "warnings": "首页和预警",
    "warning": "首页和预警",
    "facts": "查看本单位的情况",
    "units": "查看本单位的情况",
    "unit": "查看本单位的情况",
    "assessments": "核对考核结果",
    "figure": "核对考核结果",
    "pictures": "查看本单位的情况",
    "notices": "签收通报",
    "proofreading": "校对文稿",
    "rectifications": "办理整改",
    "registers": "查看本单位的情况",
    "exemptions": "申请免更新",
    "exemption_new": "申请免更新",
    "account_cases": "申请开设、变更或注销账号",
    "account_case_new": "申请开设、变更或注销账号",
}
SECTIONS: Mapping[Role, Mapping[str, str]] = {
    Role.CLERK: _CLERK,
    Role.DIRECTOR: _REVIEWER,
    Role.LEADER: _REVIEWER | {"notices": "签发通报"},
    Role.LIAISON: _UNIT,
    Role.HEAD: _UNIT,
    Role.SUPERVISION: {"": "督查室"},
    Role.OBSERVER: {"": "上级观察员"},
    Role.AUDITOR: {"": "审计员"},
    Role.ADMINISTRATOR: {
        "": "管理员的日常工作",
        "people": "人员和身份",
        "person": "登录问题",
    },
}
"""Role → page, or the page of its room's entry in the side bar, or "" for any → heading in its chapter."""


def section(roles: Iterable[Role], page: str, room: str) -> str:
    """The address of what explains `page`, in the side bar under `room`, to who has these roles; the role
    that has the most to say of the page counts. "" where nothing is said."""
    held = [role for role in Role if role in set(roles)]
    for name in (page, room, ""):
        for role in held:
            if heading := SECTIONS[role].get(name):
                return f"{reverse('help_chapter', args=[CHAPTERS[role]])}#{quote(heading)}"
    return ""

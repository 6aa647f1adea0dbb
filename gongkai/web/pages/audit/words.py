"""What the audit's codes mean: acts and fields, in the words of a clerk."""

from collections.abc import Iterator, Mapping
from typing import Any

from gongkai.measures.facts import KIND_LABELS
from gongkai.web import fact_words
from gongkai.workflows.registry import MACHINES
from gongkai.workflows.states import Machine

FAMILIES: Mapping[str, str] = {
    "office": "工作包",
    "register": "名录",
    "unit": "单位",
    "exemption": "免更新",
    "account_case": "账号事项",
    "upload": "上传文件",
    "mapping": "列的对应",
    "batch": "导入批次",
    "fact": "数据",
    "adjustment": "人工加减分",
    "assessment": "考核结果",
    "scheme": "考核办法",
    "objection": "异议",
    "notice": "通报",
    "rectification": "整改",
    "proofreading": "校对",
    "person": "人员",
    "audit": "审计",
    "system": "系统",
}
"""What stands before the dot of an act, in the order of a quarter."""

COURSES: Mapping[str, tuple[Machine, ...]] = {
    "upload": (MACHINES["imports"],),
    "assessment": (MACHINES["assessments"],),
    "objection": (MACHINES["objections"],),
    "notice": (MACHINES["reviews"],),
    "rectification": (MACHINES["rectification"],),
    "exemption": (MACHINES["exemptions"],),
    "account_case": (MACHINES["accounts"], MACHINES["unapproved_accounts"]),
}
"""Whose steps are acts of a family."""

OWN: Mapping[str, str] = {
    "office.load": "载入",
    "unit.alias": "确认别名",
    "register.add": "登记",
    "register.change": "修改",
    "register.remove": "删除",
    "register.move": "调整顺序",
    "register.import": "用表格更新",
    "register.carry": "数据随之改名",
    "exemption.ask": "申请",
    "account_case.begin": "登记",
    "upload.receive": "接收",
    "upload.answer": "答复疑问",
    "upload.move": "改换期间",
    "mapping.remember": "记住",
    "mapping.forget": "取消记住",
    "batch.write": "写入",
    "batch.undo": "撤销",
    "fact.change": "更新",
    "fact.remove": "撤回",
    "fact.restore": "恢复",
    "adjustment.undo": "撤销",
    "assessment.make": "考核",
    "assessment.confirm": "单位确认无异议",
    "scheme.save": "修改",
    "objection.make": "提出",
    "notice.draft": "保存稿件",
    "notice.void": "作废稿件",
    "notice.return": "交回改过的文稿",
    "notice.settle": "处理交回文稿的差异",
    "notice.receive": "签收",
    "notice.waive": "放行校核问题",
    "notice.issue": "印发",
    "rectification.open": "下发",
    "proofreading.dismiss": "不再提示",
    "proofreading.restore": "恢复提示",
    "person.add": "新增",
    "person.roles": "修改身份",
    "person.activate": "启用",
    "person.deactivate": "停用",
    "person.link": "发设置密码的链接",
    "person.unlock": "解除锁定",
    "person.second_factor": "解除两步验证",
    "person.second_factor_on": "启用两步验证",
    "person.sign_in": "登录",
    "person.lock": "登录失败锁定",
    "person.session": "结束登录",
    "person.password": "设置密码",
    "audit.verify": "核验审计链",
    "system.backup": "备份",
}

FIELDS: Mapping[str, str] = {
    "state": "状态",
    "deadline": "整改期限",
    "words": "填写的内容",
    "comment": "意见",
    "file": "文件",
    "digest": "文件校验值",
    "counts": "条数",
    "snapshot": "数据快照校验值",
    "batches": "批次",
    "result": "结果校验值",
    "issue": "问题",
    "items": "事项",
    "text": "内容",
    "unit": "单位",
    "number": "序号",
    "roles": "身份",
    "name": "姓名",
    "username": "用户名",
    "added": "新增",
    "changed": "更新",
    "same": "未变",
    "unchanged": "未变",
    "message": "说明",
    "left": "一方",
    "right": "另一方",
    "severity": "轻重",
    "units": "单位",
    "code": "代码",
    "decision": "决定",
    "subject": "事由",
    "period": "期间",
    "title": "标题",
    "template": "正文",
    "document_number": "发文字号",
    "issued_on": "印发日期",
    "rectify_by": "整改期限",
    "office.toml": "工作包设定（office.toml）",
    "scheme.toml": "考核办法（scheme.toml）",
    "notice.md": "通报正文（notice.md）",
}


def _steps() -> Iterator[tuple[str, str]]:
    for family, machines in COURSES.items():
        for move in (move for machine in machines for move in machine.transitions):
            yield f"{family}.{move.event.value}", move.event.label


AUDIT_WORDS: Mapping[str, str] = {**dict(_steps()), **OWN}
"""Act → its verb: everything that any action records."""


def action(code: str) -> str:
    """rectification.submit → 整改：报送整改报告."""
    family = code.partition(".")[0]
    return f"{FAMILIES.get(family, family)}：{AUDIT_WORDS.get(code, code)}"


def known(code: str) -> bool:
    """Whether this is an act, or a family of acts (fact.)."""
    return code in AUDIT_WORDS or (code.endswith(".") and code[:-1] in FAMILIES)


def families() -> list[dict[str, Any]]:
    """The acts to choose from, by family."""
    return [
        {"code": f"{family}.", "label": label, "acts": acts}
        for family, label in FAMILIES.items()
        if (acts := [(code, word) for code, word in AUDIT_WORDS.items() if code.startswith(f"{family}.")])
    ]


def field(name: str) -> str:
    """words → 填写的内容; of a fact, as the clerk calls it; a name nobody listed stays as it is."""
    return FIELDS.get(name) or KIND_LABELS.get(name) or fact_words.field_label(name)


def readable(value: Any, act: str) -> Any:
    """A kept value with the codes of states put into words."""
    machines = COURSES.get(act.partition(".")[0], ())
    labels = {one.value: one.label for machine in machines for one in machine.states}
    if isinstance(value, dict) and value.get("state") in labels:
        return {**value, "state": labels[value["state"]]}
    return labels.get(value, value) if isinstance(value, str) else value

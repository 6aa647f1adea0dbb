"""The entrance in words."""

from typing import Any

from django.urls import reverse

from gongkai.records.starting import Start
from gongkai.terms import Period
from gongkai.web.may import May

REVIEWERS = 3
"""People a notice passes through: one drafts, one checks, one signs, and no one does two of these."""


def steps(office: str, period: Period, start: Start, may: May) -> list[dict[str, Any]]:
    """The steps to the first notice: what each is for, how it stands, where it is done and whether this
    person may go there. One of them is next."""
    of_office, of_period = {"office": office}, {"office": office, "period": period}
    listed = [
        _step(
            "核对名录",
            "单位、栏目、账号和责任都从工作包载入，请先核对。",
            start.units > 0,
            start.units and f"{start.units} 个单位",
            reverse("registers", kwargs=of_office),
            "查看名录",
            may["registers_see"].why,
        ),
        _step(
            "添加人员",
            "经办、科室负责人、分管领导三人分别送审、审核、签发；各单位的信息员可用表格一次导入。",
            start.people >= REVIEWERS,
            start.people and f"{start.people} 人",
            reverse("people", kwargs=of_office),
            "管理人员",
            may["people_see"].why,
        ),
        _step(
            "导入数据",
            "把各系统导出的表格拖进来，逐项核对后写入；写错可以撤销。",
            start.batches > 0,
            start.batches and f"{start.batches} 批",
            reverse("imports", kwargs=of_period),
            "导入数据",
            may["imports_see"].why,
        ),
        _step(
            "开展考核",
            "按考核办法计算得分和排名，送各单位核对后发布。",
            start.assessments > 0,
            start.assessments and f"{start.assessments} 版结果",
            reverse("assessments", kwargs=of_period),
            "开展考核",
            may["assessments_see"].why,
        ),
        _step(
            "起草通报",
            "数字自动填入通报，经校核、送审、审核、签发后印发。",
            start.notices > 0,
            start.notices and f"{start.notices} 份",
            reverse("notices", kwargs=of_period),
            "起草通报",
            may["notices_see"].why,
        ),
    ]
    following = next((step for step in listed if not step["done"]), None)
    return [step | {"next": step is following} for step in listed]


def _step(
    title: str, text: str, done: bool, state: str | int, url: str, verb: str, why: str
) -> dict[str, Any]:
    told = {"title": title, "text": text, "done": done, "state": state or ""}
    return told | {"url": url, "verb": verb, "why": why}

"""The entrance in words."""

from typing import Any, NamedTuple

from django.urls import reverse

from gongkai.records.starting import Start
from gongkai.terms import Period
from gongkai.web.may import May

REVIEWERS = 3
"""People a notice passes through: one drafts, one checks, one signs, and no one does two of these."""


class _Step(NamedTuple):
    """A step to the first notice: done once `enough` of what is `counted` (a field of Start) is there."""

    title: str
    text: str
    counted: str
    counter: str
    page: str
    verb: str
    right: str
    of_period: bool = True
    enough: int = 1


STEPS = (
    _Step(
        "核对名录",
        "单位、栏目、账号和责任都从工作包载入，请先核对。",
        counted="units",
        counter="个单位",
        page="registers",
        verb="查看名录",
        right="registers_see",
        of_period=False,
    ),
    _Step(
        "添加人员",
        "经办、科室负责人、分管领导三人分别送审、审核、签发；各单位的信息员可用表格一次导入。",
        counted="people",
        counter="人",
        page="people",
        verb="管理人员",
        right="people_see",
        of_period=False,
        enough=REVIEWERS,
    ),
    _Step(
        "导入数据",
        "把各系统导出的表格拖进来，逐项核对后写入；写错可以撤销。",
        counted="batches",
        counter="批",
        page="imports",
        verb="导入数据",
        right="imports_see",
    ),
    _Step(
        "开展考核",
        "按考核办法计算得分和排名，送各单位核对后发布。",
        counted="assessments",
        counter="版结果",
        page="assessments",
        verb="开展考核",
        right="assessments_see",
    ),
    _Step(
        "起草通报",
        "数字自动填入通报，经校核、送审、审核、签发后印发。",
        counted="notices",
        counter="份",
        page="notices",
        verb="起草通报",
        right="notices_see",
    ),
)


def steps(office: str, period: Period, start: Start, may: May) -> list[dict[str, Any]]:
    """The steps to the first notice: what each is for, how it stands, where it is done and whether this
    person may go there. One of them is next."""
    told = [_told(step, office, period, start, may) for step in STEPS]
    following = next((step for step in told if not step["done"]), None)
    return [step | {"next": step is following} for step in told]


def _told(step: _Step, office: str, period: Period, start: Start, may: May) -> dict[str, Any]:
    count = getattr(start, step.counted)
    place: dict[str, Any] = {"office": office} | ({"period": period} if step.of_period else {})
    return {
        "title": step.title,
        "text": step.text,
        "done": count >= step.enough,
        "state": f"{count} {step.counter}" if count else "",
        "url": reverse(step.page, kwargs=place),
        "verb": step.verb,
        "why": may[step.right].why,
    }

"""信息报送: what units submitted, and in the same table what was adopted."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from gongkai.measures.facts import Fact, Precision, Submission
from gongkai.sources import adoptions
from gongkai.sources.faults import Code
from gongkai.sources.fields import Blank, Field, Takes, count, text, unit
from gongkai.sources.forms import Form
from gongkai.sources.report import Report


class Item(NamedTuple):
    """One item submitted; `outlet` names who took it, if anyone did."""

    unit: str
    day: date
    title: str
    late: bool | None
    outlet: str | None


class Counted(NamedTuple):
    """A unit's row in 信息报送情况统计表; `adopted` by outlet, as far as the table has columns for it."""

    unit: str
    quota: int | None
    submitted: int
    late: int | None
    adopted: dict[str, int]


def event(item: Item, report: Report) -> Sequence[Fact]:
    key = f"{item.unit}|{item.day}|{item.title}"
    place = report.sheet, report.row
    late = int(item.late or False)
    fact = Submission(item.unit, item.day, Precision.DAY, 1, item.title, late, key, *place)
    if not item.outlet:
        return (fact,)
    return fact, *adoptions.of_item(item.unit, item.day, item.title, item.outlet, report)


def counted(row: Counted, report: Report) -> Sequence[Fact]:
    _check(row, report)
    period, place = report.desk.period, (report.sheet, report.row)
    late, key = row.late or 0, f"{row.unit}|{period.code}"
    fact = Submission(row.unit, period.end, Precision.PERIOD, row.submitted, "", late, key, *place)
    return fact, *adoptions.of_counts(row.unit, row.adopted, report)


def _check(row: Counted, report: Report) -> None:
    quota = report.desk.submission_quota(row.unit)
    if row.quota is not None and quota is not None and row.quota != quota:
        report.warn_once(
            row.quota,
            "quota",
            Code.QUOTA_DIFFERS,
            f"表中应报数为 {row.quota}，登记的应报数为 {quota}",
            "考核按登记数计算；应报数有调整的，请先修改工作包",
        )
    parts = {"late": row.late or 0, **row.adopted}
    for key, part in parts.items():
        if part > row.submitted:
            what = "迟报数" if key == "late" else "采用数"
            report.error(
                key,
                Code.PART_EXCEEDS,
                f"{what} {part} 大于实报数 {row.submitted}",
                "请核对报送和采用条数",
            )


def _items(*day: str, vague: bool = False) -> Form:
    """The list of items whose date stands under one of the headers `day`."""
    return Form(
        kind="submissions",
        title="信息报送明细",
        row=Item._make,
        fields=(
            unit("报送单位", "供稿单位", "来稿单位"),
            Field("day", Takes.DAY_IN_PERIOD, day, required=True, blank=Blank.REFUSED),
            text("title", "标题", "信息标题", "稿件标题", "题目", "信息名称", required=True),
            Field("late", Takes.FLAG, ("是否迟报", "迟报"), blank=Blank.NO),
            text("outlet", "采用媒体", "采用渠道", "采用情况", "采用单位", "刊发媒体"),
        ),
        make=event,
        identity="title",
        events=True,
        words=("报送", "供稿"),
        vague=vague,
    )


FORMS = (
    _items("报送日期", "报送时间", "供稿时间", "供稿日期", "来稿日期", "投稿时间", "提交时间"),
    _items("日期", "时间", vague=True),
    Form(
        kind="submissions",
        title="信息报送情况统计表",
        row=Counted._make,
        fields=(
            unit("报送单位"),
            count("quota", "应报", "应报数", "应报条数", "应报数量", "任务数", "报送任务", blank=Blank.NONE),
            count(
                "submitted",
                *("实报", "实报数", "实报条数", "实报数量", "报送数", "报送数量", "报送条数", "已报"),
                required=True,
            ),
            count("late", "迟报", "迟报数", "迟报条数"),
        ),
        make=counted,
        identity="unit",
        series=adoptions.OUTLETS,
        words=("报送",),
    ),
)

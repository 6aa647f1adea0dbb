"""栏目更新: what responsible units published in the columns of the website."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from gongkai.measures.facts import ColumnUpdate, Fact, Precision
from gongkai.sources.cells import plain
from gongkai.sources.desk import Desk
from gongkai.sources.faults import Code
from gongkai.sources.fields import Blank, Field, Takes, count, text, unit
from gongkai.sources.forms import Form, Series
from gongkai.sources.report import Report
from gongkai.terms import Period

_MONTH = re.compile(r"(?:(\d{4})年)?(\d{1,2})月份?(?:更新|发布)?(?:条数|数量|数)?")


class Update(NamedTuple):
    """One item published in a column."""

    column: str
    unit: str
    day: date
    title: str


class Monthly(NamedTuple):
    """A column and a unit, with the items of each month; a month is named by its last day."""

    column: str
    unit: str
    frequency: str | None
    total: int | None
    months: dict[date, int]


class Counted(NamedTuple):
    """A column and a unit, with the items of the whole period."""

    column: str
    unit: str
    frequency: str | None
    updates: int


def event(update: Update, report: Report) -> Sequence[Fact]:
    if not _responsible(update.column, update.unit, report):
        return ()
    key = f"{update.column}|{update.unit}|{update.day}|{update.title}"
    return (
        ColumnUpdate(
            update.unit,
            update.day,
            Precision.DAY,
            1,
            update.column,
            update.title,
            key,
            report.sheet,
            report.row,
        ),
    )


def monthly(row: Monthly, report: Report) -> Sequence[Fact]:
    """A fact for each month, 0 included: a month without an item is a figure too."""
    _check_frequency(row.column, row.unit, row.frequency, report)
    if row.total is not None and row.total != sum(row.months.values()):
        report.error(
            "total",
            Code.PARTS_MISMATCH,
            f"合计为 {row.total}，各月相加为 {sum(row.months.values())}",
            "请核对各月条数",
        )
    if not _responsible(row.column, row.unit, report):
        return ()
    return [
        _counted(row.column, row.unit, day, Precision.MONTH, updates, report)
        for day, updates in row.months.items()
        if _in_period(day, updates, report)
    ]


def counted(row: Counted, report: Report) -> Sequence[Fact]:
    _check_frequency(row.column, row.unit, row.frequency, report)
    if not _responsible(row.column, row.unit, report):
        return ()
    day = report.desk.period.end
    return (_counted(row.column, row.unit, day, Precision.PERIOD, row.updates, report),)


def _counted(
    column: str, unit: str, day: date, precision: Precision, updates: int, report: Report
) -> ColumnUpdate:
    window = f"{day:%Y-%m}" if precision is Precision.MONTH else report.desk.period.code
    key = f"{column}|{unit}|{window}"
    return ColumnUpdate(unit, day, precision, updates, column, "", key, report.sheet, report.row)


def _in_period(day: date, updates: int, report: Report) -> bool:
    if day in report.desk.period:
        return True
    if updates:
        reason = f"{day.year}年{day.month}月不在导入期间（{report.desk.period.label}）内，该列没有导入"
        advice = "请核对表头月份，或选择正确的期间后重新导入"
        report.column_error(day, Code.MONTH_OUTSIDE, reason, advice)
    return False


def _responsible(column: str, unit: str, report: Report) -> bool:
    units = [unit for duty in report.desk.registered_column(column).duties for unit in duty.units]
    if unit in units:
        return True
    report.error(
        "unit",
        Code.COLUMN_UNIT,
        f"“{unit}”不是栏目“{column}”的保障单位",
        f"登记的保障单位是{'、'.join(units)}，请核对后改正，或先修改名册",
    )
    return False


def _check_frequency(column: str, unit: str, stated: str | None, report: Report) -> None:
    """A frequency that differs from the register's is noted; the register decides."""
    for duty in report.desk.registered_column(column).duties:
        if stated and unit in duty.units and plain(stated) != plain(duty.frequency):
            report.warning(
                "frequency",
                Code.FREQUENCY_DIFFERS,
                f"表中更新频次为“{stated}”，登记的是“{duty.frequency}”",
                "考核按登记的频次判断；频次有调整的，请先修改名册",
            )


def month(header: str, desk: Desk) -> date | None:
    """The last day of the month that a header names (10月, 2021年10月), within the period as far as it goes;
    without a year, the month of the period, or else of the period's first year."""
    match = _MONTH.fullmatch(header)
    if not match or not 1 <= int(match[2]) <= 12:
        return None
    for inside in desk.period.months():
        if inside.start.month == int(match[2]) and match[1] in (None, str(inside.start.year)):
            return inside.end
    return Period.parse(f"{match[1] or desk.period.start.year}-{int(match[2]):02}").end


def _months(desk: Desk) -> Iterator[str]:
    """The months of the period; without their year, so that the choice holds in every year."""
    months = desk.period.months()
    once = len({month.start.month for month in months}) == len(months)
    return (f"{month.start.month}月" if once else month.label for month in months)


_COLUMN = Field(
    "column",
    Takes.COLUMN,
    ("栏目名称", "栏目", "责任栏目", "公开栏目", "专栏名称", "所属栏目", "发布栏目"),
    required=True,
    blank=Blank.ABOVE,
)
_FREQUENCY = text("frequency", "更新频次", "更新要求", "频次", "更新频率", "更新周期")
_UNIT = unit("保障单位", "责任单位", blank=Blank.ABOVE)
_WORDS = ("栏目", "专栏")

FORMS = (
    Form(
        kind="columns",
        title="栏目更新明细",
        row=Update._make,
        fields=(
            _COLUMN._replace(blank=Blank.REFUSED),
            unit("保障单位", "责任单位", "发布单位", "信息来源"),
            Field(
                "day",
                Takes.DAY_IN_PERIOD,
                ("发布日期", "发布时间", "更新日期", "更新时间", "公开日期", "公开时间", "日期", "时间"),
                required=True,
                blank=Blank.REFUSED,
            ),
            text("title", "标题", "信息标题", "信息名称", "文章标题", "题目", required=True),
        ),
        make=event,
        identity="title",
        events=True,
        words=_WORDS,
    ),
    Form(
        kind="columns",
        title="栏目更新统计表（分月）",
        row=Monthly._make,
        fields=(_COLUMN, _UNIT, _FREQUENCY, count("total", "合计", "小计", "总数", "总计", blank=Blank.NONE)),
        make=monthly,
        identity="column",
        series=Series("months", month, count("months", "各月更新数"), _months, required=True),
        words=_WORDS,
    ),
    Form(
        kind="columns",
        title="栏目更新统计表",
        row=Counted._make,
        fields=(
            _COLUMN,
            _UNIT,
            _FREQUENCY,
            count(
                "updates",
                *("更新数", "更新数量", "更新条数", "发布条数", "发布数量", "公开条数", "条数", "信息条数"),
                required=True,
            ),
        ),
        make=counted,
        identity="column",
        words=_WORDS,
    ),
)

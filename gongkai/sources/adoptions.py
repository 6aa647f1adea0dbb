"""采用: which outlet took whose items."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from gongkai.measures.facts import Adoption, Fact, Precision
from gongkai.sources.desk import nearest
from gongkai.sources.faults import Code
from gongkai.sources.fields import Blank, Field, Takes, count, text, unit
from gongkai.sources.forms import Form, Series
from gongkai.sources.report import Report

_SEPARATOR = re.compile(r"[、,，;；/]\s*|\s+")
_NOT_ADOPTED = frozenset(("否", "未采用", "无", "—", "-", "未"))
_ADOPTED = frozenset(("是", "已采用", "采用"))


class Item(NamedTuple):
    """One item that one or more outlets took."""

    unit: str
    day: date
    title: str
    outlet: str


class Counted(NamedTuple):
    """A unit's adoptions by outlet."""

    unit: str
    adopted: dict[str, int]


def event(item: Item, report: Report) -> Sequence[Fact]:
    return tuple(of_item(item.unit, item.day, item.title, item.outlet, report))


def counted(row: Counted, report: Report) -> Sequence[Fact]:
    return tuple(of_counts(row.unit, row.adopted, report))


def of_item(unit: str, day: date, title: str, outlets: str, report: Report) -> Iterator[Adoption]:
    """An adoption for each outlet named; 是 means the office's own site."""
    for name in filter(None, _SEPARATOR.split(outlets)):
        if name in _NOT_ADOPTED:
            continue
        outlet = report.desk.own_outlet if name in _ADOPTED else report.desk.outlet(name)
        if outlet is None:
            near = nearest(name, [outlet.name for outlet in report.desk.office.outlets])
            advice = near or "请改用名册中的渠道名称，或先在名册中登记该渠道"
            report.error("outlet", Code.OUTLET_UNKNOWN, f"“{name}”不是名册中的采用渠道", advice)
            continue
        key = f"{unit}|{outlet}|{day}|{title}"
        yield Adoption(unit, day, Precision.DAY, 1, outlet, title, key, report.sheet, report.row)


def of_counts(unit: str, adopted: Mapping[str, int], report: Report) -> Iterator[Adoption]:
    """An adoption for each outlet that the table has a column for, 0 included: none is a figure too."""
    period = report.desk.period
    for outlet, quantity in adopted.items():
        key = f"{unit}|{outlet}|{period.code}"
        place = report.sheet, report.row
        yield Adoption(unit, period.end, Precision.PERIOD, quantity, outlet, "", key, *place)


OUTLETS = Series(
    name="adopted",
    key=lambda header, desk: desk.outlet(header),
    values=count("adopted", "采用数"),
    members=lambda desk: (outlet.name for outlet in desk.office.outlets),
)
"""Columns headed by an outlet: 网站采用, 宝鸡日报, 市政府网站采用数."""

FORMS = (
    Form(
        kind="adoptions",
        title="信息采用明细",
        row=Item._make,
        fields=(
            unit("报送单位", "供稿单位", "来稿单位"),
            Field(
                "day",
                Takes.DAY_IN_PERIOD,
                (
                    "采用日期",
                    "采用时间",
                    "刊发日期",
                    "刊发时间",
                    "刊登时间",
                    "发布日期",
                    "发布时间",
                    "日期",
                    "时间",
                ),
                required=True,
                blank=Blank.REFUSED,
            ),
            text("title", "标题", "信息标题", "稿件标题", "题目", "信息名称", required=True),
            text(
                "outlet",
                *("采用媒体", "采用渠道", "采用单位", "刊发媒体", "媒体名称", "媒体", "渠道", "刊物"),
                required=True,
            ),
        ),
        make=event,
        identity="title",
        events=True,
        words=("采用", "刊发"),
    ),
    Form(
        kind="adoptions",
        title="信息采用情况统计表",
        row=Counted._make,
        fields=(unit("报送单位", "供稿单位"),),
        make=counted,
        identity="unit",
        series=replace(OUTLETS, required=True),
        words=("采用",),
    ),
)

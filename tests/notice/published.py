"""The two published cases as assessments: the cells of tests/golden/cases, measured and assessed for real."""

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from fact_tables import Engine, duties, fact, tables

from gongkai.assessment.assess import assess
from gongkai.assessment.result import Assessment
from gongkai.measures.facts import Adjustment
from gongkai.notice import compose
from gongkai.notice.plan import Plan
from gongkai.office import files
from gongkai.office.pack import Office
from gongkai.terms import Period

ROOT = Path(__file__).parents[2]
WEIBIN, QIANYANG = "weibin-2021q4", "qianyang-2022q2"
MONTHS = {"10月": date(2021, 10, 31), "11月": date(2021, 11, 30), "12月": date(2021, 12, 31)}
TYPES = {"求助": 32, "其他": 6}


class Published(NamedTuple):
    office: Office
    period: Period
    assessment: Assessment
    plan: Plan


def cells(case: str, annex: str) -> list[dict[str, str]]:
    """The rows of a published annex."""
    with (ROOT / "tests/golden/cases" / case / f"{annex}.csv").open(
        encoding="utf-8-sig", newline=""
    ) as lines:
        return list(csv.DictReader(lines))


def unit_of(office: Office, name: str) -> str:
    """The unit a published table means by a name."""
    for unit in office.units:
        known = {unit.name, unit.full_name, *unit.aliases}
        if known & {name, name.removeprefix("县"), name.removeprefix("区")}:
            return unit.name
    raise LookupError(name)


@cache
def weibin() -> Published:
    office = files.read(ROOT / "offices/weibin")
    return published(office, "2021Q4", list(_weibin_facts(office)), [])


@cache
def qianyang() -> Published:
    office = files.read(ROOT / "offices/qianyang")
    return published(office, "2022Q2", list(_orders(office)), list(_adjustments(office)))


def published(office: Office, code: str, facts: list, adjustments: list[Adjustment]) -> Published:
    period = Period.parse(code)
    figures = Engine().ask(tables(facts, duties(office, period)))
    assessment = assess(office, period, figures, adjustments, snapshot="快照")
    issued = next(notice for notice in office.notices if notice.period == code)
    return Published(
        office, period, assessment, compose.plan(office, assessment, issued=issued, period=period)
    )


def _weibin_facts(office: Office) -> Iterator[NamedTuple]:
    end = {"day": date(2021, 12, 31), "precision": "period"}
    for row in cells(WEIBIN, "annex1_submissions"):
        unit = unit_of(office, row["单位"])
        yield fact("submissions", unit, quantity=int(row["实报"]), **end)
        yield fact("adoptions", unit, quantity=int(row["网站采用"]), outlet="区政府网站", **end)
    seen = set()
    for row in cells(WEIBIN, "annex2_columns"):
        place = (row["栏目名称"], unit_of(office, row["保障单位"]))
        for month, day in MONTHS.items():
            if place not in seen:
                yield fact(
                    "columns", place[1], column=place[0], day=day, precision="month", quantity=int(row[month])
                )
        seen.add(place)
    for row in cells(WEIBIN, "annex3_messages"):
        late = int(row["逾期数量"] or 0)
        for outcome, quantity in (("on_time", int(row["办结数量"])), ("late_open", late)):
            if quantity:
                yield fact(
                    "messages", unit_of(office, row["单位"]), quantity=quantity, outcome=outcome, **end
                )
    for row in cells(WEIBIN, "annex4_media"):
        if posts := int(row["实际更新数"] or 0):
            unit, account = unit_of(office, row["责任单位"]), f"{row['账号名称']}·{row['账号类型']}"
            yield fact("posts", unit, account=account, quantity=posts, original=posts, **end)


def _orders(office: Office) -> Iterator[NamedTuple]:
    """Whose the 60 withdrawn were is not known: they are taken from the first units that had so many."""
    end = {"day": date(2022, 6, 30), "precision": "period"}
    withdrawn, types = 60, dict(TYPES)
    yield fact("messages", "政府办", quantity=11, outcome="on_time", **end)
    for annex in ("annex4_hotline_departments", "annex3_hotline_towns"):
        for row in cells(QIANYANG, annex):
            unit, on_time = unit_of(office, row["承办单位"]), int(row["按期办结件"])
            gone = min(on_time, withdrawn)
            withdrawn -= gone
            for outcome, quantity in (
                ("withdrawn", gone),
                ("on_time", on_time - gone),
                ("late", int(row["超时办结件"])),
            ):
                for type_, share in _typed(quantity, types):
                    yield fact("orders", unit, quantity=share, outcome=outcome, type=type_, **end)


def _typed(quantity: int, left: dict[str, int]) -> Iterator[tuple[str, int]]:
    for type_ in left:
        share = min(quantity, left[type_])
        left[type_] -= share
        quantity -= share
        if share:
            yield type_, share
    if quantity:
        yield "投诉", quantity


def _adjustments(office: Office) -> Iterator[Adjustment]:
    computed = {("城关镇", "日常工作"), ("公安局", "新闻动态"), ("人行", "新闻动态")}
    for annex in ("annex1_towns", "annex2_departments"):
        for row in cells(QIANYANG, annex):
            unit = unit_of(office, row["单位"])
            for item, points in row.items():
                entered = item not in ("单位", "基准分", "小计", "名次", "新媒体", "政务新媒体")
                if entered and points and (unit, item) not in computed:
                    yield fact("adjustments", unit, item=item, points=points, reason="考核组汇总")

"""Random offices and random facts: the engine and the plain second implementation give the same figures."""

from datetime import timedelta

import pytest
from alternative_figures import figures
from fact_tables import duties, fact, office, tables
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from gongkai.measures.facts import FACTS
from gongkai.office.pack import (
    Account,
    Column,
    ColumnDuty,
    Exemption,
    OrderRules,
    Outlet,
    Rules,
    TimeLimit,
    Unit,
)
from gongkai.terms import Period

PERIODS = [Period.parse(code) for code in ("2021Q4", "2022-02", "2022W05", "2021-10-06..2021-12-10")]
UNITS = ["甲局", "乙局", "丙镇", "已撤销的局"]
COLUMNS = ["栏目一", "栏目二", "未登记的栏目"]
ACCOUNTS = ["甲发布·微信订阅号", "甲发布·新浪微博", "未登记的号·抖音"]
OUTLETS = ["网站", "日报", "未登记的报"]
TYPES = ["投诉", "咨询", "其他", ""]
FREQUENCIES = ["1条/月", "1条/2周", "2条/季度", "1条/周", "1条/年"]
OUTCOMES = ["", "", "", "on_time", "late", "late_open", "open", "withdrawn"]

few = some.integers(0, 4)
limits = some.lists(
    some.builds(
        TimeLimit,
        type=some.sampled_from(TYPES),
        days=some.integers(1, 30),
        span=some.sampled_from(["工作日", "自然日"]),
    ),
    max_size=3,
    unique_by=lambda limit: limit.type,
)


@some.composite
def offices(draw):
    units = [Unit(name=name, kind="部门", group="部门", ranked=draw(some.booleans())) for name in UNITS[:3]]
    keepers = some.lists(some.sampled_from(UNITS[:3]), min_size=1, max_size=3, unique=True)
    columns = []
    for name in COLUMNS[:2]:
        kept = draw(keepers)
        exempt = (
            [Exemption(unit=kept[0], period="2021-11", reason="本期无此类信息")]
            if draw(some.booleans())
            else []
        )
        duty = ColumnDuty(units=kept, frequency=draw(some.sampled_from(FREQUENCIES)))
        columns.append(Column(name=name, category="动态", duties=[duty], exemptions=exempt))
    filings = some.sampled_from(["已备案", "未经报备", "已注销"])
    accounts = [
        Account(
            name=name,
            platform=platform,
            unit="甲局",
            holder="",
            filing=draw(filings),
            posting=draw(some.booleans()),
        )
        for name, platform in (key.split("·") for key in ACCOUNTS[:2])
    ]
    rules = Rules(
        submissions=draw(some.sampled_from([None, {"quota": 0}, {"quota": 4}])),
        posting=draw(some.sampled_from(["1条/5工作日", "2条/20自然日"])),
        message_limits=draw(limits),
        orders=OrderRules(limits=draw(limits)),
    )
    outlets = [Outlet(name="网站", level="本级网站"), Outlet(name="日报", level="市级")]
    return office(units, columns=columns, accounts=accounts, outlets=outlets, rules=rules)


@some.composite
def facts(draw, period: Period):
    kind = draw(some.sampled_from([kind for kind in FACTS if kind != "adjustments"]))
    day = draw(some.dates(period.start, period.end))
    later = some.none() | some.integers(0, 60).map(lambda days: day + timedelta(days=days))
    about = {
        "submissions": {"late": few},
        "adoptions": {"outlet": some.sampled_from(OUTLETS)},
        "columns": {
            "column": some.sampled_from(COLUMNS),
            "precision": some.sampled_from(["day", "month", "period"]),
        },
        "messages": {"due": later, "closed": later},
        "orders": {
            "due": later,
            "closed": later,
            "redone": few,
            "returned": few,
            "satisfied": few,
            "dissatisfied": few,
        },
        "posts": {"account": some.sampled_from(ACCOUNTS), "original": few},
    }[kind]
    if kind in ("messages", "orders"):
        about |= {"type": some.sampled_from(TYPES), "outcome": some.sampled_from(OUTCOMES)}
    given_parts = {name: draw(strategy) for name, strategy in about.items()}
    return fact(kind, draw(some.sampled_from(UNITS)), day=day, quantity=draw(few), **given_parts)


@pytest.mark.slow
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=some.data())
def test_the_engine_agrees_with_the_plain_implementation(engine, data):
    period = data.draw(some.sampled_from(PERIODS))
    registers = duties(data.draw(offices()), period)
    rows = tables(data.draw(some.lists(facts(period), max_size=25)), registers)
    assert engine.ask(rows) == figures(rows)

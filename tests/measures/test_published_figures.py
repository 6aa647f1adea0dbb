"""The published tables of two counties in, the published figures out."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from itertools import groupby

import pytest
from fact_tables import duties, fact, office, tables
from golden.cases import number, table

from gongkai.measures.figures import Figure
from gongkai.office.pack import Account, Column, ColumnDuty, Outlet, Rules, SubmissionRules, Unit
from gongkai.terms import Period

WEIBIN, QIANYANG = "weibin-2021q4", "qianyang-2022q2"
END = date(2021, 12, 31)


def total(figures: Sequence[Figure], measure: str) -> int:
    return sum(one.value for one in figures if one.measure == measure)


def having(figures: Sequence[Figure], measure: str) -> list[Figure]:
    """Figures of the measure that count something."""
    return [one for one in figures if one.measure == measure and one.value]


def weibin_office():
    annexes = [table(WEIBIN, name) for name in ("annex2_columns", "annex3_messages", "annex4_media")]
    owing = [row["单位"] for row in table(WEIBIN, "annex1_submissions")]
    named = [row.get("单位") or row.get("保障单位") or row["责任单位"] for annex in annexes for row in annex]
    others = [unit for unit in dict.fromkeys(named) if unit not in owing]
    return office(
        [*owing, *(Unit(name=unit, kind="部门", group="其他", ranked=False) for unit in others)],
        columns=weibin_columns(),
        accounts=[
            Account(
                name=row["账号名称"],
                platform=row["账号类型"],
                unit=row["责任单位"],
                holder=row["开设主体"],
                posting=bool(row["应更新数"]),
            )
            for row in table(WEIBIN, "annex4_media")
        ],
        outlets=[Outlet(name="网站", level="本级网站")],
        rules=Rules(submissions=SubmissionRules(quota=24)),
    )


def weibin_columns() -> list[Column]:
    rows = sorted(table(WEIBIN, "annex2_columns"), key=lambda row: row["栏目名称"])
    return [
        Column(
            name=name,
            category="重点领域",
            duties=[
                ColumnDuty(units=[unit], frequency=frequency)
                for unit, frequency in dict.fromkeys((row["保障单位"], row["更新频次"]) for row in kept)
            ],
        )
        for name, kept in groupby(rows, key=lambda row: row["栏目名称"])
    ]


def weibin_facts() -> list:
    counts = table(WEIBIN, "annex1_submissions")
    known = {"day": END, "precision": "period"}
    facts = [fact("submissions", row["单位"], quantity=int(row["实报"]), **known) for row in counts]
    facts += [
        fact("adoptions", row["单位"], quantity=int(row["网站采用"]), outlet="网站", **known)
        for row in counts
    ]
    columns = {(row["栏目名称"], row["保障单位"]): row for row in table(WEIBIN, "annex2_columns")}
    for (column, unit), row in columns.items():
        for month in (10, 11, 12):
            day = date(2021, month, monthrange(2021, month)[1])
            count = int(row[f"{month}月"])
            facts.append(fact("columns", unit, column=column, day=day, precision="month", quantity=count))
    for row in table(WEIBIN, "annex3_messages"):
        stood = {"on_time": number(row["办结数量"]), "late_open": number(row["逾期数量"])}
        facts += [
            fact("messages", row["单位"], quantity=n, outcome=how, **known) for how, n in stood.items() if n
        ]
    for row in table(WEIBIN, "annex4_media"):
        if made := number(row["实际更新数"]):
            account = f"{row['账号名称']}·{row['账号类型']}"
            facts.append(
                fact("posts", row["责任单位"], account=account, quantity=made, original=made, **known)
            )
    return facts


@pytest.fixture(scope="module")
def weibin(engine) -> list[Figure]:
    return engine.ask(tables(weibin_facts(), duties(weibin_office())))


def test_weibin_submitted_665_of_984_and_270_were_adopted(weibin):
    assert total(weibin, "submissions.submitted") == 665
    assert total(weibin, "submissions.quota") == 984
    assert total(weibin, "adoptions.own") == 270
    assert total(weibin, "adoptions.adopted") == 270


def test_weibin_has_exactly_three_units_with_zero_submissions(weibin):
    assert [one.unit for one in having(weibin, "submissions.zero")] == [
        "天台山管委会",
        "姜谭工业园",
        "经二路办",
    ]


def test_weibin_has_ten_short_columns_of_the_eight_units_that_were_named(weibin):
    short = having(weibin, "columns.short")
    named = ["财政局", "司法局", "发改局", "教体局", "文旅局", "自然资源和规划分局", "商务局", "工信局"]
    assert len(short) == 10
    assert {one.unit for one in short} == set(named)
    assert [(one.item, one.unit) for one in having(weibin, "columns.blank")] == [("规范性文件", "司法局")]


def test_weibin_updates_are_those_of_the_forty_distinct_rows(weibin):
    assert len({(one.item, one.unit) for one in weibin if one.measure == "columns.total"}) == 40
    assert total(weibin, "columns.updates") == total(weibin, "columns.total") == 329 - 12


def test_weibin_closed_45_of_46_messages_and_one_is_overdue(weibin):
    assert total(weibin, "messages.handled") == 46
    assert total(weibin, "messages.closed") == 45
    assert [(one.unit, one.value) for one in having(weibin, "messages.late")] == [("卫生健康局", 1)]


def test_weibin_accounts_owe_12_posts_and_two_lapsed(weibin):
    assert {one.target for one in weibin if one.measure == "posts.original"} == {12}
    lapsed = [one.item.partition("·")[0] for one in having(weibin, "posts.lapsed")]
    assert sorted(lapsed) == ["渭滨小警", "陕西姜谭经济技术开发区"]
    assert total(weibin, "posts.published") == 918


def test_weibin_filed_20_accounts_of_16_units(weibin):
    assert total(weibin, "accounts.registered") == 20
    assert len(having(weibin, "accounts.registered")) == 16


WITHDRAWN = {"县住建局": 60}
"""Whose the 60 withdrawn orders are was not published; the unit with the most orders can hold them all."""


@pytest.fixture(scope="module")
def qianyang(engine) -> list[Figure]:
    rows = [*table(QIANYANG, "annex3_hotline_towns"), *table(QIANYANG, "annex4_hotline_departments")]
    facts = []
    for row in rows:
        unit, withdrawn = row["承办单位"], WITHDRAWN.get(row["承办单位"], 0)
        in_time = int(row["按期办结件"]) - withdrawn
        counts = {"on_time": in_time, "late": int(row["超时办结件"]), "withdrawn": withdrawn}
        facts += [fact("orders", unit, quantity=n, outcome=how) for how, n in counts.items() if n]
    registers = duties(office([row["承办单位"] for row in rows]), Period.parse("2022Q2"))
    return engine.ask(tables(facts, registers))


def test_qianyang_handled_391_orders_of_which_60_withdrawn_331_due_329_in_time_2_late(qianyang):
    names = ("handled", "withdrawn", "due", "on_time", "late", "redone")
    assert [total(qianyang, f"orders.{name}") for name in names] == [391, 60, 331, 329, 2, 0]


def test_chengguan_town_closed_20_of_22_in_time(qianyang):
    rates = {one.measure: one for one in qianyang if one.unit == "城关镇" and one.value is None}
    assert rates["orders.on_time_rate"][5:7] == (20, 22)
    assert rates["orders.handled_rate"][5:7] == (20, 22)


def test_the_two_denominators_of_qianyang_stand_side_by_side(qianyang):
    def over_all(measure: str) -> tuple[int, int]:
        rates = [one for one in qianyang if one.measure == measure]
        return sum(one.numerator for one in rates), sum(one.denominator for one in rates)

    assert over_all("orders.on_time_rate") == (329, 331)
    assert over_all("orders.handled_rate") == (389, 391)

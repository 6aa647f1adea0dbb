"""What an office's pack asks of a period, row by row."""

from datetime import date, timedelta

import pytest
from fact_tables import Q4, duties, office
from hypothesis import given
from hypothesis import strategies as some

from gongkai.assessment import registers
from gongkai.measures.registers import REGISTERS, LimitRow, WindowRow
from gongkai.office.pack import (
    Account,
    Column,
    ColumnDuty,
    Exemption,
    OrderRules,
    Outlet,
    Rules,
    SubmissionRules,
    TimeLimit,
    Unit,
)
from gongkai.terms import Period
from gongkai.workdays import Calendar


def test_every_register_is_built_with_rows_of_its_kind():
    built = duties(office())
    assert list(built) == list(REGISTERS)
    assert all(type(row) is REGISTERS[kind] for kind, rows in built.items() for row in rows)


@pytest.mark.parametrize(
    ("period", "due"),
    [
        ("2021Q4", 24),
        ("2021-10", 8),
        ("2021H2", 48),
        ("2021", 96),
        ("2021-10-01..2021-11-30", 16),
        ("2021-11-01..2021-11-15", 4),
        ("2021W40", 1),
    ],
)
def test_24_a_quarter_are_shared_by_months(period, due):
    assert registers.submission_quota(24, Period.parse(period)) == due


def test_part_of_an_item_is_not_owed():
    assert registers.submission_quota(25, Period.parse("2021-10")) == 8


@given(quota=some.integers(0, 500), year=some.integers(2000, 2090))
def test_three_months_never_owe_more_than_their_quarter(quota, year):
    months = [registers.submission_quota(quota, Period.parse(f"{year}-{month:02}")) for month in (1, 2, 3)]
    assert sum(months) <= registers.submission_quota(quota, Period.parse(f"{year}Q1")) == quota


def test_only_ranked_units_owe_submissions():
    units = [
        Unit(name="甲局", kind="部门", group="部门"),
        Unit(name="气象局", kind="部门", group="其他", ranked=False),
    ]
    rows = duties(office(units, rules=Rules(submissions=SubmissionRules(quota=24))))["units"]
    assert [(row.unit, row.place, row.quota) for row in rows] == [("甲局", 0, 24), ("气象局", 1, None)]


def test_an_office_without_the_duty_has_no_quotas():
    assert {row.quota for row in duties(office())["units"]} == {None}


def column(frequency: str, *units: str, **more) -> Column:
    return Column(
        name="教育信息", category="动态", duties=[ColumnDuty(units=units, frequency=frequency)], **more
    )


def test_each_responsible_unit_has_its_own_windows():
    rows = duties(office(columns=[column("1条/季度", "甲局", "乙局")]))["windows"]
    assert rows == [WindowRow("教育信息", unit, "2021Q4", Q4.start, Q4.end, 1) for unit in ("甲局", "乙局")]


@pytest.mark.parametrize(
    ("exempt", "left"),
    [
        ("2021-11", ["2021-10", "2021-12"]),
        ("2021Q4", []),
        ("2021", []),
        ("2021Q3", ["2021-10", "2021-11", "2021-12"]),
    ],
)
def test_a_window_inside_an_exempt_period_is_not_judged(exempt, left):
    exemption = Exemption(unit="甲局", period=exempt, reason="本期无此类信息")
    rows = duties(office(columns=[column("1条/月", "甲局", exemptions=[exemption])]))["windows"]
    assert [row.window for row in rows] == left


def test_an_exempt_unit_does_not_excuse_the_other():
    exemption = Exemption(unit="甲局", period="2021Q4", reason="本期无此类信息")
    built = duties(office(columns=[column("1条/季度", "甲局", "乙局", exemptions=[exemption])]))
    assert [row.unit for row in built["windows"]] == ["乙局"]
    assert [row.unit for row in built["duties"]] == ["甲局", "乙局"]


def test_a_quarter_of_which_one_month_is_exempt_is_still_judged_whole():
    exemption = Exemption(unit="甲局", period="2021-11", reason="本期无此类信息")
    rows = duties(office(columns=[column("1条/季度", "甲局", exemptions=[exemption])]))["windows"]
    assert [row.window for row in rows] == ["2021Q4"]


@pytest.mark.parametrize(
    ("posting", "period", "due"),
    [
        ("1条/5工作日", "2021Q4", 12),
        ("1条/5工作日", "2022Q2", 12),
        ("1条/5自然日", "2021Q4", 18),
        ("2条/7自然日", "2021-10", 8),
        ("1条/5工作日", "2021-10-01..2021-10-07", 0),
    ],
)
def test_a_posting_quota_follows_the_calendar(posting, period, due):
    made = office(rules=Rules(posting=posting))
    assert registers.posting_quota(made, Period.parse(period), Calendar.statutory()) == due


def test_a_local_holiday_lowers_the_posting_quota():
    closed = {Q4.start + timedelta(days=n): False for n in range(31)}
    assert registers.posting_quota(office(), Q4, Calendar.statutory(closed)) < 12


def test_only_filed_accounts_with_a_duty_owe_posts():
    common = {"platform": "微博", "unit": "甲局", "holder": "甲局"}
    accounts = [
        Account(name="甲发布", **common),
        Account(name="小程序", posting=False, **common),
        Account(name="私开", filing="未经报备", **common),
        Account(name="旧号", filing="已注销", **common),
    ]
    rows = duties(office(accounts=accounts))["accounts"]
    assert [(row.account, row.quota) for row in rows] == [
        ("甲发布·微博", 12),
        ("小程序·微博", None),
        ("私开·微博", None),
        ("旧号·微博", None),
    ]


def test_the_own_site_is_marked():
    outlets = [Outlet(name="网站", level="本级网站"), Outlet(name="日报", level="市级")]
    assert [row.own for row in duties(office(outlets=outlets))["outlets"]] == [True, False]


def test_limits_keep_their_kind_and_their_span():
    rules = Rules(
        message_limits=[TimeLimit(days=5)],
        orders=OrderRules(limits=[TimeLimit(type="投诉", days=15, span="自然日")]),
    )
    assert duties(office(rules=rules))["limits"] == [
        LimitRow("messages", "", 5, True),
        LimitRow("orders", "投诉", 15, False),
    ]


def test_days_reach_a_year_either_side_and_number_the_working_ones():
    days = duties(office())["days"]
    assert days[0].day < date(2020, 10, 1)
    assert days[-1].day > date(2022, 12, 30)
    numbers = {row.day: row.number for row in days}
    assert numbers[Q4.end] - numbers[Q4.start - timedelta(days=1)] == 62


def test_days_reach_as_far_as_the_longest_limit():
    calendar = Calendar.statutory()
    rules = Rules(message_limits=[TimeLimit(days=400)])
    days = registers.build(office(rules=rules), Period.parse("2019Q4"), calendar)["days"]
    assert days[-1].day >= calendar.add(date(2019, 12, 31), 400).day

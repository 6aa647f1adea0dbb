"""A column is warned of before its window ends, and only for what is judged."""

from datetime import date

import pytest
from warning_builders import column, seen, updated

from gongkai.assessment.warnings.warning import State
from gongkai.office.pack import Exemption
from gongkai.terms import Period

SOMEONE_ELSE = updated(date(2021, 10, 8), unit="乙局")
"""Shows that column updates are handed in as a list of events."""


def states(today, *counts, frequency="1条/月", **more):
    found = seen(today, [SOMEONE_ELSE, *counts], columns=[column(frequency, **more)])
    return [(one.window, str(one.state), one.working_days_left, one.missing) for one in found]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2021, 10, 14), []),  # 11 working days before the end of the month
        (date(2021, 10, 15), [("2021-10", "近期到期", 10, 1)]),
        (date(2021, 10, 25), [("2021-10", "近期到期", 4, 1)]),
        (date(2021, 10, 26), [("2021-10", "即将到期", 3, 1)]),
        (date(2021, 10, 31), [("2021-10", "即将到期", 0, 1)]),
        (date(2021, 11, 1), [("2021-10", "已逾期", -1, 1)]),
    ],
)
def test_an_empty_month_becomes_more_urgent_as_its_end_comes(today, expected):
    assert states(today) == expected


def test_make_up_days_are_working_days_left():
    period = Period.parse("2022Q1")
    told = seen(
        date(2022, 1, 26),
        [updated(date(2022, 1, 4), unit="乙局")],
        period=period,
        columns=[column()],
    )
    assert [(one.working_days_left, one.due) for one in told] == [(4, date(2022, 1, 31))]  # 27, 28, 29, 30


@pytest.mark.parametrize(
    ("today", "text"),
    [
        (date(2021, 10, 27), "“教育信息”栏目10月尚未更新，应更新1条，距10月31日还有2个工作日"),
        (date(2021, 10, 29), "“教育信息”栏目10月尚未更新，应更新1条，10月31日到期，今天是最后一个工作日"),
        (date(2021, 10, 30), "“教育信息”栏目10月尚未更新，应更新1条，10月31日到期，其间已无工作日"),
        (date(2021, 10, 31), "“教育信息”栏目10月尚未更新，应更新1条，今天到期"),
        (date(2021, 11, 3), "“教育信息”栏目10月未更新，应更新1条，已于10月31日到期，逾期3个工作日"),
    ],
)
def test_the_sentence_names_column_window_duty_and_time_left(today, text):
    assert [one.text for one in seen(today, [SOMEONE_ELSE], columns=[column()])] == [text]


def test_half_a_duty_says_what_is_still_missing():
    counts = [SOMEONE_ELSE, updated(date(2021, 10, 12))]
    (told,) = seen(date(2021, 10, 27), counts, columns=[column("1条/2周")])
    assert told.missing == 1
    assert told.text == "“教育信息”栏目10月已更新1条，应更新2条，还差1条，距10月31日还有2个工作日"


def test_a_column_that_was_updated_is_left_in_peace():
    assert states(date(2021, 10, 27), updated(date(2021, 10, 12))) == []


def test_what_is_published_after_today_is_not_known_yet():
    assert states(date(2021, 10, 27), updated(date(2021, 10, 28))) != []


def test_an_update_of_last_month_does_not_serve_this_one():
    assert states(date(2021, 11, 29), updated(date(2021, 10, 12))) == [("2021-11", "即将到期", 1, 1)]


def test_an_exempt_window_is_not_warned_of():
    exemption = Exemption(unit="甲局", period="2021-10", reason="本期无此类信息")
    assert states(date(2021, 10, 27), exemptions=[exemption]) == []


def test_each_responsible_unit_of_a_shared_column_is_warned_for_itself():
    shared = column("1条/月", "甲局", "乙局")
    assert [one.unit for one in seen(date(2021, 10, 27), [SOMEONE_ELSE], columns=[shared])] == ["甲局"]


def test_a_yearly_duty_is_silent_in_a_quarter():
    assert states(date(2021, 12, 30), frequency="1条/年") == []


def test_a_count_of_the_whole_period_is_held_against_no_month():
    counts = [updated(date(2021, 12, 31), 1, precision="period")]
    assert seen(date(2021, 12, 30), counts, columns=[column()]) == ()
    (told,) = seen(date(2021, 12, 30), counts, columns=[column("2条/季度")])
    assert (told.missing, told.state) == (1, State.DUE)


def test_a_warning_leads_to_its_window():
    (told,) = seen(date(2021, 10, 27), [SOMEONE_ELSE], columns=[column()])
    assert (told.since, told.due, told.limit, told.provisional) == (
        date(2021, 10, 1),
        date(2021, 10, 31),
        None,
        False,
    )

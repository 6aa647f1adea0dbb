"""What a clerk reads on the small calendar beside a deadline."""

from datetime import date, timedelta

import pytest
from fact_tables import office
from hypothesis import given
from hypothesis import strategies as some

from gongkai.assessment.deadline import (
    deadline,
    explain,
    explain_window,
    limit_of,
    local_reasons,
    month_grid,
)
from gongkai.assessment.registers import calendar
from gongkai.office.pack import DaySpan, LocalDay, Rules, TimeLimit
from gongkai.workdays import Calendar

STATUTORY = Calendar.statutory()
ANY_DAY = some.dates(date(2004, 1, 1), date(2032, 12, 31))
LIMITS = some.builds(TimeLimit, days=some.integers(1, 60), span=some.sampled_from(DaySpan))


def told(path):
    return [(f"{one.day:%m-%d}", one.counted, one.why) for one in path.days]


def test_a_message_before_national_day_is_due_after_the_make_up_saturday():
    path = explain(date(2021, 9, 30), TimeLimit(days=3), STATUTORY)
    assert (path.due, path.total, path.provisional) == (date(2021, 10, 11), 3, False)
    assert told(path) == [
        ("09-30", None, "当日不计入"),
        *((f"10-{day:02}", None, "国庆节假期") for day in range(1, 8)),
        ("10-08", 1, "工作日"),
        ("10-09", 2, "国庆节调休上班"),
        ("10-10", None, "周末"),
        ("10-11", 3, "工作日"),
    ]


@pytest.mark.parametrize(
    ("received", "days", "due", "made_up"),
    [
        (
            date(2022, 1, 28),
            2,
            date(2022, 1, 30),
            {"01-29", "01-30"},
        ),  # both make-up days of the Spring Festival
        (date(2022, 1, 28), 3, date(2022, 2, 7), {"01-29", "01-30"}),
        (date(2022, 4, 1), 2, date(2022, 4, 6), {"04-02"}),
        (date(2021, 10, 8), 1, date(2021, 10, 9), {"10-09"}),
    ],
)
def test_make_up_days_are_counted_and_named(received, days, due, made_up):
    path = explain(received, TimeLimit(days=days), STATUTORY)
    assert path.due == due
    assert {day for day, counted, why in told(path) if counted and "调休上班" in why} == made_up


def test_calendar_days_count_weekends_and_holidays():
    path = explain(date(2021, 9, 30), TimeLimit(days=3, span=DaySpan.CALENDAR), STATUTORY)
    assert told(path)[1:] == [(f"10-0{day}", day, "按自然日计入") for day in (1, 2, 3)]


def test_a_day_off_of_the_office_itself_says_its_reason():
    flood = LocalDay(day="2021-10-11", working=False, reason="防汛")
    here = office(rules=Rules(local_days=(flood,)))
    path = explain(date(2021, 10, 9), TimeLimit(days=1), calendar(here), local_reasons(here))
    assert told(path)[-2:] == [("10-11", None, "地方调整放假（防汛）"), ("10-12", 1, "工作日")]


def test_a_deadline_in_a_year_not_announced_may_move():
    path = explain(date(2099, 6, 5), TimeLimit(days=1), STATUTORY)
    assert path.provisional
    assert "尚未公布" in path.days[-1].why
    assert not explain(date(2099, 6, 5), TimeLimit(days=1, span=DaySpan.CALENDAR), STATUTORY).provisional


@given(received=ANY_DAY, limit=LIMITS)
def test_as_many_days_are_numbered_as_the_limit_has(received, limit):
    path = explain(received, limit, STATUTORY)
    assert [one.counted for one in path.days if one.counted] == list(range(1, limit.days + 1))
    assert path.days[0].day == received
    assert path.days[-1].day == path.due == deadline(received, limit, STATUTORY).day
    assert [one.day for one in path.days] == [received + timedelta(days=n) for n in range(len(path.days))]


@given(received=ANY_DAY, days=some.integers(1, 60))
def test_a_deadline_in_working_days_is_worked_and_agrees_with_the_calendar(received, days):
    path = explain(received, TimeLimit(days=days), STATUTORY)
    assert STATUTORY.is_working(path.due)
    assert (path.due, path.provisional) == STATUTORY.add(received, days)
    assert all(STATUTORY.is_working(one.day) == (one.counted is not None) for one in path.days[1:])


def test_the_days_left_of_a_month_are_numbered_after_today():
    path = explain_window(date(2021, 10, 1), date(2021, 10, 31), date(2021, 10, 26), STATUTORY)
    assert (path.due, path.total) == (date(2021, 10, 31), 17)
    assert told(path)[-6:] == [
        ("10-26", None, "工作日"),
        ("10-27", 1, "工作日"),
        ("10-28", 2, "工作日"),
        ("10-29", 3, "工作日"),
        ("10-30", None, "周末"),
        ("10-31", None, "周末"),
    ]
    assert not any(one.counted for one in path.days[:-5])


@given(start=ANY_DAY, length=some.integers(0, 100), ahead=some.integers(-20, 120))
def test_the_last_number_of_a_window_is_the_working_days_left(start, length, ahead):
    end, today = start + timedelta(days=length), start + timedelta(days=ahead)
    path = explain_window(start, end, today, STATUTORY)
    left = max(0, STATUTORY.between(max(today, start - timedelta(days=1)), end).days)
    assert max((one.counted or 0 for one in path.days), default=0) == left
    assert [one.day for one in path.days] == [start + timedelta(days=n) for n in range(length + 1)]
    assert path.total == STATUTORY.count(start, end).days


@given(received=ANY_DAY, limit=LIMITS)
def test_the_grid_holds_each_day_once_under_its_weekday(received, limit):
    path = explain(received, limit, STATUTORY)
    grid = month_grid(path)
    assert {len(week) for week in grid} == {7}
    assert [cell for week in grid for cell in week if cell] == list(path.days)
    assert all(cell.day.weekday() == at for week in grid for at, cell in enumerate(week) if cell)


def test_a_type_without_a_limit_of_its_own_has_the_general_one():
    consult, general = TimeLimit(type="咨询", days=5), TimeLimit(days=10)
    received = date(2021, 10, 11)
    assert limit_of((consult, general), "咨询", received, STATUTORY) == consult
    assert limit_of((consult, general), "投诉", received, STATUTORY) == general
    assert limit_of((consult,), "投诉", received, STATUTORY) is None


def test_of_two_limits_of_a_type_the_later_deadline_holds():
    working, natural = TimeLimit(days=5), TimeLimit(days=6, span=DaySpan.CALENDAR)
    assert limit_of((natural, working), "咨询", date(2021, 9, 30), STATUTORY) == working

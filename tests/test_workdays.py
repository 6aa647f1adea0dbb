"""What an office relies on when it counts working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.workdays import Calendar, Count, Deadline

STATUTORY = Calendar.statutory()
ANY_DAY = st.dates(date(2000, 1, 1), date(2032, 12, 31))
ANNOUNCED_DAY = st.dates(date(2004, 1, 1), date(2026, 12, 31))
OVERRIDES = st.dictionaries(st.dates(date(2021, 1, 1), date(2022, 12, 31)), st.booleans(), max_size=8)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2021, 10, 1), date(2021, 12, 31), 62),
        (date(2022, 4, 1), date(2022, 6, 30), 62),
        (date(2021, 1, 1), date(2021, 12, 31), 250),
        (date(2021, 10, 1), date(2021, 10, 7), 0),
    ],
)
def test_counts_of_known_periods(start: date, end: date, days: int) -> None:
    assert STATUTORY.count(start, end) == Count(days, provisional=False)


@pytest.mark.parametrize(
    ("day", "working", "reason"),
    [
        (date(2021, 10, 8), True, "工作日"),
        (date(2021, 10, 10), False, "周末"),
        (date(2021, 10, 4), False, "国庆节假期"),
        (date(2021, 10, 9), True, "国庆节调休上班"),
        (date(2021, 9, 26), True, "国庆节调休上班"),
        (date(2022, 12, 31), False, "元旦假期"),
        (date(2015, 9, 3), False, "抗战胜利70周年纪念日假期"),
        (date(2099, 6, 1), True, "工作日（2099年放假安排尚未公布，暂按周末推算）"),
        (date(2099, 6, 6), False, "周末（2099年放假安排尚未公布，暂按周末推算）"),
    ],
)
def test_a_day_says_why(day: date, working: bool, reason: str) -> None:
    assert STATUTORY.is_working(day) is working
    assert STATUTORY.why(day) == reason


def test_a_local_override_wins_over_the_statutory_day() -> None:
    flood, fair = date(2021, 10, 11), date(2021, 10, 2)
    local = Calendar.statutory({flood: False, fair: True})
    assert not local.is_working(flood)
    assert local.is_working(fair)
    assert (local.why(flood), local.why(fair)) == ("地方调整放假", "地方调整上班")
    assert local.count(date(2021, 10, 1), date(2021, 10, 2)).days == 1
    assert local.count(date(2021, 10, 1), date(2021, 12, 31)).days == 62


def test_an_override_that_agrees_with_the_table_changes_no_count() -> None:
    local = Calendar.statutory({date(2021, 10, 9): True, date(2021, 10, 4): False})
    assert local.count(date(2021, 10, 1), date(2021, 12, 31)).days == 62


def test_a_local_override_does_not_announce_a_year() -> None:
    assert not Calendar.statutory({date(2099, 6, 1): False}).announced(2099)


def test_later_changes_of_the_overrides_do_not_reach_the_calendar() -> None:
    overrides = {date(2021, 10, 11): False}
    local = Calendar.statutory(overrides)
    overrides.clear()
    assert not local.is_working(date(2021, 10, 11))


@pytest.mark.parametrize(
    ("received", "days", "due"),
    [
        (date(2021, 9, 30), 1, date(2021, 10, 8)),  # over National Day
        (date(2021, 9, 30), 5, date(2021, 10, 13)),  # the make-up Saturday counts
        (date(2021, 10, 2), 1, date(2021, 10, 8)),  # received on a holiday
        (date(2021, 11, 1), 5, date(2021, 11, 8)),  # the day of receipt does not count
        (date(2021, 11, 1), 0, date(2021, 11, 1)),
    ],
)
def test_a_deadline_of_working_days(received: date, days: int, due: date) -> None:
    assert STATUTORY.add(received, days) == Deadline(due, provisional=False)


def test_a_deadline_into_a_year_not_announced_is_provisional() -> None:
    assert STATUTORY.add(date(2099, 6, 1), 5) == Deadline(date(2099, 6, 8), provisional=True)
    last = date(max(year for year in range(2021, 2099) if STATUTORY.announced(year)), 12, 31)
    assert STATUTORY.add(last, 3).provisional
    assert STATUTORY.count(last, last + timedelta(days=7)).provisional
    assert not STATUTORY.count(last, last).provisional


def test_a_negative_number_of_days_is_refused() -> None:
    with pytest.raises(ValueError, match="工作日数不能为负数：-1"):
        STATUTORY.add(date(2021, 11, 1), -1)


def test_a_case_received_and_closed_the_same_day_took_no_days() -> None:
    day = date(2021, 11, 1)
    assert STATUTORY.between(day, day).days == 0
    assert STATUTORY.between(day, date(2021, 11, 8)).days == 5
    assert STATUTORY.between(date(2021, 11, 8), day).days == -5


@given(ANY_DAY, st.integers(0, 60), OVERRIDES)
def test_the_deadline_is_the_first_day_that_many_working_days_away(
    day: date, days: int, overrides: dict[date, bool]
) -> None:
    calendar = Calendar.statutory(overrides)
    due = calendar.add(day, days).day
    passed = [day + timedelta(days=n) for n in range(1, (due - day).days + 1)]
    assert sum(map(calendar.is_working, passed)) == days
    assert due == day or calendar.is_working(due)


@given(ANY_DAY, st.integers(0, 400), OVERRIDES)
def test_counting_is_adding_up_the_days(day: date, length: int, overrides: dict[date, bool]) -> None:
    calendar, end = Calendar.statutory(overrides), day + timedelta(days=length)
    listed = list(calendar.days(day, end))
    assert calendar.count(day, end).days == sum(each.working for each in listed)
    assert [each.number for each in listed] == [calendar.number(each.day) for each in listed]
    assert [each.working for each in listed] == [calendar.is_working(each.day) for each in listed]
    assert calendar.between(day, end).days == calendar.count(day + timedelta(days=1), end).days


@given(ANNOUNCED_DAY)
def test_every_exception_has_a_reason_of_its_own(day: date) -> None:
    usual = STATUTORY.is_working(day) == (day.weekday() < 5)
    assert usual or STATUTORY.why(day) not in ("工作日", "周末")

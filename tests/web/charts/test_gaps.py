"""Gaps are runs of days on which a whole stretch of the posting duty passed without an original post."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gongkai.terms import Frequency
from gongkai.web.charts.gaps import Gap, gaps
from gongkai.workdays import Calendar

WORKING = Frequency.parse("1条/5工作日")
CALENDAR = Frequency.parse("1条/5自然日")
QUARTER = tuple(Calendar.statutory().days(date(2022, 4, 1), date(2022, 6, 30)))


def on(*days: int) -> set[date]:
    """Days of April 2022."""
    return {date(2022, 4, day) for day in days}


def of(first: int, last: int, posted: set[date], duty: Frequency | None = WORKING) -> tuple[Gap, ...]:
    """Gaps between two days of April 2022."""
    days = tuple(Calendar.statutory().days(date(2022, 4, first), date(2022, 4, last)))
    return gaps(days, posted, duty)


def test_five_working_days_without_a_post_are_a_gap_and_four_are_none():
    assert of(11, 15, set()) == (Gap(date(2022, 4, 11), date(2022, 4, 15), 5),)
    assert of(11, 14, set()) == ()


def test_a_make_up_sunday_is_counted_and_a_holiday_is_not():
    """2022-04-24 is worked for the May holiday; 2022-04-04 and 05 are Qingming."""
    assert of(21, 26, set()) == (Gap(date(2022, 4, 21), date(2022, 4, 26), 5),)
    assert of(4, 8, set()) == ()


def test_a_post_on_a_weekend_ends_a_run():
    assert of(7, 14, on(9)) == ()
    assert of(7, 14, set()) == (Gap(date(2022, 4, 7), date(2022, 4, 14), 6),)


def test_in_natural_days_the_weekend_counts():
    assert of(7, 11, set(), CALENDAR) == (Gap(date(2022, 4, 7), date(2022, 4, 11), 5),)


def test_an_account_without_a_duty_has_no_gap():
    assert of(1, 30, set(), None) == ()


@given(st.sets(st.sampled_from(QUARTER).map(lambda day: day.day)))
def test_no_day_with_a_post_lies_in_a_gap_and_every_long_silence_does(posted: set[date]):
    """Against a second counting: walk each stretch of five working days by itself."""
    found = gaps(QUARTER, posted, WORKING)
    covered = {gap.start + timedelta(days=n) for gap in found for n in range((gap.end - gap.start).days + 1)}
    assert not covered & posted
    working = [day.day for day in QUARTER if day.working]
    for first, last in zip(working, working[4:], strict=False):
        silent = not any(first <= day <= last for day in posted)
        assert silent == ({first, last} <= covered and not any(first <= day <= last for day in posted))
        if silent:
            assert any(gap.start <= first and last <= gap.end for gap in found)

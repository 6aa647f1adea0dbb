"""An account is warned of before it falls silent, and when it falls behind its quota."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some
from warning_builders import account, posted, seen

from gongkai.assessment.deadline import explain
from gongkai.assessment.warnings.warning import State
from gongkai.office.pack import Filing
from gongkai.workdays import Calendar

KEPT = [posted(date(2021, 10, day)) for day in (8, 15, 22)]
"""One original post a week since the holiday."""


def told(today, *posts, **more):
    return seen(today, posts, accounts=[account(**more)])


@pytest.mark.parametrize(
    ("today", "state", "left"),
    [
        (date(2021, 10, 26), None, None),  # two working days after the post of Friday the 22nd
        (date(2021, 10, 27), "即将到期", 2),
        (date(2021, 10, 29), "即将到期", 0),
        (date(2021, 10, 30), "已逾期", 0),
        (date(2021, 11, 2), "已逾期", -2),
    ],
)
def test_five_working_days_after_the_last_original_post_the_next_is_due(today, state, left):
    found = [(str(one.state), one.working_days_left, one.due) for one in told(today, *KEPT)]
    assert found == ([(state, left, date(2021, 10, 29))] if state else [])


def test_the_sentence_says_since_when_by_which_rule_and_what_the_period_still_asks():
    (one,) = told(date(2021, 10, 28), *KEPT)
    assert one.text == (
        "“号·微信订阅号”10月22日以来未发布原创信息，按1条/5工作日的要求，距10月29日还有1个工作日；"
        "四季度应发布12条，还差9条"
    )


def test_the_calendar_of_a_silence_ends_on_its_last_day():
    (one,) = told(date(2021, 10, 28), *KEPT)
    assert explain(one.since, one.limit, Calendar.statutory()).due == one.due


def test_forwarded_posts_do_not_break_the_silence():
    forwarded = posted(date(2021, 10, 27), original=0)
    assert [one.due for one in told(date(2021, 10, 28), *KEPT, forwarded)] == [date(2021, 10, 29)]


def test_before_the_first_post_the_days_count_from_the_beginning_of_the_period():
    (one,) = told(date(2021, 10, 12), posted(date(2021, 10, 8), original=0))
    assert (one.due, one.working_days_left) == (date(2021, 10, 13), 1)  # 8, 9 (made up), 11, 12, 13
    assert one.text.startswith("“号·微信订阅号”四季度尚未发布原创信息，按1条/5工作日的要求")


def test_a_new_account_counts_from_its_opening():
    (one,) = told(date(2021, 12, 8), posted(date(2021, 12, 2), original=0), opened="2021-12-01")
    assert one.due == date(2021, 12, 7)


def test_where_two_are_asked_for_the_second_newest_counts():
    posts = [posted(date(2021, 10, 8)), posted(date(2021, 10, 11)), posted(date(2021, 10, 13))]
    (one,) = seen(date(2021, 10, 20), posts, accounts=[account()], rules={"posting": "2条/7自然日"})
    assert (one.since, one.due, one.state) == (date(2021, 10, 11), date(2021, 10, 18), State.LATE)


def test_an_account_that_kept_its_days_but_not_its_number_is_behind_the_quota():
    posts = [posted(date(2021, 11, 19), original=2), posted(date(2021, 11, 24))]
    (one,) = told(date(2021, 11, 25), *posts)
    assert (one.state, one.missing, one.due, one.since) == (
        State.COMING,
        9,
        date(2021, 12, 31),
        date(2021, 10, 1),
    )
    assert one.text == (
        "“号·微信订阅号”四季度已发布原创信息3条，应发布12条，还差9条，距12月31日还有26个工作日"
    )


def test_in_the_last_days_every_post_still_owed_is_due():
    (one,) = told(date(2021, 12, 29), posted(date(2021, 12, 28), original=11))
    assert (one.state, one.missing, one.working_days_left) == (State.DUE, 1, 2)


def test_the_days_of_counts_by_month_are_not_guessed():
    counts = [posted(date(2021, month, day), 4, 4, "month") for month, day in ((10, 31), (11, 30))]
    assert told(date(2021, 11, 25), *counts) == ()


@pytest.mark.parametrize(
    "duty",
    [
        {"posting": False},
        {"filing": Filing.UNAPPROVED},
        {"opened": "2021-12-30"},
        {"cancelled": "2021-09-30"},
    ],
)
def test_an_account_that_owes_nothing_is_not_warned_of(duty):
    assert told(date(2021, 12, 31), posted(date(2021, 10, 8), original=0), **duty) == ()


def test_a_cancelled_account_is_not_told_to_post():
    posts = [posted(date(2021, 10, 8), original=4)]
    assert told(date(2021, 12, 1), *posts, cancelled="2021-10-31") == ()


@given(some.lists(some.dates(date(2021, 10, 8), date(2021, 12, 31)), min_size=1, max_size=30), some.data())
def test_a_post_today_ends_the_silence(days, data):
    today = data.draw(some.sampled_from(days))
    before = [posted(day) for day in days if day <= today]
    assert all(one.limit is None for one in told(today, *before))

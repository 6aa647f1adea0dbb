"""All warnings of a day together."""

from datetime import date
from itertools import permutations

import pytest
from fact_tables import Q4
from warning_builders import account, column, open_case, posted, seen, submitted, updated

DUTIES = {
    "columns": [column("1条/月", "甲局", "乙局")],
    "accounts": [account()],
    "rules": {"submissions": {"quota": 24}},
}
COUNTS = [
    updated(date(2021, 10, 8), unit="乙局"),
    posted(date(2021, 10, 20), original=5),
    submitted(date(2021, 10, 8), 24, "乙局"),
]
CASES = [open_case(date(2021, 10, 8)), open_case(date(2021, 10, 26))]


def test_the_most_urgent_stands_first():
    found = seen(date(2021, 10, 26), COUNTS, CASES, **DUTIES)
    assert [(str(one.state), one.kind, one.due) for one in found] == [
        ("已逾期", "messages", date(2021, 10, 14)),
        ("即将到期", "posts", date(2021, 10, 27)),
        ("即将到期", "columns", date(2021, 10, 31)),
        ("近期到期", "messages", date(2021, 11, 2)),
        ("近期到期", "submissions", date(2021, 12, 31)),
    ]


def test_the_order_in_which_counts_come_does_not_matter():
    told = {seen(date(2021, 10, 26), order, CASES, **DUTIES) for order in permutations(COUNTS)}
    assert len(told) == 1


@pytest.mark.parametrize("today", [date(2021, 9, 30), date(2022, 1, 1)])
def test_a_period_not_begun_or_finished_is_not_warned_of(today):
    assert today not in Q4
    assert seen(today, COUNTS, CASES, **DUTIES) == ()


def test_an_office_that_owes_nothing_hears_nothing():
    assert seen(date(2021, 12, 31)) == ()

"""A message or work order is warned of by the day it is due."""

from datetime import date

import pytest
from warning_builders import open_case, seen

from gongkai.office.pack import DaySpan, OrderRules, TimeLimit
from gongkai.terms import Period

LIMITS = OrderRules(limits=(TimeLimit(type="咨询", days=5), TimeLimit(days=10)))


def told(today, case, **rules):
    return [
        (str(one.state), one.due, one.working_days_left) for one in seen(today, cases=[case], rules=rules)
    ]


@pytest.mark.parametrize(
    ("today", "state", "left"),
    [
        (date(2021, 10, 8), "近期到期", 5),
        (date(2021, 10, 9), "近期到期", 4),  # a Saturday that is worked
        (date(2021, 10, 11), "即将到期", 3),
        (date(2021, 10, 14), "即将到期", 0),
        (date(2021, 10, 15), "已逾期", -1),
    ],
)
def test_five_working_days_with_a_make_up_saturday(today, state, left):
    assert told(today, open_case(date(2021, 10, 8))) == [(state, date(2021, 10, 14), left)]


def test_a_limit_in_calendar_days_ends_on_its_day():
    natural = TimeLimit(days=5, span=DaySpan.CALENDAR)
    case = open_case(date(2021, 10, 28))
    assert told(date(2021, 10, 29), case, message_limits=(natural,)) == [("即将到期", date(2021, 11, 2), 2)]


@pytest.mark.parametrize(("case_type", "due"), [("咨询", date(2021, 10, 14)), ("投诉", date(2021, 10, 21))])
def test_an_order_has_the_limit_of_its_type(case_type, due):
    case = open_case(date(2021, 10, 8), case_type, "orders")
    assert [one[1] for one in told(date(2021, 10, 12), case, orders=LIMITS)] == [due]


def test_the_day_that_the_source_gives_wins():
    case = open_case(date(2021, 10, 8), due=date(2021, 10, 20))
    assert [one[1] for one in told(date(2021, 10, 12), case)] == [date(2021, 10, 20)]


def test_without_a_limit_there_is_nothing_to_be_late_by():
    case = open_case(date(2021, 10, 8), "投诉", "orders")
    assert told(date(2021, 12, 1), case, orders=OrderRules(limits=(TimeLimit(type="咨询", days=5),))) == []


def test_a_case_that_has_long_is_not_spoken_of():
    case = open_case(date(2021, 10, 8), "投诉", "orders")
    assert told(date(2021, 10, 8), case, orders=OrderRules(limits=(TimeLimit(days=11),))) == []


def test_the_sentence_says_what_came_when_and_how_long_is_left():
    (one,) = seen(
        date(2021, 10, 12), cases=[open_case(date(2021, 10, 8), "投诉", "orders")], rules={"orders": LIMITS}
    )
    assert one.text == "10月8日收到的12345工单001（投诉）尚未办结，距10月21日还有7个工作日"


def test_a_deadline_in_a_year_not_announced_is_provisional_and_the_year_is_said():
    (one,) = seen(date(2098, 12, 30), cases=[open_case(date(2098, 12, 29))], period=Period.parse("2098Q4"))
    assert one.provisional
    assert "距2099年1月5日" in one.text

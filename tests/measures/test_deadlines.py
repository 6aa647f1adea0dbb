"""When a message or work order is late, by its dates and its time limit.

2021-10-01 to 10-07 were holidays; 10-09 was a Saturday at work and 10-11 a Monday.
"""

from datetime import date

import pytest
from fact_tables import duties, fact, office, tables

from gongkai.office.pack import OrderRules, Rules, TimeLimit

STANDS = ("on_time", "late", "open")


def day(text: str) -> date:
    return date.fromisoformat(f"2021-{text}")


@pytest.fixture
def stands(engine):
    """How one order stands: the names of the counts it is in."""

    def ask(*limits: TimeLimit, **given) -> set[str]:
        registers = duties(office(rules=Rules(orders=OrderRules(limits=limits))))
        answered = engine.ask(tables([fact("orders", "甲局", **given)], registers))
        return {name for name in STANDS for one in answered if one.measure == f"orders.{name}" and one.value}

    return ask


FIVE = TimeLimit(days=5)


@pytest.mark.parametrize(
    ("received", "last"),
    [
        ("10-11", "10-18"),  # over a plain weekend
        ("10-08", "10-14"),  # the Saturday 10-09 was worked
        ("10-01", "10-13"),  # received on a holiday
        ("10-10", "10-15"),  # received on a Sunday
        ("12-24", "12-31"),
    ],
)
def test_the_fifth_working_day_after_receipt_is_the_last_in_time(stands, received, last):
    in_time = day(last)
    assert stands(FIVE, day=day(received), closed=in_time) == {"on_time"}
    assert stands(FIVE, day=day(received), closed=date.fromordinal(in_time.toordinal() + 1)) == {"late"}


def test_calendar_days_are_counted_through_holidays(stands):
    limit = TimeLimit(days=5, span="自然日")
    assert stands(limit, day=day("10-01"), closed=day("10-06")) == {"on_time"}
    assert stands(limit, day=day("10-01"), closed=day("10-07")) == {"late"}


def test_a_type_with_its_own_limit_does_not_take_the_general_one(stands):
    limits = (FIVE, TimeLimit(type="咨询", days=2))
    assert stands(*limits, type="咨询", closed=day("10-14")) == {"late"}
    assert stands(*limits, type="投诉", closed=day("10-14")) == {"on_time"}


def test_a_due_day_that_is_given_wins_over_the_limit(stands):
    assert stands(FIVE, due=day("10-30"), closed=day("10-29")) == {"on_time"}
    assert stands(FIVE, due=day("10-12"), closed=day("10-13")) == {"late"}


def test_an_outcome_that_is_given_wins_over_the_dates(stands):
    assert stands(FIVE, closed=day("12-30"), outcome="on_time") == {"on_time"}
    assert stands(FIVE, closed=day("10-12"), outcome="late_open") == {"late"}


def test_an_open_order_is_late_only_when_its_day_has_come_in_the_period(stands):
    assert stands(FIVE, day=day("12-24")) == {"late"}
    assert stands(FIVE, day=day("12-27")) == {"open"}


def test_without_a_limit_there_is_nothing_to_be_late_for(stands):
    assert stands(closed=day("12-30")) == {"on_time"}
    assert stands() == {"open"}


def test_a_limit_written_twice_does_not_count_an_order_twice(engine):
    registers = duties(office(rules=Rules(orders=OrderRules(limits=(FIVE, TimeLimit(days=9))))))
    answered = engine.ask(tables([fact("orders", "甲局", closed=day("10-20"))], registers))
    assert [one.value for one in answered if one.measure in ("orders.handled", "orders.on_time")] == [1, 1]


def test_orders_and_messages_have_limits_of_their_own(engine):
    rules = Rules(message_limits=(TimeLimit(days=1),), orders=OrderRules(limits=(FIVE,)))
    facts = [fact(kind, "甲局", closed=day("10-14")) for kind in ("messages", "orders")]
    late = {one.measure: one.value for one in engine.ask(tables(facts, duties(office(rules=rules))))}
    assert (late["messages.late"], late["orders.late"]) == (1, 0)

"""Warnings judge as the figures do: what is still missing on the last day is what the assessment then finds."""

import re
from datetime import date, timedelta

import pytest
from fact_tables import Q4, Engine, duties, fact, office, tables
from hypothesis import given, settings
from hypothesis import strategies as some

from gongkai.assessment.warnings.counts import DayCount, OpenCase
from gongkai.assessment.warnings.warn import warn
from gongkai.assessment.warnings.warning import State
from gongkai.measures.facts import Precision
from gongkai.office.pack import Account, Column, ColumnDuty, DaySpan, OrderRules, Rules, TimeLimit
from gongkai.terms import Period

UNITS = ("甲局", "乙局")
FREQUENCIES = {"一": "1条/月", "二": "1条/2周", "三": "2条/季度"}
COLUMNS = [
    Column(name=name, category="动态", duties=[ColumnDuty(units=UNITS, frequency=frequency)])
    for name, frequency in FREQUENCIES.items()
]
ACCOUNT = Account(name="号", platform="微博", unit="甲局", holder="甲局")
LIMITS = (TimeLimit(type="咨询", days=5), TimeLimit(days=9), TimeLimit(days=12, span=DaySpan.CALENDAR))
OFFICE = office(
    columns=COLUMNS,
    accounts=[ACCOUNT],
    rules=Rules(submissions={"quota": 6}, orders=OrderRules(limits=LIMITS)),
)
DAYS = some.dates(Q4.start, Q4.end)
ROUNDS = settings(max_examples=25, deadline=None)
MONTH_ENDS = [date(2021, 10, 31), date(2021, 11, 30), date(2021, 12, 31)]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def updates():
    """Updates of a day, or counts of a month."""
    of_day = some.tuples(DAYS, some.just(Precision.DAY.value))
    of_month = some.tuples(some.sampled_from(MONTH_ENDS), some.just(Precision.MONTH.value))
    when = some.one_of(of_day, of_month)
    return some.lists(
        some.tuples(some.sampled_from(UNITS), some.sampled_from(list(FREQUENCIES)), when), max_size=12
    )


@ROUNDS
@given(made=updates())
def test_the_windows_still_short_on_the_last_day_are_those_not_met(engine, made):
    facts = [
        fact("columns", unit, column=column, day=day, precision=precision)
        for unit, column, (day, precision) in made
    ]
    counts = [DayCount("columns", unit, column, day, precision, 1) for unit, column, (day, precision) in made]
    # every month of every column was spoken of, if only to say 0
    counts += [
        DayCount("columns", unit, column, end, "month", 0)
        for unit in UNITS
        for column in FREQUENCIES
        for end in MONTH_ENDS
    ]
    missed = {
        (one.unit, one.item, one.window, one.target - one.value)
        for one in engine.ask(tables(facts, duties(OFFICE)))
        if one.measure == "columns.window" and one.met is False
    }
    warned = [one for one in warn(OFFICE, Q4, Q4.end, counts) if one.kind == "columns"]
    assert {(one.unit, one.subject, one.window, one.missing) for one in warned} == missed


@ROUNDS
@given(days=some.lists(some.tuples(DAYS, some.integers(0, 3)), min_size=1, max_size=10))
def test_an_account_that_lapsed_was_warned_of_on_the_last_day(engine, days):
    facts = [fact("posts", "甲局", account=ACCOUNT.key, day=day, original=original) for day, original in days]
    counts = [DayCount("posts", "甲局", ACCOUNT.key, day, "day", 1, original) for day, original in days]
    missing = [
        one.target - one.value
        for one in engine.ask(tables(facts, duties(OFFICE)))
        if one.measure == "posts.original" and one.met is False
    ]
    told = "".join(one.text for one in warn(OFFICE, Q4, Q4.end, counts) if one.kind == "posts")
    assert [f"还差{number}条" for number in missing] == re.findall(r"还差\d+条", told)


@ROUNDS
@given(
    sent=some.lists(some.tuples(some.sampled_from(UNITS), DAYS, some.integers(1, 4)), min_size=1, max_size=8)
)
def test_what_the_last_day_still_owes_is_what_falls_short(engine, sent):
    facts = [fact("submissions", unit, day=day, quantity=quantity) for unit, day, quantity in sent]
    counts = [DayCount("submissions", unit, "", day, "day", quantity) for unit, day, quantity in sent]
    short = {
        one.unit: one.value
        for one in engine.ask(tables(facts, duties(OFFICE)))
        if one.measure == "submissions.short" and one.value
    }
    warned = [one for one in warn(OFFICE, Q4, Q4.end, counts) if one.kind == "submissions"]
    assert {one.unit: one.missing for one in warned} == short


@ROUNDS
@given(
    received=some.lists(
        some.tuples(some.sampled_from(UNITS), DAYS, some.sampled_from(["咨询", "投诉"])), max_size=8
    )
)
def test_cases_late_the_day_after_are_those_the_figures_call_late(engine, received):
    """The figures call a case late once its last day lies in the period; on that day it can still be closed."""
    facts = [fact("orders", unit, day=day, type=kind) for unit, day, kind in received]
    cases = [OpenCase("orders", unit, str(at), kind, day) for at, (unit, day, kind) in enumerate(received)]
    late = {
        one.unit: one.value
        for one in engine.ask(tables(facts, duties(OFFICE)))
        if one.measure == "orders.late" and one.value
    }
    longer = Period(Q4.start, Q4.end + timedelta(days=1), Q4.kind)
    warned = [one for one in warn(OFFICE, longer, longer.end, (), cases) if one.state is State.LATE]
    assert {unit: sum(one.unit == unit for one in warned) for unit in {one.unit for one in warned}} == late

"""Progress: what is done of what the whole period asks for."""

from datetime import date

from fact_tables import Q4, office

from gongkai.assessment.progress import CaseCount, Done, progress
from gongkai.assessment.warnings.counts import DayCount
from gongkai.office.pack import Account, Column, ColumnDuty, Rules

UNITS = ("甲局", "乙局")


def made(**content):
    return office(rules=Rules(submissions={"quota": 6}), **content)


def of(found, kind):
    return {one.unit: (one.done, one.due) for one in found if one.kind == kind}


def test_items_beyond_the_quota_of_one_do_not_make_up_for_another():
    counts = [DayCount("submissions", "甲局", "", date(2021, 10, 8), "day", 9)]
    assert of(progress(made(), Q4, counts), "submissions") == {"甲局": (6, 6), "乙局": (0, 6)}


def test_columns_count_windows_met_of_those_in_the_period():
    column = Column(name="一", category="动态", duties=[ColumnDuty(units=UNITS, frequency="2条/月")])
    counts = [
        DayCount("columns", "甲局", "一", date(2021, 10, 20), "day", 2),
        DayCount("columns", "甲局", "一", date(2021, 11, 30), "month", 1),
    ]
    assert of(progress(made(columns=[column]), Q4, counts), "columns") == {"甲局": (1, 3), "乙局": (0, 3)}


def test_a_count_of_the_whole_period_meets_no_monthly_window():
    column = Column(name="一", category="动态", duties=[ColumnDuty(units=UNITS, frequency="1条/月")])
    counts = [DayCount("columns", "甲局", "一", date(2021, 12, 31), "period", 5)]
    assert of(progress(made(columns=[column]), Q4, counts), "columns")["甲局"] == (0, 3)


def test_originals_count_for_the_unit_that_has_the_account_whoever_posted():
    account = Account(name="号", platform="微博", unit="甲局", holder="甲局")
    counts = [DayCount("posts", "乙局", account.key, date(2021, 10, 20), "day", 5, original=3)]
    assert of(progress(made(accounts=[account]), Q4, counts), "posts") == {"甲局": (3, 12)}


def test_cases_are_those_closed_of_those_handled_and_nobody_is_listed_with_nothing_due():
    found = progress(made(), Q4, [], [CaseCount("orders", "甲局", 5, 3), CaseCount("orders", "乙局", 0, 0)])
    assert of(found, "orders") == {"甲局": (3, 5)}
    assert Done("orders", "甲局", 3, 5) in found

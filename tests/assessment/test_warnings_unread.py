"""What nobody handed in is said to be missing; no unit is warned of a duty on silence alone."""

from datetime import date

from warning_builders import account, column, posted, seen, submitted, updated

from gongkai.assessment.warnings.warning import State

DUTIES = {"columns": [column("1条/月", "甲局", "乙局")]}


def test_where_nothing_was_handed_in_one_line_for_all_says_so():
    (one,) = seen(date(2021, 10, 28), **DUTIES)
    assert (one.state, one.unit, one.subject, one.missing) == (State.UNREAD, "", "", 2)
    assert one.text == "10月的栏目更新数据尚未报来，2项任务是否完成暂不能判断，请及时报送或导入"
    assert (one.due, one.working_days_left) == (date(2021, 10, 31), 1)


def test_long_before_anything_is_due_nothing_is_asked_for():
    assert seen(date(2021, 10, 11), **DUTIES) == ()


def test_a_unit_that_the_counts_do_not_list_is_unread_not_late():
    counts = [updated(date(2021, 10, 31), 3, "乙局", "month")]
    (one,) = seen(date(2021, 11, 3), counts, **DUTIES)
    assert (one.state, one.unit, one.missing) == (State.UNREAD, "甲局", 1)


def test_a_zero_that_was_handed_in_is_a_zero():
    counts = [
        updated(date(2021, 10, 31), number, unit, "month") for unit, number in (("甲局", 0), ("乙局", 3))
    ]
    (one,) = seen(date(2021, 11, 3), counts, **DUTIES)
    assert (one.state, one.unit, one.window) == (State.LATE, "甲局", "2021-10")


def test_a_month_not_counted_yet_is_unread_beside_one_that_was_missed():
    counts = [updated(date(2021, 10, 31), 0, "甲局", "month")]
    found = seen(date(2021, 11, 29), counts, columns=[column()])
    assert [(one.state, one.window) for one in found] == [(State.LATE, "2021-10"), (State.UNREAD, "")]
    assert found[1].text.startswith("11月的栏目更新数据尚未报来，1项任务")


def test_a_list_of_events_speaks_of_everyone():
    found = seen(date(2021, 10, 28), [updated(date(2021, 10, 8), unit="乙局")], **DUTIES)
    assert [(one.state, one.unit) for one in found] == [(State.DUE, "甲局")]


def test_an_account_counted_by_month_is_unread_until_its_month_is_in():
    counts = [posted(date(2021, 10, 31), 1, 1, "month")]
    (one,) = seen(date(2021, 11, 30), counts, accounts=[account()])
    assert (one.state, one.unit) == (State.UNREAD, "甲局")
    assert one.text.startswith("11月的政务新媒体数据尚未报来")


def test_submissions_that_nobody_counted_are_unread():
    (one,) = seen(date(2021, 12, 1), rules={"submissions": {"quota": 24}})
    assert (one.kind, one.state, one.missing) == ("submissions", State.UNREAD, 2)
    assert one.text.startswith("10月、11月、12月的信息报送数据尚未报来")


def test_counts_of_the_whole_period_speak_of_every_month():
    counts = [
        submitted(date(2021, 12, 31), number, unit, "period") for unit, number in (("甲局", 1), ("乙局", 24))
    ]
    (one,) = seen(date(2021, 12, 1), counts, rules={"submissions": {"quota": 24}})
    assert (one.state, one.unit, one.missing) == (State.COMING, "甲局", 23)

"""A unit behind an even pace is told so gently, and in the last days plainly."""

from datetime import date

import pytest
from warning_builders import seen, submitted

from gongkai.assessment.warnings.warning import State
from gongkai.office.pack import Unit

RULES = {"submissions": {"quota": 24}}
SOMEONE_ELSE = submitted(date(2021, 10, 8), 24, "乙局")


def told(today, *counts, **more):
    return seen(today, [SOMEONE_ELSE, *counts], rules=RULES, **more)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2021, 10, 18), None),  # 7 working days passed, 5 of them grace: not one item yet
        (date(2021, 10, 19), State.COMING),
        (date(2021, 12, 27), State.COMING),
        (date(2021, 12, 28), State.DUE),
        (date(2021, 12, 31), State.DUE),
    ],
)
def test_a_unit_that_sent_nothing_is_reminded_after_the_grace(today, state):
    assert [one.state for one in told(today)] == ([state] if state else [])


def test_the_sentence_says_done_owed_pace_and_time_left():
    (one,) = told(date(2021, 12, 1), submitted(date(2021, 10, 11), 5))
    assert (one.missing, one.state) == (19, State.COMING)
    assert one.text == "四季度已报送信息5条，应报24条，按进度宜达到13条，距12月31日还有22个工作日"


def test_a_unit_that_keeps_the_pace_is_left_in_peace():
    assert told(date(2021, 12, 1), submitted(date(2021, 10, 11), 13)) == ()


def test_at_the_end_the_whole_quota_counts():
    (one,) = told(date(2021, 12, 29), submitted(date(2021, 10, 11), 23))
    assert one.text == "四季度已报送信息23条，应报24条，距12月31日还有2个工作日"


def test_a_unit_without_a_quota_is_not_asked():
    units = [
        Unit(name="乙局", kind="部门", group="部门"),
        Unit(name="气象局", kind="部门", group="部门", ranked=False),
    ]
    assert told(date(2021, 12, 31), units=units) == ()
    assert seen(date(2021, 12, 31), [SOMEONE_ELSE]) == ()

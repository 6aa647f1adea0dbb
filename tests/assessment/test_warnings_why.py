"""Every warning has a calendar that ends on its last day and agrees with the days it says are left."""

from datetime import date

from fact_tables import Q4, office
from hypothesis import given
from hypothesis import strategies as some
from warning_builders import account, column, open_case, posted, submitted, updated

from gongkai.assessment.warnings.warn import warn
from gongkai.assessment.warnings.why import why
from gongkai.office.pack import LocalDay, Rules

LOCAL = (
    LocalDay(day="2021-10-14", working=False, reason="防汛"),
    LocalDay(day="2021-12-25", working=True, reason=""),
)
OFFICE = office(
    columns=[column("1条/月", "甲局", "乙局")],
    accounts=[account()],
    rules=Rules(submissions={"quota": 24}, local_days=LOCAL),
)
COUNTS = [
    updated(date(2021, 10, 8), unit="乙局"),
    posted(date(2021, 10, 20), original=5),
    submitted(date(2021, 10, 8), 24, "乙局"),
]
CASES = [
    open_case(date(2021, 10, 8)),
    open_case(date(2021, 10, 26)),
    open_case(date(2021, 12, 20), due=date(2021, 12, 27)),
]


@given(some.dates(Q4.start, Q4.end))
def test_the_calendar_tells_the_same_story_as_the_warning(today):
    for one in warn(OFFICE, Q4, today, COUNTS, CASES):
        path = why(OFFICE, one, today)
        assert (path.days[0].day, path.days[-1].day, path.due) == (one.since, one.due, one.due)
        left = sum(day.counted is not None for day in path.days if day.day > today)
        assert left == max(0, one.working_days_left)


def test_the_office_says_why_it_rested():
    (one,) = (one for one in warn(OFFICE, Q4, date(2021, 10, 11), COUNTS, CASES) if one.kind == "messages")
    told = {day.day: day.why for day in why(OFFICE, one, date(2021, 10, 11)).days}
    assert (one.due, told[date(2021, 10, 14)]) == (date(2021, 10, 15), "地方调整放假（防汛）")

"""Where an office's calendar is its own, its quotas and deadlines follow it."""

from datetime import date

from fact_tables import Q4, office

from gongkai.assessment import registers
from gongkai.office.pack import LocalDay, Rules


def closed(*days: str) -> Rules:
    return Rules(local_days=tuple(LocalDay(day=day, working=False, reason="地方节日") for day in days))


def test_the_statutory_quarter_owes_12_posts():
    content = office()
    assert registers.posting_quota(content, Q4, registers.calendar(content)) == 12


def test_three_local_holidays_leave_59_working_days_and_11_posts():
    content = office().model_copy(update={"rules": closed("2021-10-20", "2021-10-21", "2021-10-22")})
    calendar = registers.calendar(content)
    assert calendar.count(Q4.start, Q4.end).days == 59
    assert registers.posting_quota(content, Q4, calendar) == 11
    assert not calendar.is_working(date(2021, 10, 20))

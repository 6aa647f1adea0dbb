"""Overdue items are reminded of once by the schedule, and handed over by a person."""

from datetime import date, datetime, timedelta

import pytest

from gongkai.actions import chase, rectify
from gongkai.actions.rectify import RectifyError
from gongkai.records import models
from gongkai.records.audit import Who
from gongkai.workflows.rectification import Event
from gongkai.workflows.rights import Actor, Forbidden
from gongkai.workflows.roles import Role
from tests.conftest import AT
from tests.records.issued import assessment, finding, notice

DEADLINE = date(2022, 1, 20)  # a Thursday
FRIDAY = datetime.fromisoformat("2022-01-21T08:00:00+08:00")
CLERK = Actor("经办某", frozenset({Role.CLERK}))


@pytest.fixture
def office(weibin) -> models.Office:
    row = models.Office.objects.get(key=weibin)
    found = [finding(unit, "零报送") for unit in ("财政局", "教体局")]
    rectify.open_items(notice(assessment(row, found)), deadline=DEADLINE, by=Who("经办某"), at=AT)
    return row


def run(office, event, *numbers, actor=CLERK, at=FRIDAY) -> chase.Chased:
    return chase.run(office, event, numbers, actor=actor, by=Who(actor.person), at=at)


def reminders() -> int:
    return models.RectificationEvent.objects.filter(event="remind").count()


def test_nothing_is_reminded_of_on_the_last_day(office):
    assert chase.by_schedule(at=FRIDAY - timedelta(days=1)) == 0


def test_the_schedule_reminds_once_however_often_it_runs(office):
    assert chase.by_schedule(at=FRIDAY) == 2
    assert chase.by_schedule(at=FRIDAY) == chase.by_schedule(at=FRIDAY + timedelta(days=9)) == 0
    assert {event.by for event in models.RectificationEvent.objects.all()} == {"系统"}


def test_the_schedule_hands_nothing_over(office):
    for days in range(30):
        chase.by_schedule(at=FRIDAY + timedelta(days=days))
    assert not models.Rectification.objects.exclude(supervised_at=None).exists()


def test_a_reminder_before_the_deadline_does_not_spare_the_one_after(office):
    run(office, Event.REMIND, 1, at=AT)
    assert chase.by_schedule(at=FRIDAY) == 2


def test_a_new_deadline_missed_is_a_new_reminder(office):
    chase.by_schedule(at=FRIDAY)
    models.Rectification.objects.filter(number=1).update(deadline=date(2022, 1, 25))
    assert chase.by_schedule(at=FRIDAY + timedelta(days=6)) == 1


def test_what_was_answered_meanwhile_is_left_and_said(office):
    models.Rectification.objects.filter(number=2).update(state="submitted")
    done, left = run(office, Event.REMIND, 1, 2)
    assert [item.number for item in done] == [1]
    assert len(left) == 1
    assert left[0].startswith("教体局（第2项）：该整改事项目前为“已报送”，不能催办")


def test_working_days_are_counted_from_the_reminder(office):
    chase.by_schedule(at=FRIDAY)
    tuesday, wednesday = date(2022, 1, 25), date(2022, 1, 26)
    assert chase.to_hand_over(office, days=3, today=tuesday) == []
    assert [item.number for item in chase.to_hand_over(office, days=3, today=wednesday)] == [1, 2]


def test_what_was_handed_over_is_not_proposed_again(office):
    chase.by_schedule(at=FRIDAY)
    run(office, Event.HAND_OVER, 1, at=FRIDAY)
    assert [item.number for item in chase.to_hand_over(office, days=0, today=FRIDAY.date())] == [2]


def test_what_nobody_was_reminded_of_is_not_proposed(office):
    assert chase.to_hand_over(office, days=0, today=date(2022, 2, 1)) == []


def test_nothing_chosen_is_said(office):
    with pytest.raises(RectifyError, match="没有选择整改事项"):
        run(office, Event.REMIND)


def test_units_remind_nobody(office):
    with pytest.raises(Forbidden):
        run(office, Event.REMIND, 1, actor=Actor("信息员某", frozenset({Role.LIAISON}), "财政局"))
    assert reminders() == 0

"""A rectification from issue to close-out, and what is done when it is late."""

from datetime import UTC, datetime, timedelta

import pytest

from gongkai.workflows.rectification import MACHINE, OPEN, WITH_UNIT, Event, State, check_overdue, is_overdue
from gongkai.workflows.roles import Role
from gongkai.workflows.states import WrongMove

DEADLINE = datetime(2022, 1, 28, 10, 0, tzinfo=UTC)
LATER = DEADLINE + timedelta(minutes=1)
MARKS = (Event.REMIND, Event.HAND_OVER, Event.SUPERVISE)


def walk(*events: Event) -> State:
    state = MACHINE.start
    for event in events:
        state = MACHINE.next(state, event)
    return state


def test_the_usual_way_ends_in_close_out():
    assert walk(Event.RECEIVE, Event.START, Event.SUBMIT, Event.ACCEPT, Event.CLOSE) is State.CLOSED


def test_a_report_sent_back_is_handed_in_again():
    assert walk(Event.RECEIVE, Event.SUBMIT, Event.SEND_BACK, Event.SUBMIT) is State.SUBMITTED


def test_a_recheck_before_closing_can_send_an_accepted_report_back():
    assert walk(Event.RECEIVE, Event.SUBMIT, Event.ACCEPT, Event.SEND_BACK) is State.SENT_BACK


def test_a_unit_neither_accepts_nor_closes_its_own_item():
    unit = {Role.LIAISON, Role.HEAD}
    assert not MACHINE.can(State.SUBMITTED, Event.ACCEPT, unit)
    assert not MACHINE.can(State.ACCEPTED, Event.CLOSE, unit)


def test_nothing_is_handed_in_before_the_receipt():
    with pytest.raises(WrongMove, match="目前为“已下发”，不能报送整改报告，现在可以：签收、"):
        walk(Event.SUBMIT)


@pytest.mark.parametrize("state", WITH_UNIT)
@pytest.mark.parametrize("event", MARKS)
def test_reminders_and_supervision_leave_the_item_where_it_is(state, event):
    assert MACHINE.next(state, event) is state


@pytest.mark.parametrize("state", set(State) - set(WITH_UNIT))
def test_nobody_is_reminded_of_what_he_has_handed_in(state):
    with pytest.raises(WrongMove):
        MACHINE.next(state, Event.REMIND)


def test_a_wrong_finding_can_be_taken_away_in_every_open_state():
    assert {MACHINE.next(state, Event.CANCEL) for state in OPEN} == {State.CANCELLED}
    assert set(OPEN) == set(State) - MACHINE.ends


def test_the_last_moment_is_in_time():
    assert not is_overdue(State.RECTIFYING, DEADLINE, DEADLINE)
    assert is_overdue(State.RECTIFYING, DEADLINE, LATER)


def test_a_report_with_the_office_is_not_late():
    assert not is_overdue(State.SUBMITTED, DEADLINE, LATER)
    assert is_overdue("sent_back", DEADLINE, LATER)


@pytest.mark.parametrize("event", [Event.HAND_OVER, Event.SUPERVISE])
def test_only_an_overdue_item_goes_to_the_supervision_office(event):
    check_overdue(event, State.RECTIFYING, DEADLINE, LATER)
    with pytest.raises(WrongMove, match=f"没有逾期，不能{event.label}"):
        check_overdue(event, State.RECTIFYING, DEADLINE, DEADLINE)


def test_a_reminder_may_come_before_the_deadline():
    check_overdue(Event.REMIND, State.RECTIFYING, DEADLINE, DEADLINE)

"""The three reviews of a notice."""

import pytest

from gongkai.workflows.reviews import MACHINE, REVIEWS, Event, State, check_three_people
from gongkai.workflows.roles import Role
from gongkai.workflows.states import WrongMove


def test_three_reviews_lead_to_issue():
    state = MACHINE.start
    for event in (*REVIEWS, Event.ISSUE):
        state = MACHINE.next(state, event)
    assert state is State.ISSUED


@pytest.mark.parametrize("state", [State.DRAFTING, State.DRAFTED, State.CHECKED])
def test_nothing_is_issued_before_all_three(state):
    with pytest.raises(WrongMove):
        MACHINE.next(state, Event.ISSUE)


@pytest.mark.parametrize("state", [State.DRAFTED, State.CHECKED, State.APPROVED])
def test_an_edit_after_review_voids_the_version(state):
    assert MACHINE.next(state, Event.EDIT) is State.VOIDED


def test_a_draft_is_edited_freely():
    assert MACHINE.next(State.DRAFTING, Event.EDIT) is State.DRAFTING


@pytest.mark.parametrize(
    ("state", "reviewer"),
    [(State.DRAFTED, Role.DIRECTOR), (State.CHECKED, Role.LEADER), (State.APPROVED, Role.LEADER)],
)
def test_each_review_can_send_the_version_back(state, reviewer):
    assert MACHINE.can(state, Event.SEND_BACK, {reviewer})
    assert MACHINE.next(state, Event.SEND_BACK) is State.SENT_BACK


def test_who_holds_all_roles_still_does_one_review_only():
    with pytest.raises(WrongMove, match="三审须由三人分别完成：本稿的送审已由您办理"):
        check_three_people("甲", {"submit": "甲"})
    with pytest.raises(WrongMove, match="本稿的审核通过已由您办理"):
        check_three_people("乙", {Event.SUBMIT: "甲", Event.CHECK: "乙"})


def test_three_people_do_the_three_reviews():
    earlier: dict[str, str] = {}
    for review, person in zip(REVIEWS, ("甲", "乙", "丙"), strict=True):
        check_three_people(person, earlier)
        earlier[review] = person

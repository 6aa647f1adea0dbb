"""A result is shown, objected to, decided on and published."""

from datetime import date

import pytest

from gongkai.workflows import assessments, objections
from gongkai.workflows.roles import Role
from gongkai.workflows.states import WrongMove

UNTIL = date(2022, 1, 17)
BEFORE, AFTER = date(2022, 1, 16), date(2022, 1, 18)


def test_no_result_is_published_that_the_units_have_not_seen():
    with pytest.raises(WrongMove, match="目前为“未送核对”，不能发布"):
        assessments.MACHINE.next("draft", "publish")


def test_a_published_result_is_frozen():
    with pytest.raises(WrongMove, match="目前为“已发布”，不能用新的考核结果替代，现在可以：撤回发布"):
        assessments.MACHINE.next("published", "replace")


@pytest.mark.parametrize("on", [BEFORE, UNTIL])
def test_nothing_is_published_while_units_may_object(on):
    with pytest.raises(WrongMove, match="2022年1月17日前（含当日）提出异议"):
        assessments.check_can_publish(on, UNTIL, undecided=0)


def test_nothing_is_published_over_an_undecided_objection():
    with pytest.raises(WrongMove, match="还有2件异议没有作出决定"):
        assessments.check_can_publish(AFTER, UNTIL, undecided=2)
    assessments.check_can_publish(AFTER, UNTIL, undecided=0)


def test_objections_are_taken_on_the_last_day_and_not_after():
    objections.check_in_time(UNTIL, UNTIL)
    with pytest.raises(WrongMove, match="到2022年1月17日为止，现已截止"):
        objections.check_in_time(AFTER, UNTIL)


def test_who_made_the_result_does_not_decide_on_the_objection():
    assert not objections.MACHINE.moves("made", {Role.CLERK})


def test_a_decided_objection_is_not_decided_again():
    with pytest.raises(WrongMove, match="该异议未予采纳，不能再采纳"):
        objections.MACHINE.next("rejected", "accept")


def test_a_result_cannot_be_shown_until_a_day_that_has_passed():
    with pytest.raises(WrongMove, match="核对期限2022年1月17日已经过去"):
        assessments.check_can_show(AFTER, UNTIL)
    assessments.check_can_show(UNTIL, UNTIL)


@pytest.mark.parametrize(
    ("state", "sees", "sees_all"),
    [
        ("draft", {Role.CLERK, Role.AUDITOR}, {Role.CLERK, Role.AUDITOR}),
        ("shown", {Role.CLERK, Role.AUDITOR, Role.LIAISON}, {Role.CLERK, Role.AUDITOR}),
        ("published", {*Role}, {*Role}),
    ],
)
def test_the_office_sees_its_drafts_a_unit_what_was_shown_to_it_others_what_is_published(
    state, sees, sees_all
):
    asked = (Role.CLERK, Role.AUDITOR, Role.LIAISON, Role.OBSERVER)
    assert {role for role in asked if assessments.may_see(state, {role})} == sees & {*asked}
    assert {role for role in asked if assessments.may_see_all(state, {role})} == sees_all & {*asked}

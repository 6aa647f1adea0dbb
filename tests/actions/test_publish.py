"""A result is shown to the units, published and frozen, and taken back by the leader alone."""

from datetime import timedelta

import pytest

from gongkai.actions import assess, publish, undo
from gongkai.actions.publish import PublishError
from gongkai.actions.undo import UndoError
from gongkai.records import assessments
from gongkai.records.models import AuditEntry, Confirmation
from gongkai.workflows.rights import Forbidden
from gongkai.workflows.roles import Role
from gongkai.workflows.states import WrongMove
from tests.conftest import AT, CLERK
from tests.scored_office import AFTER, Q2, SHOWN, UNTIL, actor, adjust, assessed, office, put_out, run, show

DRAFT_EYES, UNIT_EYES, OTHER_EYES = (frozenset({role}) for role in (Role.CLERK, Role.LIAISON, Role.OBSERVER))


@pytest.fixture
def result(qianyang, sheet):
    return assessed(sheet)


def sees(roles: frozenset[Role]) -> int | None:
    """The number of the assessment that people of these roles see."""
    seen = assessments.seen(office(), Q2.code, roles)
    return seen.row.number if seen else None


def test_a_unit_sees_its_draft_once_it_is_shown_and_others_once_it_is_published(result):
    assert (sees(DRAFT_EYES), sees(UNIT_EYES), sees(OTHER_EYES)) == (1, None, None)
    show()
    assert (sees(DRAFT_EYES), sees(UNIT_EYES), sees(OTHER_EYES)) == (1, 1, None)
    put_out()
    assert (sees(DRAFT_EYES), sees(UNIT_EYES), sees(OTHER_EYES)) == (1, 1, 1)


def test_the_table_of_all_units_is_for_units_only_after_publishing(result):
    show()
    assert not assessments.seen(office(), Q2.code, UNIT_EYES).everyone
    put_out()
    assert assessments.seen(office(), Q2.code, UNIT_EYES).everyone


def test_units_go_on_seeing_what_was_shown_until_the_next_result_is_shown(result, sheet):
    show()
    adjust(sheet, ("财政局", "新闻动态", -6, "信息失实"))
    assert run().number == 2
    assert (sees(DRAFT_EYES), sees(UNIT_EYES)) == (2, 1)
    shown = show(number=2)
    assert (sees(UNIT_EYES), shown.former.number) == (2, 1)


def test_a_result_that_is_shown_already_gets_another_last_day(result):
    show()
    longer = UNTIL + timedelta(days=7)
    assert show(until=longer).objections_until == longer
    assert AuditEntry.objects.filter(action="assessment.extend").count() == 1


def test_nobody_publishes_what_the_units_have_not_seen(result, sheet):
    with pytest.raises(WrongMove, match="目前为“未送核对”"):
        put_out()
    show()
    adjust(sheet, ("财政局", "新闻动态", -6, "信息失实"))
    run()
    with pytest.raises(PublishError, match="第2版结果还没有送单位核对"):
        put_out(number=2)


def test_nothing_is_published_before_the_last_day_has_passed(result):
    show()
    with pytest.raises(WrongMove, match="期满后才能发布"):
        put_out(at=SHOWN)


def test_nothing_is_published_that_rests_on_old_facts(result, sheet):
    show()
    adjust(sheet, ("财政局", "新闻动态", -6, "信息失实"))
    with pytest.raises(PublishError, match="考核之后导入或撤销过数据"):
        put_out()


def test_whoever_looked_at_an_older_result_is_told_who_made_the_newer_one(result, sheet):
    adjust(sheet, ("财政局", "新闻动态", -6, "信息失实"))
    run()
    with pytest.raises(PublishError, match=r"某某又开展了考核（第2版结果）.*第1版不是最新的"):
        show(number=1)


def test_the_clerk_shows_and_does_not_publish(result):
    show()
    with pytest.raises(Forbidden, match="发布由科室负责人或分管领导办理"):
        put_out(role=Role.CLERK)


def test_a_published_period_is_neither_assessed_nor_undone(result):
    show()
    put_out()
    with pytest.raises(PublishError, match="已于2022年7月10日发布并冻结"):
        assess.run("qianyang", Q2, by=CLERK, at=AT)
    with pytest.raises(UndoError, match="是已发布考核结果的依据，不能撤销"):
        undo.run(result.batches[0], by=CLERK, at=AT)


def test_what_came_after_publishing_can_be_undone(result, sheet):
    show()
    put_out()
    later = adjust(sheet, ("财政局", "新闻动态", -6, "信息失实"))
    assert undo.run(later.pk, by=CLERK, at=AT).state == "undone"


def test_the_leader_takes_a_published_result_back_with_a_reason_and_it_can_be_put_right(result, sheet):
    show()
    put_out()
    with pytest.raises(Forbidden, match="撤回发布由分管领导办理"):
        withdraw(Role.DIRECTOR, "重算")
    with pytest.raises(PublishError, match="必须写明理由"):
        withdraw(Role.LEADER, "  ")
    withdraw(Role.LEADER, "一笔加分重复")
    assert sees(UNIT_EYES) is None
    adjust(sheet, ("财政局", "新闻动态", -6, "信息失实"))
    assert run().number == 2
    told = AuditEntry.objects.get(action="assessment.withdraw")
    assert told.new["reason"] == "一笔加分重复"


def withdraw(role: Role, reason: str) -> None:
    publish.withdraw(office(), Q2, reason=reason, actor=actor(role), by=CLERK, at=AFTER)


def test_the_same_result_made_anew_keeps_its_last_day_though_that_has_passed(result, sheet):
    show()
    batch = adjust(sheet, ("财政局", "新闻动态", -6, "信息失实"))
    undo.run(batch.pk, by=CLERK, at=AT)
    row = office()
    row.template += "\n"
    row.save()
    assert run().number == 2
    assert show(number=2, at=AFTER).assessment.number == 2
    with pytest.raises(WrongMove, match="已经过去"):
        show(number=2, until=UNTIL - timedelta(days=1), at=AFTER)


def confirm(role: Role = Role.HEAD, unit: str = "财政局", number: int = 1) -> None:
    publish.confirm(office(), Q2, unit, number=number, actor=actor(role), by=CLERK, at=SHOWN)


def test_the_head_of_a_unit_confirms_once_and_for_that_unit_only(result):
    show()
    confirm()
    confirm()
    assert Confirmation.objects.count() == 1
    with pytest.raises(Forbidden, match="单位负责人"):
        confirm(Role.LIAISON)
    with pytest.raises(Forbidden, match="限于本单位"):
        confirm(unit="审计局")


def test_nobody_confirms_what_they_have_not_seen(result, sheet):
    with pytest.raises(PublishError, match="不在核对期内"):
        confirm()
    show()
    adjust(sheet, ("财政局", "新闻动态", -6, "信息失实"))
    run()
    show(number=2)
    with pytest.raises(PublishError, match="又送来了新的结果（第2版）"):
        confirm(number=1)

"""A unit objects to one thing of its draft, in time; the answer goes on record."""

import pytest

from gongkai.actions import object as objecting
from gongkai.actions import publish
from gongkai.actions.object import ObjectionError
from gongkai.actions.publish import PublishError
from gongkai.assessment.subjects import LACKING
from gongkai.records import assessments, offices
from gongkai.records.models import Confirmation, Objection
from gongkai.workflows.objections import Event, State
from gongkai.workflows.rights import Forbidden
from gongkai.workflows.roles import Role
from gongkai.workflows.states import WrongMove
from tests.conftest import CLERK
from tests.scored_office import AFTER, Q2, SHOWN, actor, assessed, office, put_out, show

SUBJECT = "新闻动态·新闻动态加减分（+2分，省级媒体采用）"


@pytest.fixture
def shown(qianyang, sheet):
    assessed(sheet)
    return show()


def make(text="应为4分", unit="财政局", subject=SUBJECT, at=SHOWN, role=Role.LIAISON) -> Objection:
    return objecting.make(office(), Q2, unit, subject=subject, text=text, actor=actor(role), by=CLERK, at=at)


def decide(made: Objection, event=Event.REJECT, text="原件未见", role=Role.DIRECTOR) -> Objection:
    return objecting.decide(office(), made.pk, event=event, text=text, actor=actor(role), by=CLERK, at=AFTER)


def test_an_objection_waits_for_its_decision_and_holds_publishing_back(shown):
    made = make()
    with pytest.raises(WrongMove, match="还有1件异议没有作出决定"):
        put_out()
    decided = decide(made)
    assert (decided.state, decided.decision) == (State.REJECTED, "原件未见")
    assert put_out().state == "published"


def test_an_objection_to_a_figure_leads_to_it(qianyang, sheet):
    assessed(sheet)
    show()
    late = "日常工作·热线工单超时（−2分）"
    made = objecting.make(
        office(), Q2, "审计局", subject=late, text="已申请延期", by=CLERK, at=SHOWN,
        actor=actor(Role.LIAISON, "审计局"),
    )  # fmt: skip
    assert (made.subject, made.measure) == (late, "orders.late")


@pytest.mark.parametrize(
    ("given", "fault", "told"),
    [
        ({"text": "   "}, ObjectionError, "请写明异议的理由"),
        ({"text": "长" * 2001}, ObjectionError, "2001个字"),
        ({"subject": "卫健局的加分"}, ObjectionError, "请从列表中选择"),
        ({"unit": "审计局"}, Forbidden, "限于本单位"),
        ({"role": Role.CLERK}, Forbidden, "提出异议由信息员或单位负责人办理"),
        ({"at": AFTER}, WrongMove, "现已截止"),
    ],
)
def test_what_cannot_be_objected_is_said(shown, given, fault, told):
    with pytest.raises(fault, match=told):
        make(**given)
    assert not Objection.objects.exists()


def test_nothing_is_objected_to_before_it_is_shown_nor_after_it_is_published(qianyang, sheet):
    assessed(sheet)
    with pytest.raises(ObjectionError, match="还没有送单位核对"):
        make()
    show()
    put_out()
    with pytest.raises(ObjectionError, match="已经发布"):
        make()


def test_two_decide_and_the_second_is_told(shown):
    made = make()
    decide(made, Event.ACCEPT_PARTLY, "补1分")
    with pytest.raises(WrongMove, match="该异议已部分采纳，不能再不予采纳"):
        decide(made)
    made.refresh_from_db()
    assert made.decision == "补1分"


def test_a_decision_gives_its_reason_and_is_the_office_s(shown):
    made = make()
    with pytest.raises(ObjectionError, match="请写明决定的理由"):
        decide(made, text=" ")
    with pytest.raises(Forbidden, match="对异议作出决定由科室负责人或分管领导办理"):
        decide(made, role=Role.CLERK)


def test_a_unit_takes_its_objection_back_and_no_other_does(shown):
    made = make()
    with pytest.raises(Forbidden, match="限于本单位"):
        objecting.withdraw(office(), made.pk, actor=actor(Role.HEAD, "审计局"), by=CLERK, at=SHOWN)
    objecting.withdraw(office(), made.pk, actor=actor(Role.HEAD), by=CLERK, at=SHOWN)
    assert assessments.undecided(office(), Q2.code) == 0


def test_who_objects_no_longer_has_no_objection_and_the_other_way_round(shown):
    confirmed = {"number": 1, "actor": actor(Role.HEAD), "by": CLERK, "at": SHOWN}
    publish.confirm(office(), Q2, "财政局", **confirmed)
    make()
    assert not Confirmation.objects.exists()
    with pytest.raises(PublishError, match="还有异议没有答复"):
        publish.confirm(office(), Q2, "财政局", **confirmed)


def test_an_objection_of_another_office_is_not_there(shown, weibin):
    made = make()
    with pytest.raises(ObjectionError, match="没有编号为"):
        objecting.decide(
            offices.get(weibin), made.pk, event=Event.REJECT, text="无", actor=actor(Role.DIRECTOR), by=CLERK,
            at=AFTER,
        )  # fmt: skip


def test_the_same_is_objected_to_once_while_it_waits(shown):
    made = make()
    with pytest.raises(ObjectionError, match=f"已经提出异议（编号{made.pk}）"):
        make(text="再说一次")
    decide(made)
    assert make(text="又有新的依据").pk != made.pk


def test_of_work_in_no_list_there_may_be_several(shown):
    first = make(subject=LACKING, text="十月的采用没有计入")
    assert make(subject=LACKING, text="十一月的也没有").pk != first.pk

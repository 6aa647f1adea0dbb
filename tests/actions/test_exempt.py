"""Exemptions: asked with a reason, decided on record, in the register of columns once granted."""

import pytest

from gongkai.actions import exempt
from gongkai.actions.exempt import ExemptionError, Wanted
from gongkai.office import pack
from gongkai.office.editing import registers
from gongkai.records import offices
from gongkai.records.models import AuditEntry, ExemptionRequest, Person
from gongkai.workflows.exemptions import Event, State
from gongkai.workflows.rights import Actor, Forbidden
from gongkai.workflows.roles import Role
from gongkai.workflows.states import WrongMove
from tests.conftest import AT, CLERK

UNIT, COLUMN = "教体局", "教育信息"
LIAISON = Actor("某某", frozenset({Role.LIAISON}), UNIT)
DIRECTOR = Actor("某某", frozenset({Role.DIRECTOR}))
LEADER = Actor("某某", frozenset({Role.LEADER}))


@pytest.fixture
def row(weibin):
    return offices.get("weibin")


@pytest.fixture
def someone(row):
    return Person.objects.create(username="mou", name="某某", joined_at=AT)


@pytest.fixture
def ask(row, someone):
    def asked(actor=LIAISON, **changes: str) -> ExemptionRequest:
        wanted = {"unit": UNIT, "column": COLUMN, "period": "2021Q4", "reason": "假期无此类信息"} | changes
        return exempt.ask(row, Wanted(**wanted), person=someone, actor=actor, by=CLERK, at=AT)

    return asked


@pytest.fixture
def decide(row, someone):
    def decided(asked: ExemptionRequest, event: Event, actor=DIRECTOR, answer: str = "") -> ExemptionRequest:
        return exempt.decide(
            row, asked.pk, event, answer=answer, person=someone, actor=actor, by=CLERK, at=AT
        )

    return decided


def exemptions(row) -> tuple[pack.Exemption, ...]:
    return registers.find(offices.load(row), "columns", COLUMN).exemptions


def test_granted_it_stands_in_the_register_and_revoked_no_longer(row, ask, decide):
    asked = ask()
    assert exemptions(row) == ()
    decide(asked, Event.GRANT, LEADER)
    assert exemptions(row) == (pack.Exemption(unit=UNIT, period="2021Q4", reason="假期无此类信息"),)
    decide(asked, Event.REVOKE, answer="核实有更新")
    assert exemptions(row) == ()
    assert ExemptionRequest.objects.get().state == State.REVOKED
    told = AuditEntry.objects.filter(action__startswith="exemption.").values_list("action", flat=True)
    assert list(told) == ["exemption.ask", "exemption.grant", "exemption.revoke"]


def test_refused_it_leaves_the_register_and_says_why(row, ask, decide):
    asked = ask()
    with pytest.raises(ExemptionError, match="须写明理由"):
        decide(asked, Event.REFUSE)
    decide(asked, Event.REFUSE, answer="本期有培训通知可发")
    assert exemptions(row) == ()
    assert ExemptionRequest.objects.get().answer == "本期有培训通知可发"


def test_who_asks_does_not_decide_and_who_decides_does_not_ask(ask, decide):
    with pytest.raises(Forbidden, match="审批免更新由"):
        decide(ask(), Event.GRANT, LIAISON)
    with pytest.raises(Forbidden, match="申请免更新由"):
        ask(DIRECTOR)


def test_a_unit_asks_for_itself_alone(ask):
    with pytest.raises(Forbidden, match="不能代司法局办理"):
        ask(unit="司法局", column="规范性文件")


def test_it_is_decided_once(ask, decide):
    asked = ask()
    decide(asked, Event.GRANT)
    with pytest.raises(WrongMove, match="已批准"):
        decide(asked, Event.REFUSE, answer="不")


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"reason": " "}, "reason", "理由"),
        ({"column": "规范性文件"}, "column", "不保障栏目“规范性文件”"),
        ({"period": "去年"}, "period", "去年"),
    ],
)
def test_what_cannot_be_asked_is_told_in_its_field(ask, changes, field, message):
    with pytest.raises(ExemptionError, match=message) as refused:
        ask(**changes)
    assert refused.value.field == field


def test_the_same_is_not_asked_twice_until_it_was_refused(ask, decide):
    asked = ask()
    with pytest.raises(ExemptionError, match="不必重复申请"):
        ask()
    decide(asked, Event.REFUSE, answer="不")
    assert ask().pk != asked.pk

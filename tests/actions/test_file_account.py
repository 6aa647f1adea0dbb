"""Accounts on their way: up the levels, into the register; those that nobody approved."""

import pytest

from gongkai.actions import file_account
from gongkai.actions.file_account import CaseError, CaseMoved, Wanted
from gongkai.office import pack
from gongkai.records import offices
from gongkai.records.models import AccountCase
from gongkai.workflows.account_purposes import Purpose
from gongkai.workflows.rights import Actor, Forbidden
from gongkai.workflows.roles import Role
from gongkai.workflows.states import WrongMove
from tests.conftest import AT, CLERK

UNIT = "司法局"
KEY = "渭滨司法·微信服务号"


def actor(role: Role, unit: str | None = None) -> Actor:
    return Actor("某某", frozenset({role}), unit)


LIAISON, HEAD = actor(Role.LIAISON, UNIT), actor(Role.HEAD, UNIT)
DIRECTOR, OFFICE_CLERK = actor(Role.DIRECTOR), actor(Role.CLERK)
WAY = (
    ("confirm", HEAD),
    ("pass", DIRECTOR),
    ("pass_by_city", OFFICE_CLERK),
    ("approve", OFFICE_CLERK),
    ("file", OFFICE_CLERK),
)


@pytest.fixture
def row(weibin):
    return offices.get("weibin")


@pytest.fixture
def begin(row):
    def begun(purpose: Purpose, who: Actor = LIAISON, **changes: str) -> AccountCase:
        wanted = {"unit": UNIT, "reason": "工作需要"} | changes
        return file_account.begin(row, Wanted(purpose, **wanted), actor=who, by=CLERK, at=AT)

    return begun


@pytest.fixture
def step(row):
    def stepped(case: AccountCase, event: str, who: Actor, text: str = "", version: int | None = None):
        now = AccountCase.objects.get(pk=case.pk)
        seen = now.version if version is None else version
        return file_account.step(row, case.number, event, text=text, version=seen, actor=who, by=CLERK, at=AT)

    return stepped


def accounts(row) -> dict[str, pack.Account]:
    return offices.load(row).accounts_by_key


def test_an_account_is_registered_when_it_is_filed_and_not_before(row, begin, step):
    case = begin(Purpose.OPEN, name="渭滨普法", platform="抖音", holder="渭滨区司法局")
    for event, who in WAY:
        assert "渭滨普法·抖音" not in accounts(row)
        step(case, event, who)
    filed = accounts(row)["渭滨普法·抖音"]
    assert (filed.unit, filed.filing, filed.opened) == (UNIT, pack.Filing.FILED, "2022-01-10")
    assert [told.event for told in case.steps.all()] == ["begin", *(event for event, _ in WAY)]


def test_a_cancelled_account_stays_in_the_register_as_such(row, begin, step):
    case = begin(Purpose.CANCEL, account=KEY)
    for event, who in WAY:
        step(case, event, who)
    assert (accounts(row)[KEY].filing, accounts(row)[KEY].cancelled) == (pack.Filing.CANCELLED, "2022-01-10")


def test_a_changed_account_has_its_new_name_once_filed(row, begin, step):
    case = begin(Purpose.CHANGE, account=KEY, name="渭滨司法行政")
    for event, who in WAY:
        assert KEY in accounts(row)
        step(case, event, who)
    assert KEY not in accounts(row)
    assert accounts(row)["渭滨司法行政·微信服务号"].holder == "宝鸡市渭滨区司法局"


def test_each_level_is_passed_by_its_own_people(begin, step):
    case = begin(Purpose.OPEN, name="渭滨普法", platform="抖音")
    with pytest.raises(Forbidden):
        step(case, "confirm", LIAISON)
    with pytest.raises(Forbidden, match="限于本单位"):
        step(case, "confirm", actor(Role.HEAD, "财政局"))
    with pytest.raises(WrongMove, match="待单位负责人同意"):
        step(case, "pass", DIRECTOR)


def test_refused_at_any_level_it_is_over(row, begin, step):
    case = begin(Purpose.OPEN, name="渭滨普法", platform="抖音")
    step(case, "confirm", HEAD)
    with pytest.raises(CaseError, match="须写明理由"):
        step(case, "refuse", DIRECTOR)
    step(case, "refuse", DIRECTOR, "一个单位在同一平台只开一个账号")
    with pytest.raises(WrongMove):
        step(case, "pass", DIRECTOR)
    assert "渭滨普法·抖音" not in accounts(row)


def test_the_second_of_two_is_told_which_step_was_taken(begin, step):
    case = begin(Purpose.OPEN, name="渭滨普法", platform="抖音")
    step(case, "confirm", HEAD, version=0)
    with pytest.raises(CaseMoved, match="办理“同意申请”"):
        step(case, "withdraw", LIAISON, version=0)


@pytest.mark.parametrize(
    ("purpose", "given", "message"),
    [
        (Purpose.OPEN, {"name": "", "platform": "抖音"}, "请填写账号名称"),
        (Purpose.OPEN, {"name": "渭滨司法", "platform": "微信服务号"}, "账号名册中已有"),
        (Purpose.CANCEL, {"account": "渭滨区预警·新浪微博"}, "名下没有账号"),
        (Purpose.CHANGE, {"account": KEY}, "没有写明变更后"),
        (Purpose.OPEN, {"name": "甲", "platform": "抖音", "reason": " "}, "请写明理由"),
    ],
)
def test_what_cannot_be_asked_is_said(begin, purpose, given, message):
    with pytest.raises(CaseError, match=message):
        begin(purpose, **given)


def test_an_account_has_one_case_at_a_time(begin):
    begin(Purpose.CANCEL, account=KEY)
    with pytest.raises(CaseError, match="正在办理（第 1 件）"):
        begin(Purpose.CHANGE, account=KEY, name="渭滨司法行政")


def test_an_account_nobody_approved_is_in_the_register_until_the_case_is_closed(row, begin, step):
    case = begin(Purpose.UNAPPROVED, OFFICE_CLERK, name="司法小课堂", platform="抖音")
    found = accounts(row)["司法小课堂·抖音"]
    assert (found.filing, found.posting) == (pack.Filing.UNAPPROVED, False)
    step(case, "tell", OFFICE_CLERK)
    step(case, "cancel", LIAISON, "已注销")
    step(case, "record", OFFICE_CLERK)
    closed = accounts(row)["司法小课堂·抖音"]
    assert (closed.filing, closed.cancelled) == (pack.Filing.UNAPPROVED, "2022-01-10")


def test_an_account_that_was_none_of_the_units_leaves_the_register(row, begin, step):
    case = begin(Purpose.UNAPPROVED, OFFICE_CLERK, name="司法小课堂", platform="抖音")
    step(case, "dismiss", DIRECTOR, "系同名个人账号")
    assert "司法小课堂·抖音" not in accounts(row)


def test_a_unit_does_not_register_what_was_found(begin):
    with pytest.raises(Forbidden):
        begin(Purpose.UNAPPROVED, name="司法小课堂", platform="抖音")

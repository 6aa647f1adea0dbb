"""The shipped packs say what was published of the two counties."""

from pathlib import Path

import pytest

from gongkai.office import files
from gongkai.office.pack import Denominator, Filing, Office, StatedTerm

PACKS = Path(__file__).parents[2] / "offices"


@pytest.fixture(scope="module")
def weibin() -> Office:
    return files.read(PACKS / "weibin")


@pytest.fixture(scope="module")
def qianyang() -> Office:
    return files.read(PACKS / "qianyang")


def test_weibin_ranks_41_units_that_owe_984_items_a_quarter(weibin: Office):
    ranked = [unit for unit in weibin.units if unit.ranked]
    assert len(ranked) == 41
    assert len(ranked) * weibin.rules.submissions.quota == 984
    assert [unit.name for unit in weibin.units if not unit.ranked] == [
        "政府办",
        "公安分局",
        "交警大队",
        "气象局",
    ]


def test_weibin_groups_its_eight_towns_and_streets_apart(weibin: Office):
    towns = [unit.name for unit in weibin.units if unit.group == "镇街"]
    assert towns == ["金陵办", "经二路办", "桥南办", "清姜办", "姜谭办", "石鼓镇", "神农镇", "高家镇"]


def test_weibin_has_40_column_duties_the_published_duplicate_once(weibin: Office):
    duties = [
        (column.name, unit) for column in weibin.columns for duty in column.duties for unit in duty.units
    ]
    assert len(duties) == len(set(duties)) == 40
    assert duties.count(("批准和实施信息", "发改局")) == 1


def test_weibin_columns_that_two_units_share(weibin: Office):
    shared = {
        column.name: duty.units for column in weibin.columns for duty in column.duties if duty.units[1:]
    }
    assert shared == {
        "公共文化体育": ("教体局", "文旅局"),
        "防范化解重大风险": ("财政局", "工信局"),
        "房屋改造": ("住建局", "城区统一建设局"),
    }


def test_weibin_has_20_accounts_of_16_units_one_without_a_posting_duty(weibin: Office):
    assert len(weibin.accounts_by_key) == 20
    assert len({account.unit for account in weibin.accounts}) == 16
    assert [account.name for account in weibin.accounts if not account.posting] == ["城市之眼"]


def test_weibin_is_unscored_and_qianyang_is_an_inferred_scheme(weibin: Office, qianyang: Office):
    assert not weibin.scheme.scored
    assert qianyang.scheme.inferred
    assert qianyang.scheme.base == 300


def test_weibin_remembers_what_its_notice_said_of_itself(weibin: Office):
    said = [(each.measure, each.value) for each in weibin.notices[0].statements]
    assert ("posts.published", "946") in said
    assert (StatedTerm.COLUMNS, "39") in said
    assert (StatedTerm.PLATFORM, "微信订阅号") in said
    assert [value for measure, value in said if measure == StatedTerm.POSTING] == [
        "1条/5工作日",
        "1条/5自然日",
    ]


def test_qianyang_ranks_seven_towns_and_34_departments_apart(qianyang: Office):
    groups = [unit.group for unit in qianyang.units if unit.ranked]
    assert (groups.count("镇"), groups.count("部门")) == (7, 34)
    assert [unit.name for unit in qianyang.units if not unit.ranked] == ["政府办", "供电公司"]


def test_qianyang_has_11_filed_accounts_of_six_units_and_one_unapproved(qianyang: Office):
    filed = [account.unit for account in qianyang.accounts if account.filing is Filing.FILED]
    assert {unit: filed.count(unit) for unit in filed} == {
        "公安局": 3,
        "城关镇": 1,
        "乡村振兴局": 1,
        "招商局": 1,
        "文化和旅游局": 1,
        "政府办": 4,
    }
    others = [account for account in qianyang.accounts if account.filing is Filing.UNAPPROVED]
    assert [(account.name, account.unit) for account in others] == [("高崖印象", "高崖镇")]


def test_qianyang_says_of_every_made_up_account_that_it_is_an_example(qianyang: Office):
    assert all("示例" in account.note for account in qianyang.accounts if "示例" in account.name)


def test_qianyang_score_columns_stand_as_published(qianyang: Office):
    def columns(group: str) -> list[str]:
        return [each.name for each in qianyang.scheme.dimensions if not each.groups or group in each.groups]

    towns = ["新闻动态", "主动公开", "重点领域", "政民互动", "日常工作", "政务新媒体"]
    departments = ["新闻动态", "主动公开", "重点领域1", "重点领域2", "政民互动", "日常工作", "新媒体"]
    assert (columns("镇"), columns("部门")) == (towns, departments)


def test_qianyang_prints_rates_over_the_orders_handled_as_it_published_them(qianyang: Office):
    assert qianyang.rules.orders.denominator is Denominator.HANDLED

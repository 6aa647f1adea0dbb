"""Every unit name that the two notices printed is certain, without asking anyone."""

from pathlib import Path

import pytest
from cases import table

from gongkai.office import files
from gongkai.office.names import Certain, Names

PACKS = Path(__file__).parents[2] / "offices"

PRINTED = {
    "weibin": {
        ("weibin-2021q4", "annex1_submissions", "单位"),
        ("weibin-2021q4", "annex2_columns", "保障单位"),
        ("weibin-2021q4", "annex3_messages", "单位"),
        ("weibin-2021q4", "annex4_media", "责任单位"),
    },
    "qianyang": {
        ("qianyang-2022q2", "annex1_towns", "单位"),
        ("qianyang-2022q2", "annex2_departments", "单位"),
        ("qianyang-2022q2", "annex3_hotline_towns", "承办单位"),
        ("qianyang-2022q2", "annex4_hotline_departments", "承办单位"),
    },
}
IN_TEXT = {
    "weibin": {
        "卫健局": "卫健局",
        "姜谭工业园区管委会": "姜谭工业园",
        "经二路街道办": "经二路办",
        "公安渭滨分局": "公安分局",
        "区行政审批局": "行政审批局",
        "区政府办": "政府办",
        "宝鸡市公安局渭滨分局": "公安分局",
        "智慧城市治理监督指挥中心": "智慧城市指挥中心",
        "统建局": "城区统一建设局",
    },
    "qianyang": {
        "县市场监管局": "市场监督管理局",
        "县退役军人事务局": "退役军人事务局",
        "县人行": "人行",
        "县政府办公室": "政府办",
        "县供电公司": "供电公司",
    },
}


@pytest.mark.parametrize("pack", PRINTED)
def test_each_name_in_the_annexes_is_certain(pack: str):
    office = files.read(PACKS / pack)
    names = Names(office.units, office.region)
    printed = {row[column] for case, annex, column in PRINTED[pack] for row in table(case, annex)}
    assert {name for name in printed if not isinstance(names.resolve(name), Certain)} == set()


@pytest.mark.parametrize(("pack", "name"), [(pack, name) for pack in IN_TEXT for name in IN_TEXT[pack]])
def test_each_name_in_the_text_means_the_unit_of_the_annexes(pack: str, name: str):
    office = files.read(PACKS / pack)
    found = Names(office.units, office.region).resolve(name)
    assert isinstance(found, Certain)
    assert found.unit.name == IN_TEXT[pack][name]

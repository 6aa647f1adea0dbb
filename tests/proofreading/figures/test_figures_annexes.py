"""The narrative against its annexes: the published tables of two counties under sentences of our own."""

import csv
from io import StringIO

import pytest

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.hits import Hit, Level
from tests.golden.cases import CASES

DISTRICT = """\
四季度情况：
一、收到各单位上报的信息，总的报送信息665条，网站采用270条，媒体采用172条（附件1）。
二、公开39个栏目，更新信息计328条，另有7个专题栏目57条（附件2）。
三、受理留言46条，办结45条，卫健局逾期1条（附件3）。
四、政务新媒体账号20个，涉及单位16家，全部账号发布信息946条（附件4）。公安分局运营的订阅号已断更，各账号须在5个工作日内至少原创信息1篇并保持更新。
"""
COUNTY = """\
关于12345热线工单办理，本季度全县受理工单391件，自主撤单60件，应办结331件，按期办结329件，涉及7个镇和18个部门，其中投诉类353件、求助类32件、其他6件。
检查发现，高崖镇未经报备开设政务新媒体账号，已注销。
"""
TITLES = {
    "weibin-2021q4": {
        "annex1_submissions": "政务信息报送情况统计表",
        "annex2_columns": "网站栏目更新统计表",
        "annex3_messages": "网民留言办理情况统计表",
        "annex4_media": "政务新媒体更新情况统计表",
    },
    "qianyang-2022q2": {
        "annex1_towns": "各镇政务公开考核结果",
        "annex2_departments": "各部门政务公开考核结果",
        "annex3_hotline_towns": "各镇12345热线工单办理情况统计表",
        "annex4_hotline_departments": "各部门12345热线工单办理情况统计表",
    },
}


def annexes(case: str, headers: str = "") -> str:
    """The tables of a case in lines, each below its number and title."""
    parts = []
    for number, (name, title) in enumerate(TITLES[case].items(), start=1):
        rows = list(csv.reader(StringIO((CASES / case / f"{name}.csv").read_text(encoding="utf-8-sig"))))
        if "考核结果" in title:
            groups = [header if header in ("单位", "基准分", "小计", "名次") else "" for header in rows[0]]
            groups[2] = "加减分"
            rows[:1] = [groups, ["" if header in groups else header for header in rows[0]]]
        parts += [f"附件{number}", title, *("\t".join(row) for row in rows), ""]
    return "\n".join(parts) + headers


def told(hits: list[Hit]) -> set[tuple[str, str]]:
    return {(hit.kind, hit.found) for hit in hits}


def test_what_the_district_s_notice_has_wrong_is_found_and_nothing_else_is_doubted() -> None:
    text = DISTRICT + "\n" + annexes("weibin-2021q4") + "要求：5个自然日内至少原创信息1篇并保持更新"
    hits = find(plain("通报.txt", text))
    assert told([hit for hit in hits if hit.level is not Level.HINT]) == {
        (Kind.ANNEX, "39个"),
        (Kind.ANNEX, "328条"),
        (Kind.ANNEX, "946条"),
        (Kind.ANNEX, "订阅号"),
        (Kind.DUPLICATE, "批准和实施信息"),
        (Kind.TERM, "5个自然日"),
    }
    assert not any(hit.level is Level.ERROR for hit in hits)


def test_units_that_the_district_writes_in_two_ways_are_hinted() -> None:
    hits = find(plain("通报.txt", DISTRICT + "\n" + annexes("weibin-2021q4")))
    pairs = {hit.reason for hit in hits if hit.kind == Kind.UNIT_NAME}
    assert "同一单位写作“医疗保障局”和“医保局”，请统一名称" in pairs
    assert not any("统计局" in pair or "交警" in pair for pair in pairs)


def test_what_the_county_s_notice_has_wrong_is_found_and_nothing_else() -> None:
    hits = find(plain("通报.txt", COUNTY + "\n" + annexes("qianyang-2022q2")))
    assert told([hit for hit in hits if hit.kind != Kind.UNIT_NAME]) == {
        (Kind.ANNEX, "331件"),
        (Kind.ANNEX, "329件"),
        (Kind.ANNEX, "高崖镇"),
        (Kind.HEADERS, "重点领域"),
    }
    assert not any(hit.level is Level.ERROR for hit in hits)


TABLE = """
附件1
信息报送统计表
序号\t单位\t报送数\t采用数\t采用率\t名次
1\t桥东街道办\t20\t11\t55%\t1
2\t金水街道办\t12\t5\t41.7%\t2
3\t清河街道办\t8\t0\t0%\t3
合计\t\t40\t16\t40%\t
"""


@pytest.mark.parametrize(
    "text",
    [
        "共报送信息40条，采用16条，采用率40%（见附件1）。",
        "金水街道办报送12条，采用5条，排名第2。",
        "上季度共报送信息35条，本季度共报送40条（附件1）。",
        "3个街道办均已报送，其中清河街道办报送8条，未被采用（附件1）。",
    ],
)
def test_a_narrative_that_agrees_with_its_annex_is_left_alone(text: str) -> None:
    assert find(plain("通报.txt", text + "\n" + TABLE)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("共报送信息42条，采用16条（见附件1）。", "42条"),
        ("全区信息报送情况见附件1，共报送信息40条，采用18条。", "18条"),
        ("金水街道办报送信息13条。", "13条"),
        ("金水街道办报送12条，位列全区第3名。", "位列全区第3名"),
        ("金水街道办采用率为47.1%。", "47.1%"),
    ],
)
def test_a_narrative_that_differs_from_its_annex_is_doubted(text: str, said: str) -> None:
    (hit,) = find(plain("通报.txt", text + "\n" + TABLE))
    assert (hit.kind, hit.found, hit.level) == (Kind.ANNEX, said, Level.DOUBT)
    assert len(hit.spans) == 2

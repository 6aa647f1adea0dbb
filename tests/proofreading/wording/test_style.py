"""Punctuation, numbers and dates as GB/T 15834, GB/T 15835 and GB/T 9704 want them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.hits import Group
from gongkai.proofreading.wording import Wording

WORDING = Wording()


def marked(text: str) -> list[str]:
    return [text[each.start : each.end] for each in WORDING.find(text)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("各镇，，各部门：", "，，"),
        ("工作已完成。。\n下一步", "。。"),
        ("任务完成，。下一步", "，。"),
        ("各镇,各部门要认真落实。", ","),
        ("现将情况通报如下:一、总体情况", ":"),
        ("工作扎实推进.", "."),
        ("水、电、气、等。", "、等"),
        ("水、电、气……等。", "……等"),
        ("情况如下。。。。", "。。。。"),
        ("这项工作--也是重点--要抓好", "--"),
        ("（一）、总体情况", "（一）、"),
        ("附件：1.统计表。", "。"),
        ("根据《县政府办公室通知要求，", "《"),
        ("工作扎实”，", "”"),
        ("《关于印发《办法》的通知》", "《"),
        ("云政办发[2022]5号", "发[2022]5号"),
        ("云政办发（2022）5号", "发（2022）5号"),
        ("云政办发〔2022〕05号", "〔2022〕05号"),
        ("云政办发〔2022〕第5号", "〔2022〕第5号"),
        ("云政办发〔2022〕第 5 号", "〔2022〕第 5 号"),
        ("增长5～10%", "5～10%"),
        ("投资3-5亿元", "3-5亿"),
        ("百分之50的群众", "百分之50"),
        ("投入5千万元", "5千万"),
        ("约30人左右", "约30人左右"),
        ("超过80%以上", "超过80%以上"),
        ("近百余人参加", "近百余人"),
        ("成本下降了3倍", "下降了3倍"),
        ("二零二二年五月", "二零二二年"),
        ("2022年五月", "2022年五月"),
        ("云岭县人民政府\n2022年05月06日\n", "2022年05月06日"),
        ("请于8月十日前报名", "8月十日"),
        ("自二〇二三年6月1日起施行", "二〇二三年6月1日"),
        ("发现隐患20几处", "20几"),
        ("往返需要四、五天", "四、五"),
        ("约300余人参加", "约300余"),
        ("大约要等候20分钟左右", "大约要等候20分钟左右"),
        ("公示不少于7个工作日以上", "不少于7个工作日以上"),
        ("篮球、排球、和拔河", "、"),
        ("不得转让、出借、或者涂改", "、"),
        ("依据《甲条例》、《乙办法》", "》、《"),
        ("他高兴地说：“路修通了，出门方便多了”。", "”。"),
    ],
)
def test_what_the_standards_do_not_allow(text: str, place: str) -> None:
    assert place in marked(text)


@pytest.mark.parametrize(
    "text",
    [
        "云政办发〔2022〕5号",
        "（2022）云01民初5号判决书",
        "中国某某银行公告〔2022〕第5号",
        "2022年第5号公告",
        "云林罚决字〔2022〕第5号",
        "增长5%～10%，投资3亿—5亿元",
        "上午9:00至12:00，比例为3:1",
        "1）申请；2）受理；a）审核",
        "他说：“第一段。\n“第二段。”",
        "近年来、近20年来、近30人、附近5个村",
        "大约30人，30人左右，30人以上",
        "全长12千米，重5千克，功率3千瓦",
        "二〇二二年五月六日",
        "2022年五六月间",
        "一、二、三等奖，一、二级，第三、四季度",
        "http://www.example.gov.cn/a,b;c:d",
        "《办法》《细则》",
        "合计1,234,567.89元",
        "预约3个时段",
        "云公行罚决字〔2026〕0218号",
        "云证字〔2026〕第0061号，云财采计〔2026〕000061号",
        "八月十五日、8月15日，二〇二三年六月",
        "一、二年级，第三、四名，分列二、三名",
        "公平、和谐、及时、或许、与会",
        "主题是“安全第一”。他说了“一定办好”。",
        "三个月以上，至少七日，约定十日左右",
    ],
)
def test_what_the_standards_allow(text: str) -> None:
    assert marked(text) == []


def test_preferences_are_told_only_to_who_asks() -> None:
    text = "“甲”、“乙”\n1、总体情况"
    assert marked(text) == []
    assert [text[each.start : each.end] for each in Wording(preferences=True).find(text)] == ["”、“", "、"]


def test_a_suggestion_stands_in_for_what_was_found() -> None:
    (each,) = WORDING.find("云政办发[2022]5号")
    assert each.suggestion == "发〔2022〕5号"


PIECES = ["按装", "部署", "《", "》", "（", "）", "“", "”", "，", "。", "、", "等", "约", "3", "%", "～", "万", "年", "〔2022〕", "号", "\n", "发", "以经", "济", ",", ":", "…", "-"]  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=40).map("".join))
def test_findings_lie_inside_the_text_in_order_and_apart(text: str) -> None:
    found = WORDING.find(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(each.group is Group.WORDING and each.reason for each in found)

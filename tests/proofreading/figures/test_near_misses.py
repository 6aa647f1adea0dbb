"""Values that the numbers around them do not give, but would with one digit changed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.arithmetic.quotients import Quotient
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Span


def _number(value: str, unit: str = "件") -> Statement:
    amount = Decimal(value)
    step = Decimal(1).scaleb(int(amount.as_tuple().exponent))
    return Statement("", amount, unit, 0, 0, "", "", step, False, value + unit, Span(0, 0, 1))


def _told(text: str) -> list[str]:
    return [each.found for each in find(plain("a.txt", text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("中考我校参考548人，上线的226人，上线率44.2%。", "44.2%"),
        ("收入8.64亿元，完成年度计划12亿元的75.0%。", "75.0%"),
        ("应到代表93名，实到88名，请假5名，出席率97.6%。", "97.6%"),
        ("收获18.6万亩，占应收面积的96.9%，剩余0.2万亩。", "96.9%"),
        ("进水浓度218毫克/升，出水21.4毫克/升，去除率93.2%。", "93.2%"),
        ("全县断面13个。\nⅠ—Ⅲ类断面12个，占95.3%。", "95.3%"),
    ],
)
def test_a_rate_one_digit_away_is_told(text: str, found: str) -> None:
    assert found in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "中考我校参考548人，上线的226人，上线率41.2%。",
        "抽查小区60个，合格52个，合格率86.7%，比二季度的81.2%提高5.5个百分点。",
        "到期应办结1026件，按期办结1019件，按期办结率99.3%；群众满意率96.4%。",
        "发放问卷450份，回收431份，有效回收率95.8%，全院满意率95.6%。",
        "10月抽查55批次，发现不合格5批次。1—10月抽查412批次，不合格发现率4.1%（17批次）。",
        "得票：甲1012票，乙268票，另选他人29票。甲得票占有效票的77.3%。",
        "利用外资212万美元，完成任务200万美元的106%，到位资金17.9亿元，任务15亿元。",
        "8月办结829件，应办结832件。办结率较9月份（99.1%）提高0.5个百分点。",
    ],
)
def test_rates_of_what_is_not_told_are_left_alone(text: str) -> None:
    assert not _told(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("均价3.52元/斤，较上周的3.20元/斤下降10.0%。", "10.0%"),
        ("最高负荷21.6万千瓦，较去年最高负荷19.8万千瓦增长6.1%。", "6.1%"),
        ("收购4.26万吨，同比增加0.41万吨，增长7.8%。", "7.8%"),
        ("接访248批，去年同期接访310批，降幅为25.0%。", "25.0%"),
    ],
)
def test_a_change_one_digit_away_or_the_other_way_is_told(text: str, found: str) -> None:
    assert found in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "均价3.52元/斤，较上周的3.20元/斤上涨10.0%。",
        "生猪出栏6.84万头，上年同期6.66万头，同比增长2.7%；存栏5.12万头，二季度末5.04万头，环比增长1.6%。",
        "总产值41.6亿元，比二季度的39.8亿元增长4.5%，比去年三季度的38.9亿元增长6.9%。",
        "地区生产总值186.4亿元，上年176.8亿元，比上年增长5.8%。",
    ],
)
def test_changes_that_agree_are_left_alone(text: str) -> None:
    assert not _told(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("小学共312个教学班，在校生13104人，平均班额72人。", "72人"),
        ("员额法官22名，全年审执结4531件，人均结案236件。", "236件"),
        ("10月份共处理污水57.04万吨，日均1.34万吨。", "1.34万吨"),
        ("学生课桌椅，480套，单价265元，小计12.12万元。", "12.12万元"),
        ("学生2712人。\n图书馆藏书11.3万册，生均47.7册。", "47.7册"),
        ("16支代表队、162名运动员参加，每队12人。", "162名"),
        ("报价分别为98.6万元、101.2万元、96.4万元，平均报价103.7万元。", "103.7万元"),
        ("成交金额：34.90万元（大写：叁拾叁万玖仟元整）。", "叁拾叁万玖仟元"),
        ("罚款叁万贰仟元整（23000元）。", "叁万贰仟元"),
        ("讲解器，12台，单价1850元，小计2.42万元。", "2.42万元"),
    ],
)
def test_an_average_or_an_amount_one_digit_away_is_told(text: str, found: str) -> None:
    assert found in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "初中共146个教学班，在校生6862人，平均班额47人。",
        "120笔3600万元、150笔4800万元，笔均31.1万元。",
        "公交日均客流1.26万人次，国庆7天运送9.8万人次，日均1.4万人次。",
        "报价分别为98.6万元、101.2万元、96.4万元，平均报价98.7万元。",
        "得分为91分、93分、95分、85分，去掉最高最低后平均92分。",
        "成交金额：33.90万元（大写：叁拾叁万玖仟元整）。",
        "罚款叁万贰仟元整（32000元），另缴纳人民币壹佰零伍元伍角（¥105.50）。",
        "保证金伍拾万元整，合同价1200000元。",
        "四项支出2.94亿元，合计18.79亿元。",
    ],
)
def test_averages_and_amounts_of_something_else_are_left_alone(text: str) -> None:
    assert not _told(text)


@given(st.integers(10, 10**6), st.integers(10, 10**6))
def test_a_share_rounded_either_way_fits_its_numbers(part: int, whole: int) -> None:
    exact = Decimal(part) * 100 / whole
    for printed in (
        exact.quantize(Decimal("0.1"), rounding="ROUND_HALF_UP"),
        exact.quantize(Decimal("0.1"), "ROUND_DOWN"),
    ):
        rate = _number(f"{printed:f}", "%")
        assert Quotient(rate, _number(str(part)), _number(str(whole))).fits()


def test_a_near_miss_is_one_digit_in_any_of_the_three() -> None:
    assert Quotient(_number("44.2", "%"), _number("226"), _number("548")).is_near_miss()
    assert Quotient(_number("41.2", "%"), _number("256"), _number("548")).is_near_miss()
    assert Quotient(_number("41.2", "%"), _number("226"), _number("584")).is_near_miss()
    assert not Quotient(_number("49.9", "%"), _number("226"), _number("548")).is_near_miss()
    assert not Quotient(_number("41.2", "%"), _number("226"), _number("0")).is_near_miss()

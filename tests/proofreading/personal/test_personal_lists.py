"""Lists without columns tell names, amounts and addresses; one entry with a number makes it a list of persons."""

import pytest

from tests.proofreading.personal.persons import ID, MOBILE, card, marked, seen

CARD = card("621700416000152893")


@pytest.mark.parametrize(
    ("before", "between"),
    [("", "\n"), ("", "；\n\n"), ("1. ", "；"), ("（一）", "\n"), ("- ", "\n"), ("名单如下：", "；")],
)
def test_entries_that_names_open_are_persons(before, between):
    first = f"{before}张小军，木工，18400元，卡号{CARD}"
    text = between.join([first, "李爱花，普工，9000元"]) + "。\n三人共计43000元。"
    assert marked(text, "姓名") == ["张小军", "李爱花"]
    assert marked(text, "财产状况") == ["18400元", "9000元"]


def test_a_list_of_thousands_is_told_to_its_end():
    rest = "\n".join(["李爱花，二组，900元"] * 2000)
    assert len(marked(f"张小军，一组，卡号{CARD}，500元\n{rest}", "财产状况")) == 2001


def test_a_column_of_names_beside_identity_numbers_needs_no_head_that_says_so():
    text = f"| 劳动者 | 证件号码 | 工种 | 应付 |\n|---|---|---|---|\n| 张小军 | {ID} | 瓦工 | 8000 |\n| 李爱花 | | 普工 | 900 |"
    assert marked(text, "姓名") == ["张小军", "李爱花"]
    assert marked(text, "财产状况") == ["8000", "900"]


def test_what_is_paid_counts_and_prices_and_totals_do_not():
    head = "| 户主 | 面积（亩） | 单价（元/亩） | 月标准 | 土地补偿（元） | 合计（元） |\n|---|---|---|---|---|---|\n"
    rows = "| 张小军 | 1.20 | 39000 | 50 | 46800 | 50000 |\n| 合计 | 1.20 | | | 46800 | 50000 |"
    assert marked(head + rows, "财产状况") == ["46800", "50000"]


def test_what_is_due_by_a_rule_counts_where_nothing_else_says_what_is_paid():
    assert marked("| 姓名 | 补助标准（元/月） |\n|---|---|\n| 张小军 | 120 |", "财产状况") == ["120"]
    both = "| 姓名 | 补助标准（元/月） | 发放金额 |\n|---|---|---|\n| 张小军 | 120 | 360 |"
    assert marked(both, "财产状况") == ["360"]


def test_people_of_a_list_with_masked_names_have_no_amounts():
    head = "| 户主 | 身份证号码 | 月保障金额（元） |\n|---|---|---|\n"
    assert seen(head + "| 王某某 | 6103**********1234 | 690 |\n| 牛* | 610327********0021 | 1120 |") == []


@pytest.mark.parametrize(
    "text",
    [
        "表彰先进个人名单：\n| 姓名 | 单位 | 奖金（元） |\n|---|---|---|\n| 张小军 | 县一中 | 1000 |",
        "为烈士寻亲\n| 姓名 | 籍贯 | 出生日期 |\n|---|---|---|\n| 张小军 | 某县某镇 | 1923年5月6日 |",
        "公务用车拍卖公告\n| 标的 | 车牌号 | 起拍价（元） |\n|---|---|---|\n| 1 | 陕C06032 | 12000 |",
        "值班安排如下：张小军，值班长，0917-3212345；李爱花，值班员",
    ],
)
def test_what_stands_above_a_list_makes_it_public(text):
    assert seen(text) == []


def test_whoever_is_reached_in_office_opens_no_list():
    assert marked(f"责任人员：张小军，县教育局副主任，手机：{MOBILE}", "姓名") == []

"""Tables and lines of names whose faults an editor sees at once."""

import pytest

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find


def table(*rows: str) -> str:
    return "\n".join(f"|{row}|" for row in (rows[0], "|".join(["---"] * (rows[0].count("|") + 1)), *rows[1:]))


WEIGHTS = ("指标|权重|要点", "主动公开|30分|及时", "政策解读|30分|同步", "依申请公开|45分|按期")
HOMES = ("机构|床位|入住|其中：特困", "甲院|90|52|11", "乙院|80|63|20", "丙院|70|41|{}", "丁院|60|33|9")
UPDATES = (
    "账号|应更新|实际更新|是否达标",
    "甲|13|41|是",
    "乙|13|{}|是",
    "丙|13|22|是",
    "丁|13|9|否",
    "戊|13|7|否",
)
RANKS = (
    "学校|平均分|及格率|平均分排名",
    "甲校|512.6|78.0%|2",
    "乙校|521.3|80.8%|1",
    "丙校|468.0|62.0%|4",
    "丁校|468.0|63.6%|4",
    "戊校|473.5|64.9%|3",
)
TWICE = ("购机者|机具|补贴额（元）", "张某|旋耕机|1500", "张某|旋耕机|1500", "李某芳|微耕机|700")
VILLAGES = ("村（社区）|户数", "甲村|6", "乙村|4", "丙村|9")
PAID = ("户主|面积（亩）|金额（元）", "甲|8.4|714.00", "乙|5.2|442.00", "丙|6.6|561.00", "丁|7.8|{}")
ACCOUNTS = ("主办单位|账号名称|更新", "县水利局|东河水利|36", "南岗镇|南岗之声|9", "县公安局|东河公安|41")
NAMED = "经评选，拟命名{}所学校为文明校园，现公示：\n高中：甲一中\n初中：乙初中、丙初中\n公示时间：2026年4月"

WRONG = {
    table(*WEIGHTS, "合计|100分|"): "100分",
    table(*HOMES).format(43): "43",
    table(*UPDATES).format(11): "是",
    f"对4个村（社区）的困难家庭给予救助，见下表。\n{table(*VILLAGES)}": "4个",
    table(*PAID).format("636.00"): "636.00",
    f"{table(*ACCOUNTS)}\n\n经核查，南岗镇“南岗之音”多日未更新。": "“南岗之音”",
    NAMED.format(4): "4所",
}
RIGHT = [
    table(*WEIGHTS, "合计|105分|"),
    table(*HOMES).format(40),
    table(*UPDATES).format(18),
    table(*RANKS),
    table(*TWICE),
    f"对3个村（社区）的困难家庭给予救助，见下表。\n{table(*VILLAGES)}",
    table(*PAID).format("663.00"),
    f"{table(*ACCOUNTS)}\n\n经核查，南岗镇“南岗之声”多日未更新，县水利局“碧水行动”已结束。",
    NAMED.format(3),
]


@pytest.mark.parametrize(("text", "place"), WRONG.items())
def test_what_an_editor_sees_at_once_is_told(text: str, place: str) -> None:
    assert [each.found for each in find(plain("通知.md", text))] == [place]


@pytest.mark.parametrize("text", RIGHT)
def test_tables_and_lines_that_agree_are_left_alone(text: str) -> None:
    assert find(plain("通知.md", text)) == []

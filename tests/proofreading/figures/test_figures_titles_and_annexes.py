"""Periods of title and text, annexes that are referred to, and units named against the table below them."""

import pytest

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind

SCORES = "|镇|完成率|名次|\n|城关镇|98.1%|1|\n|河湾镇|95.0%|2|\n|云岭镇|93.2%|3|\n|南寨镇|90.4%|4|\n|石桥镇|81.0%|5|"
CASES = "附件：超期清单\n附件\n超期清单\n|序号|编号|承办单位|\n|1|A1|县林业局|\n|2|A2|县住建局|\n|3|A3|城关镇|\n|4|A4|县住建局|"
BOTH = (
    "附件1\n办结情况\n|镇|受理件|办结件|\n|城关镇|42|40|\n|河湾镇|33|33|\n|云岭镇|28|{}|\n|南寨镇|17|17|\n{}"
)
LISTED = "附件：1.考核结果\n2.整改清单\n\n县政府办公室"

WRONG = {
    "a month of another report": (
        "# 关于2026年10月份热线办理情况的通报\n现将2026年9月份热线办理情况通报如下：\n10月份，受理560件。",
        (Kind.REPEATED, "2026年9月"),
    ),
    "a year of another report": (
        "# 关于2025年度法治建设情况的报告\n现将2024年度法治建设情况报告如下：\n一年来，成效明显。",
        (Kind.REPEATED, "2024年度"),
    ),
    "months of another quarter": (
        "# 2026年二季度热线情况通报\n1至3月，全县受理诉求1200件，办结1180件。",
        (Kind.REPEATED, "1至3月"),
    ),
    "an annex of another quarter": (
        "附件：2026年二季度更新情况统计表\n附件\n2026年一季度更新情况统计表\n|单位|条数|\n|甲镇|3|\n|乙镇|4|",
        (Kind.REPEATED, "2026年一季度更新情况统计表"),
    ),
    "an annex beyond the list": (f"问题清单见附件5。\n{LISTED}", (Kind.ANNEX_NUMBER, "附件5")),
    "an annex beyond those attached": (
        "请填写附件1和附件4。\n附件1：申报表\n附件2：汇总表\n附件3：承诺书",
        (Kind.ANNEX_NUMBER, "附件4"),
    ),
    "one of the first that is not": (
        f"完成率排名前三的是：城关镇、河湾镇、南寨镇。\n{SCORES}",
        (Kind.ANNEX, "南寨镇"),
    ),
    "one of the last that is not": (f"完成率后两位的镇是石桥镇、河湾镇。\n{SCORES}", (Kind.ANNEX, "河湾镇")),
    "the highest that is not": (f"其中河湾镇完成率最高，为98.1%。\n{SCORES}", (Kind.ANNEX, "河湾镇")),
    "orders of another unit": (
        f"县林业局超期1件、县水利局超期2件、城关镇超期1件。\n{CASES}",
        (Kind.ANNEX, "县水利局"),
    ),
    "orders told of the wrong unit": (
        f"县林业局超期2件、县住建局超期1件、城关镇超期1件。\n{CASES}",
        (Kind.ANNEX, "县林业局"),
    ),
    "values told one after the other": (
        f"城关镇、河湾镇、云岭镇完成率分别为98.1%、95.0%、92.3%。\n{SCORES}",
        (Kind.ANNEX, "92.3"),
    ),
    "a row of a town": (f"云岭镇完成率91.2%。\n{SCORES}", (Kind.ANNEX, "91.2%")),
    "two annexes": (
        BOTH.format(
            "26",
            "附件2\n回访情况\n|镇|办结件|回访件|\n|城关镇|41|38|\n|河湾镇|33|30|\n|云岭镇|26|25|\n|南寨镇|17|15|",
        ),
        (Kind.REPEATED, "41"),
    ),
    "persons listed below": (
        "拟录用6人，名单如下：\n|序号|姓名|总成绩|\n|1|张某|80.5|\n|2|李某|79.5|\n|3|王某|78.1|\n|4|赵某|77.0|\n|5|钱某|76.2|",
        (Kind.ANNEX, "6人"),
    ),
}

RIGHT = {
    "two annexes of two periods": BOTH.format(
        "26",
        "附件2\n9月份回访情况\n|镇|办结件|回访件|\n|城关镇|41|38|\n|河湾镇|33|30|\n|云岭镇|26|25|\n|南寨镇|17|15|",
    ),
    "values told one after the other": f"城关镇、河湾镇、云岭镇完成率分别为98.1%、95.0%、93.2%。\n{SCORES}",
    "a report and the plan for the next": "# 关于2025年度法治建设情况的报告\n现将2025年度情况及2026年打算报告如下：\n一年来，成效明显。",
    "a quarter and the months until it": "# 2026年三季度经济情况通报\n现将前三季度经济情况通报如下：\n1至9月，增长5.2%。",
    "an earlier quarter as the ground": "# 2026年二季度督查通报\n根据一季度结果，现将二季度情况通报如下：\n4至6月，督查12次。",
    "annexes that are there": f"结果见附件1，清单见附件2。\n{LISTED}",
    "an annex of another document": f"按照《考核办法》附件4的规定计分，结果见附件1。\n{LISTED}",
    "no list of annexes": "具体名单见附件3。\n请抓好落实。",
    "an annex listed without a number above another": "请填附件2。\n附件：申报表\n汇总表",
    "the first and the last": f"完成率前三名是城关镇、河湾镇、云岭镇；后两名是南寨镇、石桥镇。\n{SCORES}",
    "the first of another quarter": f"上季度排名前三的石桥镇、南寨镇、云岭镇退步明显。\n{SCORES}",
    "orders of the units listed": f"县林业局超期1件、县住房和城乡建设局超期2件、城关镇超期1件。\n{CASES}",
    "orders of all kinds": f"县林业局办理12件、县水利局办理20件、城关镇办理8件。\n{CASES}",
}


@pytest.mark.parametrize("name", WRONG)
def test_what_disagrees_with_title_list_or_table_is_told_once(name: str) -> None:
    text, (kind, said) = WRONG[name]
    told = [hit for hit in find(plain("通报.md", text)) if hit.kind == kind]
    assert [hit.found for hit in told if said in hit.found], told


@pytest.mark.parametrize("name", RIGHT)
def test_what_agrees_with_title_list_and_table_is_left_alone(name: str) -> None:
    assert find(plain("通报.md", RIGHT[name])) == []


def test_both_sides_of_a_wrong_period_are_shown() -> None:
    hit = find(plain("通报.md", WRONG["a month of another report"][0]))[0]
    assert (hit.spans[0].piece, hit.spans[1].piece) == (1, 0)
    assert "标题写“2026年10月”" in hit.reason

"""Numbers of the narrative held against cells, rows and columns that few words bind them to."""

import pytest

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.hits import Level

BIDS = """
附件1

评审得分表

|供应商|报价（万元）|技术分|总得分|
|---|---|---|---|
|甲洁环卫有限公司|352.80|44.50|90.89|
|乙源环境有限公司|345.60|41.20|86.20|
|丙河物业有限公司|368.10|42.00|86.67|
"""
SHOTS = """
接种进度表

|接种单位|任务数（剂次）|累计接种（剂次）|完成率|
|---|---|---|---|
|甲镇卫生院|2600|2132|82.0%|
|乙镇卫生院|1400|1036|74.0%|
|丙镇卫生院|1100|957|87.0%|
|丁乡卫生院|600|396|66.0%|
|合计|5700|4521|79.3%|
"""
QUARTERS = """
分季度服务数据

|季度|接待（人次）|外借（册次）|
|---|---|---|
|一季度|18420|9316|
|二季度|21065|10480|
|三季度|26540|12771|
|合计|66025|32567|
"""
STOCK = """
附件1

9月出入库情况

|类别|期初|入库|出库|期末|
|---|---|---|---|---|
|桌椅|146|32|41|137|
|电脑|63|15|22|56|
|打印机|28|4|9|23|
|文件柜|57|0|12|45|

附件2

10月出入库情况

|类别|期初|入库|出库|期末|
|---|---|---|---|---|
|桌椅|137|18|25|130|
|电脑|{0}|9|14|{1}|
|打印机|23|2|3|22|
|文件柜|45|6|11|40|
"""
WARDS = """
满意度调查结果

|科室|发放|有效|满意率|
|---|---|---|---|
|全院|300|289|95.2%|
|内科|80|76|97.4%|
|外科|90|87|97.7%|
|骨科|60|57|92.7%|
|儿科|70|69|92.4%|
"""
WRONG = {
    "a value of a row named in another clause": (
        "经评审，甲洁环卫有限公司得分最高，为成交候选人，报价325.80万元。\n" + BIDS,
        Kind.ANNEX,
        "325.80万元",
    ),
    "a total with two figures exchanged": ("全县累计接种4512剂次。\n" + SHOTS, Kind.ANNEX, "4512剂次"),
    "values told one after the other": (
        "甲镇卫生院和乙镇卫生院累计接种较多，分别为2132剂次和1063剂次。\n" + SHOTS,
        Kind.ANNEX,
        "1063剂次",
    ),
    "what is said of all": ("各接种单位完成率均在70%以上。\n" + SHOTS, Kind.ANNEX, "均在70%以上"),
    "rows beyond a mark": ("完成率低于80%的单位有3个。\n" + SHOTS, Kind.ANNEX, "3个"),
    "a change from row to row": (
        "三季度接待读者26540人次，比二季度增长20.6%。\n" + QUARTERS,
        Kind.CHANGE,
        "20.6%",
    ),
    "what was left and what was there": (STOCK.format(65, 60), Kind.REPEATED, "65"),
    "rows without their total": ("满意率低于95%的科室有3个。\n" + WARDS, Kind.ANNEX, "3个"),
}
RIGHT = {
    "a value of its row": "甲洁环卫有限公司得分最高，报价352.80万元。\n" + BIDS,
    "a value that is of nothing here": "本项目预算380万元，另有备选供应商报价325.80万元。\n" + BIDS,
    "a sum of two that are told": "甲乙两家共接待39485人次，其中一季度18420人次、二季度21065人次。\n"
    + QUARTERS,
    "a total and its rounding": "全县累计接种0.45万剂次。\n" + SHOTS,
    "another time": "去年同期累计接种4512剂次。\n" + SHOTS,
    "what is said of those named": "甲镇卫生院、丙镇卫生院完成率均在80%以上。\n" + SHOTS,
    "what is said of some": "有3家接种单位完成率均在70%以上。\n" + SHOTS,
    "a change that is right": "三季度接待读者26540人次，比二季度增长26.0%。\n" + QUARTERS,
    "what was left is what was there": STOCK.format(56, 51),
    "a first row that is the total": "三季度共发放300份，回收有效289份，满意率低于95%的科室有2个。\n" + WARDS,
}


@pytest.mark.parametrize("name", WRONG)
def test_what_a_table_has_otherwise_is_told_once(name: str) -> None:
    text, kind, said = WRONG[name]
    assert [(hit.kind, hit.found, hit.level) for hit in find(plain("通报.md", text))] == [
        (kind, said, Level.DOUBT)
    ]


@pytest.mark.parametrize("name", RIGHT)
def test_what_a_table_bears_out_is_left_alone(name: str) -> None:
    assert find(plain("通报.md", RIGHT[name])) == []


TOLD = {
    "柳镇、石镇、沙镇三镇种植面积较大，分别为1.1万亩、0.9万亩、0.7万亩、0.3万亩。": "柳镇、石镇、沙镇三镇",
    "甲镇、乙镇、丙镇分别报送12条、9条。": "甲镇、乙镇、丙镇",
    "全市12个县区营商环境评价中，我县综合得分84.37分，位列第13位。": "第13位",
    "学校始建于1958年。2026年12月，学校将迎来建校78周年。": "78周年",
    "行动时间为2026年12月1日至2027年3月31日，为期三个月。": "三个月",
    "共发布预警47期，启动应急响应5次，其中三级3次、四级2次。\n今年启动应急响应6次，有2次不到位。": "6次",
    "现场共接诊群众326人次，其中内科112人次、骨科87人次、眼科127人次。\n此次义诊共接诊236人次。": "236人次",
    "10月份，共接报交通事故警情327起；1—10月累计接报318起。": "318起",
}
LEFT = (
    "柳镇、石镇、沙镇三镇种植面积较大，分别为1.1万亩、0.9万亩、0.7万亩。",
    "甲镇得分最高，乙镇、丙镇次之，分别为92分、91分。",
    "全市12个县区营商环境评价中，我县位列全省第13位。",
    "学校始建于1958年，1971年增设高中部。2026年12月，学校将迎来建校68周年。",
    "行动时间为2026年12月1日至2027年3月31日，为期四个月。",
    "合同自2024年5月16日至2026年5月15日，为期2年。",
    "定于11月23日23时至24日24时检修，共25小时。",
    "各单位应于11月10日前报送报告。截至11月12日，已报28家。\n\n2026年11月13日",
    "一季度启动应急响应5次。\n二季度启动应急响应6次。",
)


@pytest.mark.parametrize("text", TOLD)
def test_names_ranks_and_times_that_do_not_agree_are_told(text: str) -> None:
    assert [hit.found for hit in find(plain("简报.md", text))] == [TOLD[text]]


@pytest.mark.parametrize("text", LEFT)
def test_names_ranks_and_times_that_agree_are_left_alone(text: str) -> None:
    assert find(plain("简报.md", text)) == []


def test_a_score_scaled_up_for_a_part_that_was_not_judged_is_no_error() -> None:
    rows = "|甲镇|47|20|28|95|\n|乙镇|46|20|27|93|\n|丙镇|45|18|26|89|\n|丁镇|44|—|28|90|"
    table = f"考评结果\n|乡镇|发布|申请|互动|总分|\n|---|---|---|---|---|\n{rows}"
    assert find(plain("结果.md", table)) == []


def test_two_gifts_of_one_giver_on_one_day_are_not_one_row_twice() -> None:
    rows = "|7月8日|甲协会|50000|\n|8月17日|乙协会|12600|\n|8月17日|乙协会|3400|\n|合计||66000|"
    assert find(plain("公示.md", f"接收资金\n|日期|捐赠方|金额（元）|\n|---|---|---|\n{rows}")) == []


VOTES = "测评结果\n|单位|满意|基本满意|不满意|\n|---|---|---|---|\n|甲局|189|5|1|\n|乙局|184|9|2|\n|丙局|{}|12|5|\n|丁局|166|21|8|"
LOADS = "压减安排\n|等级|企业（户）|负荷（万千瓦）|占最大负荷|\n|---|---|---|---|\n|四级|12|1.20|4.9%|\n|三级|21|2.40|{}|\n|二级|33|3.60|14.7%|\n|一级|46|4.90|20.0%|"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (VOTES.format(178), []),
        (VOTES.format(118), ["118"]),
        (LOADS.format("9.8%"), []),
        (LOADS.format("8.8%"), ["8.8%"]),
    ],
)
def test_what_all_rows_but_one_keep_to_is_asked_of_that_one(text: str, said: list[str]) -> None:
    assert [hit.found for hit in find(plain("附表.md", text))] == said


@pytest.mark.parametrize(("code", "said"), [("HM2307", []), ("HM2302", ["HM2302"])])
def test_one_flat_given_to_two_households_is_told(code: str, said: list[str]) -> None:
    codes = ("HM2301", "HM2302", "HM3102", "HM3103", "HM5406", code)
    rows = "\n".join(f"|{at}|第{at}社区|{40 + at}.5|{each}|" for at, each in enumerate(codes))
    text = f"拟分配名单\n|序号|社区|面积（平方米）|房源编号|\n|---|---|---|---|\n{rows}"
    assert [hit.found for hit in find(plain("名单.md", text))] == said

"""What the narrative says of all against the table below it: amounts in their unit, persons, kinds of rows."""

import pytest

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.hits import Level

PROJECTS = "|序号|项目名称|类别|资金（万元）|\n|---|---|---|---|\n|1|修渠|水利|180|\n|2|修塘|水利|95.5|\n|3|修路|交通|210|\n|4|架桥|交通|340|\n|5|筑坝|水利|64|\n|合计|||889.5|"
PERSONS = "|序号|姓名|年龄|金额（元）|\n|---|---|---|---|\n|1|张三|71|100|\n|2|李四|82|100|\n|3|王五|75|100|\n|4|赵六|90|100|\n|合计|||400|"
GRADES = "|单位|得分|是否达标|\n|---|---|---|\n|甲局|96|是|\n|乙局|95|是|\n|丙局|94|是|\n|丁局|56|否|\n|戊局|51|否|"
RATES = "|镇|应办|办结|办结率|\n|---|---|---|---|\n|甲镇|26|24|92.3%|\n|乙镇|14|14|100%|\n|合计|40|38|95%|"
ACCOUNTS = (
    "|序号|账号名称|平台|\n|---|---|---|\n|1|甲县水利|微信公众号|\n|2|甲县交通|微博|\n|3|甲县农业|抖音号|"
)
AGES = "|序号|姓名|年龄|发放金额（元）|\n|---|---|---|---|\n|1|张某某|83|300|\n|2|李某某|91|600|\n|3|王某某|85|300|\n|4|赵某某|101|900|\n|5|刘某某|88|300|\n|合计|||2400|"
STANDARD = "80—89周岁每人每月100元，90—99周岁每人每月200元，100周岁及以上每人每月300元，按季度发放。\n"
REPORTS = "|单位|报送|采用|\n|---|---|---|\n|甲局|12|5|\n|乙局|9|0|\n|丙局|0|0|\n|丁局|0|0|\n|合计|21|5|"
UNIT = "单位：万元\n|镇|拨付|\n|---|---|\n|甲镇|120|\n|乙镇|80|\n|丙镇|45|\n|合计|245|"


@pytest.mark.parametrize(
    "text",
    [
        "本批共安排项目5个，资金889.5万元，其中水利类3个、交通类2个。\n" + PROJECTS,
        "本批共安排资金约890万元，全部项目年内完工。\n" + PROJECTS,
        "本批共安排资金0.09亿元。\n" + PROJECTS,
        "全县全年计划投资950万元，本批项目如下。\n" + PROJECTS,
        "项目共5个，其中最大一项资金340万元，省级补助800万元。\n" + PROJECTS,
        "本月共发放4人400元，上月发放5人。\n" + PERSONS,
        "全镇共有符合条件的老人52人，其中本月新增5人。\n" + PERSONS,
        "5个单位中，达标3个、未达标2个，见下表。\n" + GRADES,
        "各镇共拨付资金245万元。\n" + UNIT,
        "甲镇共拨付资金120万元。\n" + UNIT,
        "全县工单办结率为95.0%，甲镇办结率92.3%，全市办结率为94%。\n" + RATES,
        STANDARD + AGES,
        "丙局、丁局2家单位零报送，各单位共报送21条。\n" + REPORTS,
        "“甲县水利”订阅号更新及时，其余2个账号正常。\n" + ACCOUNTS,
    ],
)
def test_a_narrative_that_agrees_or_speaks_of_something_else_is_left_alone(text: str) -> None:
    assert find(plain("公示.md", text)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("本批共安排项目5个，资金898.5万元，涉及4个镇。\n" + PROJECTS, "898.5万元"),
        ("本批共安排项目5个，其中水利类4个。\n" + PROJECTS, "4个"),
        ("本月共发放5人。\n" + PERSONS, "5人"),
        ("本月共发放440元。\n" + PERSONS, "440元"),
        ("5个单位中，达标4个，见下表。\n" + GRADES, "4个"),
        ("各镇共拨付资金254万元。\n" + UNIT, "254万元"),
        (STANDARD + AGES.replace("85|300", "85|200").replace("2400", "2300"), "200"),
        ("丙局、丁局等3家单位零报送。\n" + REPORTS, "3家"),
        ("全县工单办结率为96%。\n" + RATES, "96%"),
        ("“甲县农业”微博长期未更新。\n" + ACCOUNTS, "微博"),
    ],
)
def test_a_narrative_that_differs_is_doubted_with_both_places(text: str, said: str) -> None:
    (hit,) = find(plain("公示.md", text))
    assert (hit.kind, hit.found, hit.level) == (Kind.ANNEX, said, Level.DOUBT)
    assert len(hit.spans) > 1

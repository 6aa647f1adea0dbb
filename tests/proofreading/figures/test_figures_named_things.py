"""Things named one by one, names told twice, cells with units, short rankings, serial numbers, things told again."""

import pytest

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.hits import Level

GOODS = "|品名|数量|单价（元）|金额（元）|\n|帐篷|20顶|460|9200|\n|棉被|300床|95|28500|\n|大衣|150件|160|{}|\n|合计|||{}|"
WAGES = "|村|人数|月标准（元）|月数|补贴金额（元）|\n|甲村|6人|600|3|10800|\n|乙村|4人|600|3|7200|\n|丙村|9人|600|3|{}|"

WRONG = {
    "a price times a count with its unit": (GOODS.format(24900, 61700), Kind.RELATION, "24900"),
    "a price times a count of two goods": (
        "|名称|数量|单价（元）|小计（元）|\n|折页|5000份|0.8|4000|\n|海报|300张|12|3800|",
        Kind.RELATION,
        "3800",
    ),
    "a price paid for months": (WAGES.format(16800), Kind.RELATION, "16800"),
    "three ranks": (
        "|供应商|总得分|名次|\n|甲公司|75|1|\n|乙公司|80|2|\n|丙公司|65|3|",
        Kind.RANK,
        "1",
    ),
    "a serial number twice, after which the count goes on": (
        "|序号|单位|件数|\n|1|甲镇|2|\n|2|乙镇|3|\n|2|丙镇|4|\n|4|丁镇|1|",
        Kind.SERIAL,
        "2",
    ),
    "a serial number mistaken": (
        "|序号|单位|件数|\n|1|甲镇|2|\n|2|乙镇|3|\n|8|丙镇|4|\n|4|丁镇|1|",
        Kind.SERIAL,
        "8",
    ),
    "a row that its column holds wrongly": (
        "|镇|一季度|二季度|合计|\n|甲镇|12件|20件|32件|\n|乙镇|8件|9件|18件|\n|丙镇|5件|6件|11件|\n|合计|25件|35件|60件|",
        Kind.RELATION,
        "18件",
    ),
    "one person twice": (
        "|姓名|准考证号|总成绩|\n|张某|101|80.5|\n|李某|102|79.5|\n|李某|102|79.5|\n|赵某|104|77.0|",
        Kind.DUPLICATE,
        "李某",
    ),
    "works with how far they have come": (
        "改造农贸市场2个：城关市场已开业，东街市场正在装修，河湾市场完成招标。",
        Kind.ENUMERATION,
        "2个",
    ),
    "works in a list": ("新建公路5条：东沟路、西沟路、南山路、北塬路均已通车。", Kind.ENUMERATION, "5条"),
    "persons": ("表彰先进个人4名（张三、李四、王某某），通报全县。", Kind.ENUMERATION, "4名"),
    "a name behind a verb": ("完成东关桥、西河桥、南坝桥、东关桥4座桥梁检测。", Kind.TWICE, "东关桥"),
    "a name before what it has not done": (
        "存在问题：石门镇、云台镇、石门镇部分村未按要求公示。",
        Kind.TWICE,
        "石门镇",
    ),
    "one unit by two names in a table": (
        "|单位|条数|\n|县市场监管局|5|\n|县水利局|3|\n|县市场监督管理局|4|",
        Kind.UNIT_NAME,
        "县市场监督管理局",
    ),
    "the same told again": (
        "全年发放产权证书2716本，登记证明2150份。\n二、成效。产权证书2716本、登记证明2105份，好于往年。",
        Kind.REPEATED,
        "2105份",
    ),
    "figures exchanged": (
        "全年救助困难群众3862人次。\n三是保障有力，救助困难群众3682人次。",
        Kind.REPEATED,
        "3682人次",
    ),
}

RIGHT = {
    "prices and counts that agree": GOODS.format(24000, 61700),
    "a price paid for months": WAGES.format(16200),
    "counts of several units": "|品名|数量|\n|帐篷|20顶|\n|棉被|300床|\n|大衣|150件|\n|合计|500|",
    "prices that were rounded": "|名称|数量|单价|金额|\n|折页|3份|2.67|8|\n|海报|300张|12|3600|",
    "three ranks of two times": "|镇|得分|上季名次|本季名次|\n|甲镇|99|2|1|\n|乙镇|98|1|2|\n|丙镇|97|3|3|",
    "fewest first": "|镇|扣分合计|名次|\n|甲镇|1.5|1|\n|乙镇|2.0|2|\n|丙镇|3.5|3|",
    "serial numbers of two kinds": "|序号|单位|条数|\n|一|部门|10|\n|1|甲局|4|\n|2|乙局|6|\n|二|乡镇|7|\n|1|甲镇|4|\n|2|乙镇|3|",
    "candidates of one post": "|准考证号|岗位代码|总成绩|\n|26011|A01|81|\n|26012|A01|79|\n|26021|A02|84|\n|26022|A02|73|",
    "works and a clause about all": "新建公园3处：人民路、车站、滨河3处均建成开放。",
    "works that are counted": "建成服务设施4个：县福利院综合楼已封顶，3个社区照料中心投入运营。",
    "works in other words": "新增公交线路2条：开通城区至高铁站、城区至开发区线路，方便群众出行。",
    "what else a clause may tell": "改造市场2个：城关市场主体完工，水电正在安装，东街市场已开业。",
    "kinds of persons": "配备人员3名（医师、护士、药师各1名）。",
    "a branch beside its unit": "县人民医院、县中医医院、县人民医院东院区、县妇幼保健院纳入范围。",
    "a village of the same name": "城关镇东关村、河湾镇河湾村、石桥镇东关村被评为先进村。",
    "a short name in a sentence": "本月县卫健局、县教体局各办理5件，均已按期办结，群众满意。\n|单位|件数|\n|县卫生健康局|5|\n|县教育体育局|5|",
    "two months": "本月受理工单1286件，办结1180件。\n上月受理工单1286件，办结1264件。",
    "two projects of one price": "甲项目总投资1200万元，建设面积3600平方米。\n乙项目总投资1200万元，建设面积4200平方米。",
}


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_agree_is_told_and_nothing_else(name: str) -> None:
    text, kind, said = WRONG[name]
    assert {(hit.kind, hit.found) for hit in find(plain("表.md", text))} == {(kind, said)}


@pytest.mark.parametrize("name", RIGHT)
def test_what_may_be_so_is_left_alone(name: str) -> None:
    assert find(plain("表.md", RIGHT[name])) == []


def test_a_wrong_amount_is_told_and_not_the_total_that_holds_the_right_one() -> None:
    hits = find(plain("表.md", GOODS.format(24900, 61700)))
    assert [(hit.found, hit.suggestion) for hit in hits] == [("24900", "24000")]


def test_what_only_names_bind_is_doubted_and_never_an_error() -> None:
    doubtful = [text for name, (text, kind, _) in WRONG.items() if kind in (Kind.TWICE, Kind.REPEATED)]
    assert all(hit.level is Level.DOUBT for text in doubtful for hit in find(plain("表.md", text)))

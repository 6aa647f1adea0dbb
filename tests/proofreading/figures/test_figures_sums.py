"""Parts, rests and what is carried on: told where no reading of the neighbouring numbers makes them agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.figures.reading.progress import is_progress
from gongkai.proofreading.hits import Hit, Level


def found(text: str) -> list[Hit]:
    return find(plain("简报.txt", text))


RIGHT = """\
年内计划改造厂区道路15条，涉及企业210家。截至目前，已开工9条，其余6条正在办理前期手续。
全镇排查矛盾纠纷86起，化解80起，其余6起正在化解。
计划建设充电桩300个，已开工200个，已投用150个。
共受理事项5000件，办结4800件。其中即办件3000件、承诺件2000件。线上受理2000件，线下受理3000件。
出动人员500人次，检查单位300家次，发现问题80处，已整改70处，剩余10处正在整改。
举办培训班12期900人次，其中业务类8期600人次、技能类4期300人次。
共采集样品400批次，合格396批次，不合格4批次，不合格产品已下架3批次，其余1批次正在处理。
应办结832件，已办结829件；未到期32件。
主要集中在城建50件、教育48件、其他19件等方面。
10月接到来电864个（9月900个，上年同期790个）。其中，城管、物业、社保等三类较为集中，分别为203个、156个、98个。
全县建成充电桩560个，其中公共充电桩320个、专用充电桩140个，其余100个为小区自建。
全县共报送信息300条。按镇街和部门分，镇街120条，部门180条；按渠道分，县级采用62条，市级采用18条。
主动公开信息386条，其中惠农补贴类52条、农产品质量安全类41条。
收到建议58件，提案76件，合计134件，已办结120件，正在办理14件。
现有党员128名，其中预备党员6名，35岁以下党员42名，女党员51名。
上年结转4件，本年新收37件，办结35件，结转下年度继续办理6件。
全年收入500万元，支出480万元，年末结余35万元（含上年结余15万元）。
养老基金收入2.84亿元，支出2.71亿元；医保基金收入3.26亿元，支出3.02亿元，当期结余0.24亿元。
上年末在册志愿者3260人，今年新注册460人，注销60人，年末在册3660人。
今年新改建厕所1200座，拆除旧厕320座，现有厕所8600座。
原有权责事项3246项，取消48项、新增61项、合并减少17项，调整后3242项。
与上月相比，新增保障对象16户35人，退出21户44人，净减少5户、9人。
年初库存小麦12000吨、玉米3000吨；轮出小麦4000吨，轮入小麦4000吨；年末库存小麦12000吨、玉米3000吨。
9月，市区优良天数28天（优11天、良17天），轻度污染2天。
县财政局、县民政局、县水利局、县教体局4家单位。
共有床位300张，其中内科120张、外科100张、妇产科40张、儿科30张、ICU10张。
今年计划新增床位300张，目前已新增260张，其中医养床位60张，剩余40张年底前完成。
全年受理86件，上年结转6件，办结90件，结转下年2件。
按类型分，投诉类640件，求助类380件，咨询类240件。
投资18.6亿元，其中一期6.2亿元、二期6.8亿元、三期5.7亿元。
累计争取资金3200万元，到位2800万元、支付2100万元。
春季植树12.6万株、秋季植树8.4万株，全年共植树21.0万株。
投诉20件、咨询10件，共办结25件。
""".splitlines()

WRONG = [
    ("计划改造道路15条。截至目前，已开工9条，其余5条正在办理前期手续。", "15条", Kind.PARTS),
    ("全镇排查矛盾纠纷86起，化解81起，其余6起正在化解。", "86起", Kind.PARTS),
    ("发现隐患86条，当场整改60条，限期整改25条。", "86条", Kind.PARTS),
    ("全年共分解任务90项。截至督查时，已完成41项，正常推进40项，进展缓慢8项。", "90项", Kind.PARTS),
    ("共受理事项5000件，办结4800件。线上受理2000件，线下受理3010件。", "5000件", Kind.PARTS),
    ("收回选票2031张，其中有效票2012张、废票18张。", "2031张", Kind.PARTS),
    ("收到提案134件，审查立案126件，其中集体提案30件、委员个人提案98件。", "126件", Kind.PARTS),
    ("举办培训班12期900人次，其中业务类8期600人次、技能类5期300人次。", "12期", Kind.PARTS),
    ("接种疫苗8642剂次，其中老年人3215剂次、中小学生4303剂次、其他人群1224剂次。", "8642剂次", Kind.PARTS),
    ("接报警情284起，其中简易程序处理276起、一般程序处理6起。", "284起", Kind.PARTS),
    ("登记流浪犬124只，已收容98只，尚有24只未收容。", "124只", Kind.PARTS),
    ("不满意21件，满意率96%。\n不满意工单集中在3个单位，其中甲局9件、乙局5件，其余9件。", "21件", Kind.PARTS),
    ("共有充电桩1240个，其中新城区860个、老城区370个。", "1240个", Kind.PARTS),
    ("投资18.6亿元，其中一期6.2亿元、二期6.8亿元、三期5.8亿元。", "18.6亿元", Kind.PARTS),
    ("考核对象46家，优秀等次9家，良好等次30家，一般等次6家。", "46家", Kind.PARTS),
    ("发放回执12600份，已回收12480份，未回收110份。", "12600份", Kind.PARTS),
    ("共设服务点48个，固定服务点36个、流动服务点14个。", "48个", Kind.PARTS),
    ("上半年演练24场次，下半年31场次，全年共演练56场次。", "56场次", Kind.PARTS),
    ("一、二、三月分别受理86件、92件、108件，一季度共受理276件。", "276件", Kind.PARTS),
    ("查处酒驾286起、超速412起、闯红灯356起，三类违法共1064起。", "1064起", Kind.PARTS),
    ("老年人4.82万人，其中60—79岁4.06万人，80岁以上0.86万人。", "4.82万人", Kind.PARTS),
    ("全乡10个村，已通硬化路8个，未通3个。", "10个", Kind.PARTS),
    ("上年结转4件，本年新收37件，办结35件，结转下年度继续办理5件。", "5件", Kind.BALANCE),
    ("全年收入2.84亿元，支出2.71亿元，当期结余0.31亿元。", "0.31亿元", Kind.BALANCE),
    ("原有事项3246项，取消48项、新增61项、合并减少17项，调整后3252项。", "3252项", Kind.BALANCE),
    ("新增保障对象16户35人，退出21户44人，净减少5户、11人。", "11人", Kind.BALANCE),
    (
        "共收到捐款58600元。\n支出情况：资助新生12名，共36000元；资助困难户，共10000元。结余13600元。",
        "13600元",
        Kind.BALANCE,
    ),
    ("4月，我县优良28天，轻度污染3天。", "3天", Kind.PARTS),
    ("县财政局、县民政局、县水利局、县财政局等单位。", "县财政局", Kind.TWICE),
    ("县教体局、县卫健局、县教育体育局。", "县教育体育局", Kind.TWICE),
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_sums_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "place", "kind"), WRONG)
def test_wrong_sums_are_told_with_every_side(text: str, place: str, kind: Kind) -> None:
    hit = next(each for each in found(text) if each.kind == kind)
    assert hit.found == place
    assert len(hit.spans) > 1


@given(st.integers(20, 9000), st.integers(10, 9000))
def test_a_rest_that_is_right_is_never_doubted(done: int, left: int) -> None:
    assert found(f"共排查房屋{done + left}栋，已整治{done}栋，其余{left}栋正在整治。") == []


@given(st.integers(20, 9000), st.integers(10, 9000), st.sampled_from([-2, -1, 1, 2]))
def test_a_rest_that_is_a_little_off_is_always_told(done: int, left: int, slip: int) -> None:
    hits = found(f"共排查房屋{done + left}栋，已整治{done}栋，其余{left + slip}栋正在整治。")
    assert [(hit.kind, hit.level) for hit in hits] == [(Kind.PARTS, Level.DOUBT)]


ACCOUNT = st.tuples(st.integers(100, 9000), st.integers(100, 9000), st.integers(10, 99))


@given(ACCOUNT)
def test_an_account_that_balances_is_never_doubted(account: tuple[int, int, int]) -> None:
    before, come, gone = account
    text = f"期初库存{before}件，本月入库{come}件，出库{gone}件，期末库存{before + come - gone}件。"
    assert found(text) == []


@given(ACCOUNT, st.sampled_from([-3, -2, -1, 1, 2, 3]))
def test_an_account_that_is_a_little_off_is_told(account: tuple[int, int, int], slip: int) -> None:
    before, come, gone = account
    text = f"期初库存{before}件，本月入库{come}件，出库{gone}件，期末库存{before + come - gone + slip}件。"
    assert [hit.kind for hit in found(text)] == [Kind.BALANCE]


def test_what_has_begun_goes_on_as_well() -> None:
    assert is_progress(["已完工", "在建", "未开工"])
    assert is_progress(["已完成", "正常推进", "进展缓慢"])
    assert not is_progress(["已开工", "正在施工"])
    assert not is_progress(["已完成", "逾期未完成"])

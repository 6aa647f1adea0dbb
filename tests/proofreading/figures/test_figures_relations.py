"""What two figures say of each other besides sums: ways, multiples, so many each, two units, months, whole accounts."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.hits import Hit, Level


def found(text: str) -> list[Hit]:
    return find(plain("简报.txt", text))


RIGHT = """\
审批时限由20个工作日压减到5个工作日，综合排名由全市第8位上升至第5位。
亏损额由820万元减少到310万元，增速由-0.6%提高到0.3%。
全县低保对象较年初的3120人减少至3046人。
利率由4.20%降至3.85%，下降0.35个百分点；入学率99.8%，比上年的99.6%提高0.2个百分点。
9月份报告87例。与8月（102例）相比减少14.7%，与上年同期（79例）相比增加10.1%。
受理诉求1864件，环比增长7.5%，同比下降3.2%（8月1734件，去年9月1926件）。
网店由150家增加到450家，是年初的3倍；产值由1.2亿元增至3亿元，增长1.5倍。
用户数翻一番，由2600户增加到5200户。
每组5人，共3组，另有机动人员4人，共19人。
设4个考点，每个考点12个考场，每个考场30人，共可容纳1440人。
占地45亩，总建筑面积2.1万平方米；林地1.2万亩（合800公顷）。
大桥2023年4月开工，2025年10月建成，历时30个月；2021年3月至2025年3月，历时4年。
展销会10月1日至10月5日举办，为期5天。
培训班9月14日报到，9月14日至18日举办，为期4天。
全年接诊78000人次，日均（按260个工作日计）300人次。
2025年9月接待来访660人次，日均30人次。
7月26日至31日收购1290吨，日均215吨，上一期（7月21日至25日，日均180吨）收购较慢。
“好”96票，占64.0%；“较好”42票，占28.0%；“一般”12票，占8.0%。
培训费预算1.6万元，会议费预算2.8万元，接待费预算28000元。
上半年收入320万元，下半年收入380万元，全年收入700万元。
上月结转62件，本月受理841件，办结812件，月末在办91件。
年初贷款余额8.71亿元，当年发放贷款1.06亿元，回收0.82亿元，年末贷款余额8.95亿元。
本年收入总计337.0万元，其中财政拨款320.5万元，其他收入4.5万元，年初结转12.0万元；支出总计337.0万元，年末结转8.2万元。
住户按10%缴纳，即0.60元；企业按30%缴纳，即1.80元；单位按60%缴纳，即3.60元。
发放贷款4.6亿元，其中涉农贷款2.8亿元，小微贷款2.3亿元。
评选先进集体12个、先进个人36名，每个先进集体奖励5000元，每名先进个人奖励1000元，共计9.6万元。
户均增收由2160元提高到2840元，增长31.5%，是2020年的2.1倍。
城区公交日均客流1.26万人次，国庆假期7天累计运送9.8万人次，日均1.4万人次。
房源共210套，其中一居室80套、两居室110套、三居室20套，剩余12套未配租。""".splitlines()

WRONG = [
    ("较年初的842户增加至906户，较上年的126起上升到108起。", "108起", Kind.CHANGE),
    ("参保率比去年同期的97.1%提高至96.4%。", "96.4%", Kind.CHANGE),
    ("漏损率12.6%，比上年同期的14.2%下降1.6%。", "1.6%", Kind.CHANGE),
    ("合格率98.6%，较上年提升1.8个百分点，上年为97.8%。", "1.8个百分点", Kind.CHANGE),
    ("9月份报告87例。与8月（102例）相比减少24.7%。", "24.7%", Kind.CHANGE),
    ("贷款余额较年初的36.2亿元增加2.1亿元，达到38.5亿元。", "2.1亿元", Kind.CHANGE),
    ("新能源车48辆，是上年12辆的3倍。", "的3倍", Kind.CHANGE),
    ("实收2714万元，应收2827万元，收缴率98.0%。", "98.0%", Kind.RATE),
    ("学校现有教学班36个，学生1620人，平均每班48人。", "48人", Kind.AVERAGE),
    ("小学36所、初中12所、高中3所，共53所。", "53所", Kind.PARTS),
    ("店铺由年初的200家发展到600家，增长3倍。", "增长3倍", Kind.CHANGE),
    ("用户数翻一番，由2600户增加到7800户。", "翻一番", Kind.CHANGE),
    ("计划开设8个班，每班45人，共350人。", "350人", Kind.PRODUCT),
    ("每个镇安排2名联络员，8个镇共18名。", "18名", Kind.PRODUCT),
    ("每户奖励2000元，奖励85户，共18万元。", "18万元", Kind.PRODUCT),
    ("新造林2400亩（合180公顷）。", "180公顷", Kind.CONVERSION),
    ("培训费预算1.6万元，会议费预算28000万元。", "28000万元", Kind.CONVERSION),
    ("大桥2023年4月开工，2025年10月建成，历时20个月。", "20个月", Kind.DATE),
    ("展销会10月1日至10月7日举办，为期5天。", "5天", Kind.DATE),
    ("2025年，全年接诊109500人次，日均330人次。", "330人次", Kind.AVERAGE),
    ("“好”96票，占64.0%；“较好”42票，占28.0%；“一般”12票，占9.0%。", "9.0%", Kind.SHARE),
    ("上半年收入320万元，下半年收入380万元，全年收入710万元。", "710万元", Kind.PARTS),
    ("45家企业中，增长的28家，下降的13家，持平的5家。", "45家", Kind.PARTS),
    ("5个标段中，已完工2个，在建2个，未开工2个。", "5个", Kind.PARTS),
    (
        "当年发放1.06亿元，年末贷款余额8.59亿元，年初余额8.71亿元，当年回收0.82亿元。",
        "8.59亿元",
        Kind.BALANCE,
    ),
    (
        "一、上年结余：12.6万元\n二、本年收入：合计88.4万元。其中补助60万元。\n三、本年支出：91.2万元\n四、年末结余：8.9万元",
        "8.9万元",
        Kind.BALANCE,
    ),
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_relations_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "place", "kind"), WRONG)
def test_wrong_relations_are_told_once_and_never_as_errors(text: str, place: str, kind: Kind) -> None:
    hits = found(text)
    assert [(hit.found, hit.kind) for hit in hits] == [(place, kind)]
    assert hits[0].level is Level.DOUBT
    assert len(hits[0].spans) > 1


def test_what_the_words_bind_is_an_error_only_where_a_slip_explains_it() -> None:
    slip, far = "概算由3860万元调减为3420万元，调减540万元。", "概算由3860万元调减为3420万元，调减2600万元。"
    assert [hit.level for hit in (*found(slip), *found(far))] == [Level.ERROR, Level.DOUBT]


@given(st.integers(10, 9000), st.integers(10, 9000))
def test_a_way_is_doubted_just_where_the_values_go_the_other(first: int, last: int) -> None:
    assume(first != last)
    hits = found(f"登记户数由{first}户增加到{last}户。")
    assert bool(hits) is (last < first)


@given(st.integers(2, 500), st.integers(2, 9))
def test_a_multiple_is_what_was_added_or_what_it_is_of(first: int, times: int) -> None:
    to = f"合作社由{first}家发展到{first * times}家"
    assert found(f"{to}，增长{times - 1}倍。") == [] == found(f"{to}，是年初的{times}倍。")
    assert len(found(f"{to}，增长{times}倍。")) == 1


@given(st.integers(2, 5000))
def test_fifteen_mu_are_a_hectare(hectares: int) -> None:
    assert found(f"造林{hectares * 15}亩（合{hectares}公顷）。") == []
    assert len(found(f"造林{hectares * 15}亩（合{hectares * 2}公顷）。")) == 1


@given(st.integers(2, 40), st.integers(2, 60))
def test_so_many_each_make_a_number_in_all(groups: int, each: int) -> None:
    assert found(f"共有{groups}个小组，每个小组{each}人，合计{groups * each}人。") == []

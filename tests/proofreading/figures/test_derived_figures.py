"""Rates, shares, changes, averages and amounts that the narrative derives from its other figures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.arithmetic.slips import is_slip
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.figures.reading.spans_of_time import days
from gongkai.proofreading.hits import Hit


def found(text: str) -> list[Hit]:
    return find(plain("通报.txt", text))


PAIRS = [
    # right, wrong, what is quoted, kind
    ("排查桥梁82座，发现隐患45处；已整治36处，整治率80%。", "80%", "82%", Kind.RATE),
    ("计划新建管网45公里，已建成36公里，完成率80.0%。", "80.0%", "84.0%", Kind.RATE),
    ("发放问卷1200份，收回有效问卷1140份，有效回收率95.0%。", "95.0%", "96.0%", Kind.RATE),
    ("优良天数300天，有效监测天数360天，优良率83.3%。", "83.3%", "38.3%", Kind.RATE),
    ("发现问题64个，完成整改52个，正在整改12个，完成率81.3%。", "81.3%", "83.1%", Kind.RATE),
    ("登记选民2400人，参加投票2160人。\n\n参选率为90.0%，选举有效。", "90.0%", "91.0%", Kind.RATE),
    ("新增就业2480人，完成年度任务3100人的80.0%。", "80.0%", "81.0%", Kind.RATE),
    ("提案共收到100件，立案80件，其中甲类48件、乙类32件，甲类占60.0%。", "60.0%", "62.0%", Kind.SHARE),
    ("缴存额4.00亿元。\n\n全年提取2.90亿元，提取额占当年缴存额的72.5%。", "72.5%", "75.2%", Kind.SHARE),
    ("生猪存栏8.00万头，其中能繁母猪0.76万头，占存栏的9.5%。", "9.5%", "8.5%", Kind.SHARE),
    ("受理312件，其中即办件234件、承诺件78件，即办件占比75.0%。", "75.0%", "57.0%", Kind.SHARE),
    ("工单总量800件，其中住建类240件、交通类160件，两类合计占50.0%。", "50.0%", "52.0%", Kind.SHARE),
    ("三类诉求分别为120件、60件、20件，占总量200件的60%、30%、10%。", "30%", "35%", Kind.SHARE),
    ("第一产业增加值20亿元，第二产业增加值50亿元，第三产业增加值130亿元。三次产业占比分别为10.0%、25.0%、65.0%。", "25.0%", "26.0%", Kind.SHARE),
    ("财政收入12.60亿元，上年同期12.00亿元，增长5.0%。", "5.0%", "6.0%", Kind.CHANGE),
    ("发生事故8起，同比减少2起、下降20.0%。", "20.0%", "25.0%", Kind.CHANGE),
    ("播种面积20.00万亩，比上年增加0.80万亩，增长4.2%。", "4.2%", "2.4%", Kind.CHANGE),
    ("出栏6.50万头，比上年同期的6.20万头增加0.30万头，增长4.8%。", "0.30万头", "0.40万头", Kind.CHANGE),
    ("接到工单880件，环比下降12.0%（9月份1000件），同比上升10.0%（上年同期800件）。", "10.0%", "11.0%", Kind.CHANGE),
    ("10月1日至8日，车流量总计40.00万辆次，日均5.00万辆次。", "5.00万辆次", "5.50万辆次", Kind.AVERAGE),
    ("发放贷款120笔3000万元，笔均25万元。", "25万元", "35万元", Kind.AVERAGE),
    ("播种面积6.00万亩，平均亩产500公斤，总产量3.00万吨。", "500公斤", "550公斤", Kind.AVERAGE),
    ("共受理8800件。\n\n本月共22个工作日，日均受理400件。", "400件", "440件", Kind.AVERAGE),
    ("采购预算586.0万元，成交552.0万元，节约资金34.0万元，节约率5.8%。", "34.0万元", "43.0万元", Kind.CHANGE),
    ("公益岗位每人每月800元，按季发放，每季度2400元。", "2400元", "2800元", Kind.PRODUCT),
    ("资助学生12名，每人3000元，共36000元。", "36000元", "39000元", Kind.PRODUCT),
    ("县道100公里、乡道200公里，按照县道8000元/公里、乡道4000元/公里的标准，共需160万元。", "160万元", "170万元", Kind.PRODUCT),
    ("工程合同价90.00万元。\n\n开工预付30%，计27.00万元；完工后付40%，计36.00万元。", "36.00万元", "38.00万元", Kind.PRODUCT),
]  # fmt: skip


@pytest.mark.parametrize("text", [text for text, *_ in PAIRS])
def test_derived_figures_that_are_right_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "right", "wrong", "kind"), PAIRS)
def test_derived_figures_that_nothing_gives_are_told(text: str, right: str, wrong: str, kind: Kind) -> None:
    before, _, after = text.rpartition(right)
    hits = found(before + wrong + after)
    assert [(hit.found, hit.kind) for hit in hits] == [(wrong, kind)]
    assert len(hits[0].spans) > 1


LEFT_ALONE = """\
3月份受理咨询320件，4月份受理咨询352件，同比增长18.6%。
生产总值246.8亿元，上年同期230.1亿元，增长5.9%。
财政支出28.4亿元，上年27.9亿元，同口径增长3.2%。
本次抽查合作社320个、家庭农场86个，比上年增加12个，增长16.2%。
完成投资3.20亿元；税收收入比上年增加0.20亿元，增长9.8%。
住建类80件、交通类45件，两类合计占62.5%，共受理200件。
满意70件，基本满意6件，不满意4件，满意率95%。
优良天数28天（优11天、良17天），轻度污染2天，优良率93.3%。
全镇12个村，8个村完成任务，4个村未完成任务，完成率66.7%。
每人每天补助50元，共培训120人，每期10天，发放补助6万元。
每月补助300元，每年发放10个月，每年3000元。
上半年发放贷款120笔3600万元，下半年发放150笔4800万元，全年笔均31.1万元。
全年接待16.80万人次，日均（按开放320天计）525人次。
农村居民人均可支配收入16240元，全镇2.46万人，投入资金1860万元。
基本工资每月2200元，年终奖每年3000元。
""".splitlines()


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_figures_that_another_reading_explains_are_left_alone(text: str) -> None:
    assert found(text) == []


@given(part=st.integers(20, 900), more=st.integers(1, 900), places=st.integers(0, 2))
def test_a_rate_rounded_or_cut_off_from_its_parts_is_never_told(part: int, more: int, places: int) -> None:
    exact = Decimal(part) * 100 / (part + more)
    cut = Decimal(int(exact * 10**places)).scaleb(-places)
    for printed in (f"{exact:.{places}f}", f"{cut:.{places}f}"):
        assert found(f"共抽检{part + more}批次，合格{part}批次，合格率{printed}%。") == []


@given(before=st.integers(100, 9000), change=st.integers(1, 90))
def test_a_growth_reckoned_from_its_two_values_is_never_told(before: int, change: int) -> None:
    after = before + change
    grown = f"{Decimal(change) * 100 / before:.1f}"
    assert found(f"受理{after}件，上年同期{before}件，增长{grown}%。") == []
    assert found(f"受理{after}件，比上年增加{change}件，增长{grown}%。") == []


@given(number=st.integers(2, 900), price=st.integers(2, 90))
def test_an_amount_made_of_price_and_number_is_never_told(number: int, price: int) -> None:
    assert found(f"慰问老人{number}名，每人{price}0元，共{number * price}0元。") == []


@given(
    st.text(
        st.sampled_from("共占率均每月亩产元件人%，；。、（）为比增长0123456789万第一季度其中"), max_size=60
    )
)
def test_any_run_of_words_and_figures_is_read_to_its_end(text: str) -> None:
    found(text)


@pytest.mark.parametrize(
    ("printed", "right"),
    [("83.1", "81.3"), ("92.3", "82.3"), ("5.18", "5.81"), ("120", "1200"), ("47", "74")],
)
def test_a_digit_mistaken_exchanged_or_lost_is_a_slip(printed: str, right: str) -> None:
    step = Decimal(1).scaleb(Decimal(printed).as_tuple().exponent)  # type: ignore[arg-type]
    assert is_slip(Decimal(printed), Decimal(right), step)


@pytest.mark.parametrize(("printed", "right"), [("83.1", "83.1"), ("20.5", "81.3"), ("5", "9")])
def test_other_numbers_are_no_slips_of_one_another(printed: str, right: str) -> None:
    assert not is_slip(Decimal(printed), Decimal(right), Decimal("0.1") if "." in printed else Decimal(1))


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("10月1日至7日", [7]),
        ("2024年2月26日至3月2日", [6]),
        ("9月共22个工作日", [22, 30]),
        ("2月30日至3月2日", []),
    ],
)
def test_spans_of_days_are_counted_with_both_ends(text: str, lengths: list[int]) -> None:
    assert sorted(each.length for each in days(text, 0, len(text))) == lengths

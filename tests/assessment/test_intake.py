"""What cannot be assessed is refused with every reason, and nothing is lost without a word."""

import pytest
from assessment_builders import (
    QUARTER,
    count,
    make_adjustment,
    make_item,
    make_office,
    make_scheme,
    make_unit,
    run,
)

from gongkai.assessment.assess import assess
from gongkai.assessment.result import AssessmentError
from gongkai.office.pack import Office
from gongkai.terms import Period

MANUAL = make_item("manual", key="新闻动态", groups=("镇",))
LATE = make_item("event", key="工单超时")
OFFICE = make_office(
    make_scheme(MANUAL, LATE),
    [make_unit("财政局"), make_unit("城关镇", "镇"), make_unit("供电公司", ranked=False)],
)


def faults(office: Office, *figures, **more) -> tuple[str, ...]:
    with pytest.raises(AssessmentError) as caught:
        run(office, *figures, **more)
    return caught.value.faults


@pytest.mark.parametrize(
    ("unit", "item", "reason"),
    [
        ("城关镇", "新闻", "城关镇的人工加减分“新闻”：考核办法中没有这一指标，可人工记分的指标有：新闻动态"),
        ("财政局", "新闻动态", "财政局的人工加减分“新闻动态”：该指标不适用于“部门”组"),
        ("城关镇", "工单超时", "城关镇的人工加减分“工单超时”：该指标由系统按数据计算，不能人工记分"),
        ("供电公司", "新闻动态", "供电公司的人工加减分“新闻动态”：该单位不参加考核排名，不能加减分"),
        ("某某局", "新闻动态", "某某局的人工加减分“新闻动态”：单位不在单位名册，请先核对单位名称"),
    ],
)
def test_an_adjustment_that_would_count_for_nobody_is_refused(unit: str, item: str, reason: str) -> None:
    assert faults(OFFICE, adjustments=[make_adjustment("2", item, unit)]) == (reason,)


@pytest.mark.parametrize("points", ["", "二", "NaN", "1e3", "0.125", "12345", "２"])
def test_points_that_are_not_a_plain_number_are_refused(points: str) -> None:
    (fault,) = faults(OFFICE, adjustments=[make_adjustment(points, "新闻动态", "城关镇")])

    assert f"分值“{points}”无法识别" in fault


def test_all_faults_are_told_at_once() -> None:
    wrong = [make_adjustment("2", "新闻", "城关镇"), make_adjustment("二", "新闻动态", "财政局")]

    assert len(faults(OFFICE, count("orders.late", 1, "某某局"), adjustments=wrong)) == 4


def test_a_figure_given_twice_would_count_twice_and_is_refused() -> None:
    figure = count("orders.late", 1)

    assert faults(OFFICE, figure, figure) == ("指标重复：财政局·orders.late 出现2次，会重复计分",)


def test_a_scheme_not_yet_in_force_is_not_applied() -> None:
    office = make_office(make_scheme(LATE, valid_from="2022-07-01"))

    assert faults(office) == (
        "考核办法“考核办法”自2022-07-01起施行，不能用于2022年二季度，请选用当时有效的办法",
    )


def test_a_scheme_that_has_lapsed_is_not_applied() -> None:
    office = make_office(make_scheme(LATE, valid_to="2022-03-31"))

    assert faults(office) == (
        "考核办法“考核办法”已于2022-03-31失效，不能用于2022年二季度，请选用当时有效的办法",
    )


def test_a_scheme_that_contradicts_itself_is_not_applied() -> None:
    (fault,) = faults(make_office(make_scheme(make_item("event", floor=2, cap=-2))))

    assert "下限2大于上限-2" in fault


def test_the_previous_period_must_be_the_offices_own_and_earlier() -> None:
    later = assess(OFFICE, Period.parse("2022Q3"), [], [], snapshot="")
    foreign = later.model_copy(update={"office": "linxian", "period": "2022Q1"})

    assert faults(OFFICE, previous=later) == ("上期考核的期间2022Q3不在2022Q2之前，不能比较升降",)
    assert faults(OFFICE, previous=foreign) == ("上期考核属于“linxian”，不能与“mouxian”比较",)


def test_the_order_in_which_things_come_does_not_matter() -> None:
    given = [count("orders.late", 3, "城关镇"), count("orders.late", 1), count("orders.handled", 9)]
    entered = [make_adjustment("2", "新闻动态", "城关镇"), make_adjustment("-1", "新闻动态", "城关镇")]

    first = assess(OFFICE, QUARTER, given, entered, snapshot="")
    again = assess(OFFICE, QUARTER, given[::-1], entered[::-1], snapshot="")

    assert first.model_dump_json() == again.model_dump_json()

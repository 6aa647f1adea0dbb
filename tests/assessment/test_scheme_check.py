"""A scheme is checked before it is used: every fault with its key, and what to do."""

from decimal import Decimal

import pytest
from assessment_builders import make_item, make_office, make_scheme, make_unit

from gongkai.assessment.scheme_check import faults
from gongkai.office.scheme import Dimension, Item, Lists, Scaling, Scheme, Veto

COLUMN = {"name": "工作动态", "category": "动态", "duties": [{"units": ["财政局"], "frequency": "1条/月"}]}
GOOD = make_item("event")


def found(scheme: Scheme) -> list[str]:
    office = make_office(scheme, [make_unit("财政局"), make_unit("城关镇", "镇")], columns=[COLUMN])
    return [str(fault) for fault in faults(office)]


def of_item(item: Item, **more) -> list[str]:
    return found(make_scheme(item, **more))


def test_a_sound_scheme_has_no_fault() -> None:
    ratio = make_item("ratio", "submissions.submitted", "报送", full=30, groups=("镇",))
    column = make_item("flat", "columns.blank", "空白", on="工作动态", at_least=1)
    window = make_item("shortfall", "columns.window", "更新", each=True, floor=-24, cap=18)

    assert found(make_scheme(GOOD, ratio, column, window, make_item("manual", key="奖励"))) == []


def test_a_misspelt_measure_is_named_with_the_nearest() -> None:
    assert of_item(make_item("event", "orders.lates", "超时")) == [
        "scheme.toml: items[0].measure（超时）: 没有指标“orders.lates”，是否应为“orders.late”"
    ]


@pytest.mark.parametrize(
    ("item", "key", "message"),
    [
        (make_item("event", floor=2, cap=-2), "items[0].floor", "下限2大于上限-2"),
        (make_item("event", groups=("乡",)), "items[0].groups[0]", "没有分组“乡”，应为以下之一：部门、镇"),
        (make_item("event", measure=""), "items[0].measure", "规则“event”要有数据"),
        (make_item("manual", measure="orders.late"), "items[0].measure", "人工记分的指标不能再写 measure"),
        (make_item("shortfall", "orders.late"), "items[0].rule", "没有应完成数，不能按缺额计分"),
        (make_item("shortfall", "orders.on_time_rate"), "items[0].rule", "是比率，不能按件或按缺额计分"),
        (make_item("event", "orders.on_time_rate"), "items[0].rule", "是比率，不能按件或按缺额计分"),
        (make_item("ratio", full=30), "items[0].rule", "既不是比率，也没有应完成数"),
        (make_item("ratio", "orders.on_time_rate", full=0), "items[0].rule.full", "满分0不大于0"),
        (make_item("flat", at_least=5, at_most=1), "items[0].rule.at_least", "区间下界5大于上界1"),
        (make_item("event", "columns.window"), "items[0].measure", "各项不能相加，请写 each = true"),
        (make_item("event", on="投诉"), "items[0].on", "按单位统计，不分项，不能写 on"),
        (
            make_item("event", "columns.blank", on="工作动太"),
            "items[0].on",
            "名册中没有“工作动太”，是否应为“工作动态”",
        ),
        (
            make_item("band", steps=[{"at_least": 1, "points": 1}, {"at_least": 1, "points": 2}]),
            "items[0].rule.steps",
            "分档界限1写了2次",
        ),
    ],
)
def test_an_item_that_cannot_be_applied_is_named(item: Item, key: str, message: str) -> None:
    (fault,) = of_item(item)

    assert f"scheme.toml: {key}（指标）" in fault
    assert message in fault


def test_a_dimension_must_be_declared() -> None:
    (fault,) = of_item(GOOD, dimensions=(Dimension(name="日常"),))

    assert "items[0].dimension（指标）: 没有维度“日常工作”，是否应为“日常”" in fault


def test_an_item_whose_dimension_is_closed_to_all_its_groups_is_never_used() -> None:
    item = make_item("event", groups=("部门",))

    (fault,) = of_item(item, dimensions=(Dimension(name="日常工作", groups=("镇",)),))

    assert "该指标永远不会用到" in fault


def test_keys_and_dimensions_stand_once() -> None:
    twice = found(
        make_scheme(GOOD, GOOD, dimensions=(Dimension(name="日常工作"), Dimension(name="日常工作")))
    )

    assert [fault.split("，")[0] for fault in twice] == [
        "scheme.toml: dimensions[1].name（日常工作）: 维度“日常工作”重复",
        "scheme.toml: items[1].key（指标）: 指标“指标”重复",
    ]


def test_manual_items_of_a_group_can_be_told_apart_by_label() -> None:
    same = [make_item("manual", key=key, label="加减分") for key in ("甲", "乙")]
    apart = [make_item("manual", key=group, label="加减分", groups=(group,)) for group in ("镇", "部门")]

    assert len(found(make_scheme(*same))) == 2
    assert found(make_scheme(*apart)) == []


@pytest.mark.parametrize(
    ("veto", "message"),
    [
        (
            Veto(measure="orders.latest", reason="否决"),
            "vetoes[0].measure（否决）: 没有指标“orders.latest”，是否应为“orders.late”",
        ),
        (Veto(measure="orders.on_time_rate", reason="否决"), "是比率，不能作否决条件"),
        (Veto(measure="columns.window", reason="否决"), "各项不能相加"),
        (Veto(measure="orders.late", at_least=0, reason="否决"), "没有发生也会否决"),
    ],
)
def test_a_veto_needs_a_count_that_exists(veto: Veto, message: str) -> None:
    (fault,) = found(make_scheme(GOOD, vetoes=(veto,)))

    assert message in fault


@pytest.mark.parametrize(
    ("scalings", "message"),
    [
        ([Scaling(groups=("部门",), numerator=4, denominator=0)], "折算比例4/0不是正数"),
        ([Scaling(groups=(), numerator=4, denominator=3)], "没有写明折算哪些组"),
        ([Scaling(groups=("部门",), numerator=4, denominator=3)] * 2, "组“部门”已在 scalings[0] 中折算"),
        ([Scaling(groups=("部们",), numerator=4, denominator=3)], "没有分组“部们”，应为以下之一：部门、镇"),
    ],
)
def test_a_scaling_names_its_groups_once_and_is_positive(scalings: list[Scaling], message: str) -> None:
    (fault,) = found(make_scheme(GOOD, scalings=tuple(scalings)))

    assert message in fault


def test_a_scheme_cannot_end_before_it_begins() -> None:
    (fault,) = found(make_scheme(GOOD, valid_from="2022-12-31", valid_to="2022-01-01"))

    assert "施行日期2022-12-31晚于失效日期2022-01-01" in fault


def test_lists_need_a_measure_that_exists() -> None:
    (fault,) = found(make_scheme(lists=Lists(measure="submission.submitted")))

    assert "lists.measure: 没有指标“submission.submitted”，是否应为“submissions.submitted”" in fault


def test_a_base_without_items_would_never_be_used() -> None:
    (fault,) = found(make_scheme(base=Decimal(300)))

    assert "写了基准分，但没有任何计分指标" in fault


def test_every_fault_is_told_in_one_pass() -> None:
    wrong = [make_item("event", "没有", key=f"{place}", floor=1, cap=0) for place in range(3)]

    assert len(found(make_scheme(*wrong))) == 6

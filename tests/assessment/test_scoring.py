"""The lines of a unit's score: what each is about, bounds for each figure or for all, and manual entries."""

from decimal import Decimal

from assessment_builders import count, lines, make_adjustment, make_item, make_office, make_scheme, run

COLUMNS = [
    count("columns.window", 0, item="甲", window="2022Q2", due=13),
    count("columns.window", 15, item="乙", window="2022Q2", due=2),
    count("columns.window", 1, item="丙", window="2022Q2", due=3),
]


def test_each_column_and_quarter_has_a_floor_and_a_cap_of_its_own() -> None:
    """千阳: −24 to +18 in steps of 2 for every column by itself."""
    item = make_item("shortfall", "columns.window", points=-2, surplus=2, each=True, floor=-24, cap=18)

    found = lines(run(make_office(make_scheme(item)), *COLUMNS))

    assert {line.on: line.points for line in found} == {"甲": -24, "乙": 18, "丙": -4}
    assert {line.window for line in found} == {"2022Q2"}
    assert [line.basis for line in found if line.on == "甲"] == [
        "“甲”2022年二季度栏目更新0条，应为13条，少13条，每条−2分，计−26分，低于下限−24分，按−24分计"
    ]


def test_without_each_the_bounds_hold_for_all_columns_together() -> None:
    item = make_item("shortfall", "columns.window", points=-2, floor=-24)

    (found,) = lines(run(make_office(make_scheme(item)), *COLUMNS))

    assert found.points == -24
    assert found.basis.startswith(
        "栏目更新16条，应为18条（3项，逐项比较），少15条（“丙”“甲”），每条−2分，计−30分"
    )


def test_a_line_leads_to_its_measure_and_says_its_rule() -> None:
    item = make_item("event", key="工单超时", label="热线工单超时", points=-2, floor=-24)

    (line,) = lines(run(make_office(make_scheme(item)), count("orders.late", 2)))

    assert (line.dimension, line.item, line.label, line.measure) == (
        "日常工作",
        "工单超时",
        "热线工单超时",
        "orders.late",
    )
    assert line.rule == "每件−2分，下限−24分"
    assert line.points == -4


def test_an_item_may_look_at_one_column_only() -> None:
    item = make_item("event", "columns.blank", on="工作动态", points=-60)
    columns = [count("columns.blank", 1, item=name) for name in ("工作动态", "人事信息")]

    (line,) = lines(run(make_office(make_scheme(item), columns=[column("工作动态")]), *columns))

    assert (line.on, line.basis) == ("工作动态", "“工作动态”栏目更新为0，扣60分")


def column(name: str) -> dict:
    return {"name": name, "category": "动态", "duties": [{"units": ["财政局"], "frequency": "1条/月"}]}


def test_every_adjustment_is_a_line_with_reason_person_and_evidence() -> None:
    office = make_office(make_scheme(make_item("manual")))
    entered = make_adjustment("-2", reason="迟交材料", person="某某", evidence="督办单第3号")

    (line,) = lines(run(office, adjustments=[entered]))

    assert line.basis == "迟交材料，扣2分"
    assert (line.reason, line.person, line.evidence) == ("迟交材料", "某某", "督办单第3号")
    assert (line.points, line.measure) == (-2, "")


def test_an_adjustment_of_several_counts_each_of_them() -> None:
    office = make_office(make_scheme(make_item("manual")))

    (line,) = lines(run(office, adjustments=[make_adjustment("-2", quantity=3, reason="错别字")]))

    assert (line.points, line.basis) == (-6, "错别字，3次，每次−2分，计−6分")


def test_adjustments_together_stop_at_the_cap_by_a_line_that_says_so() -> None:
    office = make_office(make_scheme(make_item("manual", cap=18)))

    found = lines(run(office, adjustments=[make_adjustment("12"), make_adjustment("10")]))

    assert sorted(line.points for line in found) == [-4, 10, 12]
    assert found[-1].basis == "本项合计+22分，高于上限+18分，按+18分计"


def test_with_each_every_adjustment_has_the_bounds_to_itself() -> None:
    office = make_office(make_scheme(make_item("manual", floor=-5, each=True)))

    found = lines(run(office, adjustments=[make_adjustment("-8"), make_adjustment("-4")]))

    assert sorted(line.points for line in found) == [-5, -4]


def test_an_adjustment_may_name_the_item_by_its_label() -> None:
    item = make_item("manual", key="news", label="新闻动态加减分")

    (line,) = lines(run(make_office(make_scheme(item)), adjustments=[make_adjustment("1", "新闻动态加减分")]))

    assert (line.item, line.points) == ("news", Decimal(1))

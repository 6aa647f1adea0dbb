"""Ranks over periods: 1 on top, ties together, who moved in front."""

import pytest

from gongkai.web.charts import Chart, movement
from gongkai.web.charts.unit_ranks import UnitRanks, named_by_rank

PERIODS = ("2022年一季度", "2022年二季度")


def ranks(**units: tuple[int | None, ...]) -> list[UnitRanks]:
    return [UnitRanks(unit, given) for unit, given in units.items()]


def chart(unit: str = "", **units: tuple[int | None, ...]) -> Chart:
    return movement.of_ranks("部门", PERIODS, ranks(**units), unit)


def lines(made: Chart) -> dict[str, list[int | None]]:
    """Unit → the rank drawn in each period."""
    return {
        series["name"]: [datum["value"] and datum["value"][1] + 1 for datum in series["data"]]
        for series in made.spec["series"][:-1]
    }


def labels(made: Chart) -> dict[int, str]:
    return {datum["value"][1] + 1: datum["label"]["formatter"] for datum in made.spec["series"][-1]["data"]}


def test_rank_1_is_on_top_and_each_rank_has_a_row():
    made = chart(甲=(3, 1), 乙=(1, 2), 丙=(2, 3))
    assert made.spec["yAxis"]["inverse"] is True
    assert made.spec["yAxis"]["data"] == ["1", "2", "3"]
    assert lines(made) == {"甲": [3, 1], "乙": [1, 2], "丙": [2, 3]}


def test_tied_units_share_a_row_and_are_named_together_with_how_they_moved():
    assert labels(chart(甲=(3, 1), 乙=(1, 1), 丙=(2, 2), 丁=(1, 2))) == {1: "甲↑2、乙", 2: "丙、丁↓1"}


def test_many_tied_units_are_counted_where_they_cannot_all_be_named():
    crowd = [UnitRanks(f"第{place}街道办事处", (1,)) for place in range(20)]
    (named,) = named_by_rank(crowd, 168).values()
    assert len(named) == 3
    assert named[-1].endswith("等20家")


def test_no_name_is_torn_from_how_it_moved():
    named = named_by_rank(ranks(千湖湿地管理处=(25, 2), 环保新材料管委会=(16, 2)), 168)
    assert named[2] == ("千湖湿地管理处↑23、", "环保新材料管委会↑14")


def test_a_period_without_a_rank_is_a_gap():
    made = chart(甲=(None, 1), 乙=(1, None))
    assert lines(made) == {"甲": [None, 1], "乙": [1, None]}
    assert [row[-1] for row in made.table.rows] == ["新列入", "未列入"]


def test_the_table_is_the_league_table_of_the_last_period():
    made = chart(甲=(1, 3), 乙=(2, None), 丙=(3, 1))
    assert made.table.rows == (("丙", 3, 1, "↑2"), ("甲", 1, 3, "↓2"), ("乙", 2, None, "未列入"))
    assert {row[0]: list(row[1:-1]) for row in made.table.rows} == lines(made)


def test_the_unit_asked_for_is_drawn_in_front_of_all_others():
    made = chart("丙", 甲=(1, 2), 乙=(2, 1), 丙=(3, 3))
    layers = {series["name"]: series["z"] for series in made.spec["series"][:-1]}
    assert max(layers, key=layers.__getitem__) == "丙"
    assert made.note.startswith("粗线为丙，与上期相比持平。")


def test_rising_and_falling_lines_differ_without_colour():
    made = chart(甲=(2, 1), 乙=(1, 2), 丙=(3, 3))
    dashes = {series["name"]: series["lineStyle"]["type"] for series in made.spec["series"][:-1]}
    assert (dashes["甲"], dashes["乙"]) == ("solid", "dashed")


def test_a_unit_without_a_place_for_each_period_is_refused():
    with pytest.raises(ValueError, match="甲有1期的名次，应为2期"):
        chart(甲=(1,))

"""Shares: a ring of few types, bars of many, the same numbers in the table."""

from hypothesis import given
from hypothesis import strategies as st

from gongkai.web.charts import Chart, share
from gongkai.web.charts.share import Part


def drawn(chart: Chart) -> list[tuple[str, int]]:
    return [(datum["name"], datum["value"]) for datum in chart.spec["series"][0]["data"]]


def parts(number: int) -> list[Part]:
    return [Part(f"类型{place}", place + 1) for place in range(number)]


def test_six_types_are_a_ring_and_seven_are_bars():
    kinds = [share.by_type(parts(number), "工单类型").spec["series"][0]["type"] for number in (6, 7)]
    assert kinds == ["pie", "bar"]


def test_slices_are_told_apart_by_fill_and_pattern():
    data = share.by_type(parts(6), "工单类型").spec["series"][0]["data"]
    assert len({str(datum["itemStyle"]) for datum in data}) == 6


def test_the_largest_comes_first_and_others_last():
    made = share.by_type([Part("其他", 50), Part("咨询", 10), Part("投诉", 40)], "工单类型")
    assert made.table.rows == (("投诉", 40, "40%"), ("咨询", 10, "10%"), ("其他", 50, "50%"))


def test_a_type_of_which_there_is_none_is_left_out():
    assert drawn(share.by_type([Part("投诉", 0), Part("咨询", 3)], "工单类型")) == [("咨询", 3)]


@given(st.lists(st.integers(0, 1000), max_size=20))
def test_the_numbers_drawn_are_those_of_the_table_and_add_up(numbers: list[int]):
    made = share.by_type([Part(f"类型{place}", number) for place, number in enumerate(numbers)], "类型")
    assert drawn(made) == [row[:2] for row in made.table.rows]
    assert sum(value for _, value in drawn(made)) == sum(numbers)

"""A trend breaks where a period is missing, and never draws a 0 for it."""

import pytest

from gongkai.terms import Rate
from gongkai.web.charts import Chart, trend
from gongkai.web.charts.trend import Line

PERIODS = ("2021年四季度", "2022年一季度", "2022年二季度")
SUBMITTED = Line("实报", "条", (665, None, 640))
ON_TIME = Line("按期办结率", "%", (Rate(329, 331), None, Rate(0, 0)))


def values(chart: Chart, place: int = 0) -> list[float | None]:
    return [datum["value"] for datum in chart.spec["series"][place]["data"]]


def test_a_missing_period_is_a_gap_with_its_name_on_the_axis():
    made = trend.over_periods(PERIODS, [SUBMITTED])
    assert values(made) == [665, None, 640]
    assert made.spec["series"][0]["connectNulls"] is False
    assert len(made.spec["xAxis"][0]["data"]) == 3
    assert made.note == "2022年一季度没有数据，线在该处断开。"


def test_a_rate_of_nothing_is_a_gap_too():
    made = trend.over_periods(PERIODS, [ON_TIME])
    assert values(made) == [99.4, None, None]
    assert [row[1] for row in made.table.rows] == ["99.4%（329/331）", None, "—（0/0）"]


def test_counts_and_rates_never_share_a_scale():
    made = trend.over_periods(PERIODS, [SUBMITTED, ON_TIME, Line("应报", "条", (984, None, 984))])
    assert [series["yAxisIndex"] for series in made.spec["series"]] == [0, 1, 0]
    assert [axis["name"] for axis in made.spec["yAxis"]] == ["条", "%"]
    assert len(made.spec["grid"]) == 2


@pytest.mark.parametrize(("lowest", "start"), [(97, 90), (85, 80), (61, 60), (12, 0)])
def test_a_scale_of_rates_begins_below_the_lowest(lowest: int, start: int):
    made = trend.over_periods(PERIODS[:1], [Line("率", "%", (Rate(lowest, 100),))])
    assert (made.spec["yAxis"][0]["min"], made.spec["yAxis"][0]["max"]) == (start, 100)


def test_counts_begin_at_nothing():
    assert trend.over_periods(PERIODS, [SUBMITTED]).spec["yAxis"][0]["min"] == 0


def test_lines_are_told_apart_without_colour():
    lines = [Line(f"指标{place}", "件", (1, 2, 3)) for place in range(6)]
    series = trend.over_periods(PERIODS, lines).spec["series"]
    looks = {(one["lineStyle"]["type"], one["symbol"]) for one in series}
    assert len(looks) == 6


def test_the_numbers_drawn_are_those_of_the_table():
    made = trend.over_periods(PERIODS, [SUBMITTED, Line("应报", "条", (984, 0, None))])
    columns = [[row[place + 1] for row in made.table.rows] for place in range(2)]
    assert [values(made, place) for place in range(2)] == columns


def test_a_line_of_the_wrong_length_and_too_many_lines_are_refused():
    with pytest.raises(ValueError, match="“实报”有3期的数，应为2期"):
        trend.over_periods(PERIODS[:2], [SUBMITTED])
    with pytest.raises(ValueError, match="最多画6条线，现有7条"):
        trend.over_periods(PERIODS, [SUBMITTED] * 7)

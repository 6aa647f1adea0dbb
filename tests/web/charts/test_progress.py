"""Progress: done of due beside the time that is gone."""

from gongkai.terms import Rate
from gongkai.web.charts import Chart, progress
from gongkai.web.charts.progress import Business

HALF = Rate(31, 62)


def bars(chart: Chart) -> dict[str, list[float | None]]:
    """Series → the lengths it draws."""
    return {
        series["name"]: [datum["value"] for datum in series["data"]] for series in chart.spec["series"][:2]
    }


def test_what_lags_behind_the_time_gone_is_drawn_apart():
    made = progress.of_period([Business("信息报送", 30, 62), Business("栏目更新", 31, 62)], HALF)
    assert bars(made) == {"完成": [None, 50], "落后于时间进度": [48.4, None]}
    assert "62个工作日已过31个" in made.note


def test_the_time_gone_is_an_upright_line():
    made = progress.of_period([Business("信息报送", 30, 62)], HALF)
    assert made.spec["series"][-1]["data"] == [[50, 0], [50, 1]]


def test_nothing_lags_in_a_period_that_is_over():
    made = progress.of_period([Business("信息报送", 30, 62)])
    assert bars(made)["完成"] == [48.4]
    assert made.spec["legend"]["data"] == ["完成"]


def test_more_than_is_due_lengthens_no_bar_and_is_still_told():
    made = progress.of_period([Business("信息报送", 70, 62, "条")], HALF)
    assert bars(made)["完成"] == [100]
    assert made.spec["yAxis"][1]["data"] == ["112.9%  70/62条"]


def test_nothing_due_has_no_bar_and_no_rate():
    made = progress.of_period([Business("网民留言", 0, 0)], HALF)
    assert bars(made)["完成"] == [None]
    assert made.table.rows == (("网民留言", 0, 0, "件", "—"),)

"""A posting calendar shows each day and each gap; counts without days become bars that say so."""

from datetime import date

import pytest
from chart_examples import APRIL, DUTY, post

from gongkai.web.charts import Chart, posting
from gongkai.web.charts.posting_counts import Posting


def drawn(chart: Chart) -> dict[str, tuple[int, str, str]]:
    """Day → originals, printed text, and the state."""
    return {
        datum["value"][0]: (datum["value"][2], datum["label"]["formatter"], series["name"])
        for series in chart.spec["series"]
        for datum in series["data"]
    }


def april(*posts: Posting, quota: int | None = 4, duty=DUTY) -> Chart:
    return posting.calendar("某号·微信订阅号", APRIL, posts, duty, quota)


def counts(*posts: Posting, quota: int | None = None) -> Chart:
    return posting.calendar("某号·微信订阅号", APRIL, posts, DUTY, quota)


def test_every_day_of_the_period_is_drawn_once():
    days = [datum["value"][0] for series in april().spec["series"] for datum in series["data"]]
    assert sorted(days) == [day.day.isoformat() for day in APRIL]


def test_a_day_shows_its_original_posts_or_that_it_was_only_forwarded():
    days = drawn(april(post(6, 2, 5), post(6, 1, 1), post(7, 0, 3)))
    assert days["2022-04-06"] == (3, "3", "原创条数")
    assert days["2022-04-07"] == (0, "转", "转 只有转发")


def test_a_gap_is_marked_on_its_working_days_and_stands_in_the_table():
    chart = april(post(8), post(20))
    days = drawn(chart)
    assert [days[f"2022-04-{day}"][1] for day in (11, 12, 15, 18, 19)] == ["断"] * 5
    assert [days[f"2022-04-{day}"][1] for day in (16, 17)] == ["休"] * 2
    assert ("2022-04-11 至 2022-04-19", "断档7个工作日", None, 0) in chart.table.rows
    assert "共2段" in chart.note  # and from the 21st to the end of the month


def test_the_table_has_every_day_with_posts_and_the_sums_of_the_note():
    chart = april(post(6, 2, 5), post(8, 0, 1))
    posted = [row for row in chart.table.rows if row[2] is not None]
    assert posted == [("2022-04-06", "有原创", 5, 2), ("2022-04-08", "只有转发", 1, 0)]
    assert chart.note.startswith("发文6条，其中原创2条，应更新4条。")


def test_posts_on_days_that_are_not_drawn_are_not_passed_over_in_silence():
    chart = april(post(6), Posting(date(2022, 3, 31), "day", 2, 2))
    assert "另有2条不在所示日期之内" in chart.note


def test_an_account_without_a_duty_has_no_gaps_and_is_said_to_have_none():
    chart = april(post(6), quota=None, duty=None)
    assert "断" not in {text for _, text, _ in drawn(chart).values()}
    assert "没有更新任务" in chart.note


@pytest.mark.parametrize("precision", ["month", "period"])
def test_counts_without_days_become_bars_and_no_gap_is_claimed(precision: str):
    chart = counts(post(30, 3, 10, precision), post(6))
    assert {series["type"] for series in chart.spec["series"]} == {"bar"}
    assert "无法按日标出断档" in chart.note


def test_bars_by_month_stand_in_order_and_agree_with_the_table():
    chart = counts(Posting(date(2022, 5, 31), "month", 7, 2), Posting(date(2022, 4, 30), "month", 10, 3))
    original, other, _ = ([datum["value"] for datum in series["data"]] for series in chart.spec["series"])
    assert (original, other) == ([3, 2], [7, 5])
    assert chart.table.rows == (("2022年4月", 10, 3), ("2022年5月", 7, 2), ("合计", 17, 5))


def test_a_count_of_the_period_stands_beside_what_was_due():
    chart = counts(post(30, 7, 7, "period"), quota=12)
    assert chart.spec["yAxis"][1]["data"] == ["原创7条／共7条", "应更新12条"]
    assert chart.table.rows == (("本期（不分月）", 7, 7), ("应更新", None, 12))
    assert "断更" in chart.note

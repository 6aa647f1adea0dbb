"""What moves with time: trends over periods, and how far the present one is done."""

from datetime import date

import pytest
from chart_examples import changed

from gongkai.terms import Period, Rate
from gongkai.web.charts import from_assessment


def test_a_quarter_between_that_was_not_assessed_is_a_gap(qianyang_events, qianyang_sample):
    office, now, _ = qianyang_sample
    before = changed(qianyang_events.assessment, period="2021Q4")
    chart = from_assessment.measure_trend(office, [now, before], ["orders.handled", "orders.handled_rate"])
    assert chart.table.rows == (
        ("2021年四季度", 80, "96.3%（77/80）"),
        ("2022年一季度", None, None),
        ("2022年二季度", 391, "99.5%（389/391）"),
    )


def test_a_measure_nobody_was_judged_by_is_missing_and_not_0(qianyang_events, qianyang_sample):
    office, now, _ = qianyang_sample
    chart = from_assessment.measure_trend(
        office, [qianyang_events.assessment, now], ["submissions.submitted"]
    )
    assert [row[1] for row in chart.table.rows] == [70, None]


def test_progress_agrees_with_what_is_owed_and_short(weibin_sample):
    assessment = weibin_sample.assessment
    chart = from_assessment.period_progress(assessment)
    lines = {row[0]: row[1:3] for row in chart.table.rows}
    short = sum(figure.value for figure in assessment.figures_by_measure["submissions.short"])
    windows = [state for state in assessment.completion if state.kind == "columns"]
    assert lines["信息报送"] == (984 - short, 984)
    assert lines["栏目更新"] == (sum(one.met for one in windows), sum(one.judged for one in windows))
    assert lines["网民留言"] == (45, 46)
    assert lines["政务新媒体"][1] == 19 * 12


@pytest.mark.parametrize(
    ("today", "gone"),
    [(date(2021, 9, 30), 0), (date(2021, 10, 9), 2), (date(2021, 12, 31), 62), (date(2022, 1, 1), None)],
)
def test_the_time_gone_is_counted_in_working_days(weibin_sample, today, gone):
    """2021-10-08 and the make-up Saturday 2021-10-09 are the first two working days of the quarter."""
    elapsed = from_assessment.elapsed(weibin_sample.office, Period.parse("2021Q4"), today)
    assert elapsed == (None if gone is None else Rate(gone, 62))

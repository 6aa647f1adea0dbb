"""What moves with time: trends over periods, and how far the present one is done."""

from chart_examples import changed

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

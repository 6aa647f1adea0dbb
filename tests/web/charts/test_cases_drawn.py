"""Rates and shares of messages and work orders are the published ones."""

from chart_examples import changed

from gongkai.measures.figures import Figure
from gongkai.web.charts import from_assessment
from tests.golden.cases import table

QIANYANG = "qianyang-2022q2"


def test_on_time_rates_are_the_published_ones(qianyang_sample):
    office, assessment, _ = qianyang_sample
    chart = from_assessment.on_time_rates(office, assessment)
    annexes = table(QIANYANG, "annex3_hotline_towns") + table(QIANYANG, "annex4_hotline_departments")
    printed = sorted((row["按期办结件"], row["承办件"], row["按期办结率"]) for row in annexes)
    assert sorted((str(done), str(due), rate) for _, done, due, rate in chart.table.rows) == printed
    assert chart.table.rows[0] == ("城关镇", 20, 22, "90.9%")
    assert [column.label for column in chart.table.columns[1:3]] == ["按期办结件（含自主撤单）", "承办件"]


def test_messages_are_judged_by_what_was_due(weibin_sample):
    chart = from_assessment.on_time_rates(weibin_sample.office, weibin_sample.assessment, "messages")
    assert sum(row[1] for row in chart.table.rows) == 45
    assert sum(row[2] for row in chart.table.rows) == 46


def test_shares_add_up_to_what_was_handled(qianyang_sample):
    chart = from_assessment.item_share(qianyang_sample.assessment, "orders.by_type")
    assert sum(row[1] for row in chart.table.rows) == 391
    assert chart.note.startswith("共391件")


def test_a_unit_sees_its_own_rate(qianyang_sample):
    chart = from_assessment.on_time_rates(
        qianyang_sample.office, qianyang_sample.assessment, units={"城关镇"}
    )
    assert chart.table.rows == (("城关镇", 20, 22, "90.9%"),)


def test_an_order_without_a_type_has_a_share_of_its_own(qianyang_sample):
    orders = Figure("城关镇", "", "", "orders.by_type", 3), Figure("城关镇", "投诉", "", "orders.by_type", 1)
    chart = from_assessment.item_share(changed(qianyang_sample.assessment, figures=orders), "orders.by_type")
    assert chart.table.rows == (("未注明", 3, "75%"), ("投诉", 1, "25%"))

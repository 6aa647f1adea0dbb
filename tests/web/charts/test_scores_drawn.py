"""Scores and ranks end where the published tables end."""

import pytest

from gongkai.web.charts import from_assessment
from tests.golden.cases import number, table

QIANYANG = "qianyang-2022q2"


@pytest.mark.parametrize("row", table(QIANYANG, "annex1_towns") + table(QIANYANG, "annex2_departments"))
def test_a_score_is_told_as_it_was_published(qianyang_sample, row):
    published = {name: number(points) for name, points in row.items() if name != "单位"}
    chart = from_assessment.unit_score(qianyang_sample.assessment, row["单位"])
    (_, _, base), *dimensions, (_, _, total) = chart.table.rows
    assert (base, total) == (published["基准分"], published["小计"])
    assert {name: points for name, points, _ in dimensions} == {
        name: points for name, points in published.items() if name not in ("基准分", "小计", "名次")
    }
    assert f"第{row['名次']}名" in chart.note

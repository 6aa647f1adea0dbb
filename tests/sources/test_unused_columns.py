"""A column nobody reads may say that an order was withdrawn: it is read, or it is told."""

import pytest
from source_files import ReadRows

from gongkai.measures.facts import Outcome
from gongkai.sources.faults import Code

ORDER = ["工单编号", "承办单位", "受理时间", "办理期限", "办结时间"]
CLOSED = ["A1", "财政局", "2021-10-08", "2021-10-15", "2021-10-12"]
MESSAGE = ["留言编号", *ORDER[1:]]


@pytest.mark.parametrize("columns", [ORDER, MESSAGE])
@pytest.mark.parametrize(
    "header", ["处理结果", "处置结果", "处理状态", "处理情况", "办理结果", "当前状态", "工单状态", "处置情况"]
)
def test_a_withdrawn_order_with_a_closing_day_is_not_closed_on_time(read_rows: ReadRows, columns, header):
    found = read_rows([[*columns, header], [*CLOSED, "撤单"]])
    (facts,) = found.facts.values()
    assert found.faults == []
    assert [fact.outcome for fact in facts] == [Outcome.WITHDRAWN]


@pytest.mark.parametrize("header", ["审批状态", "督办结果", "处理的情况", "撤单原因", "退件", "返工次数"])
def test_a_header_that_may_say_how_it_ended_is_told(read_rows: ReadRows, header: str):
    (fault,) = read_rows([[*ORDER, header], [*CLOSED, "某种说法"]]).faults
    assert (fault.code, fault.row, fault.column) == (Code.COLUMN_IGNORED, 1, "F")
    assert str(fault) == (
        f"工作表“Sheet1”F1：没有用到“{header}”列。如果这一列写的是办理结果，请把列名改为“办理结果”"
    )


@pytest.mark.parametrize("header", ["备注", "意见"])
def test_words_of_an_outcome_under_any_header_are_told(read_rows: ReadRows, header: str):
    rows = [[*ORDER, header], *(([f"A{number}", *CLOSED[1:], ""]) for number in range(9)), [*CLOSED, "撤单"]]
    rows[-1][0] = "A9"
    (fault,) = read_rows(rows).faults
    assert (fault.code, fault.column) == (Code.COLUMN_IGNORED, "F")
    assert fault.reason == f"没有用到“{header}”列，其中有“撤单”"


def test_two_columns_of_outcomes_are_one_read_and_one_told(read_rows: ReadRows):
    found = read_rows([[*ORDER, "办理结果", "当前状态"], [*CLOSED, "按期办结", "撤单"]])
    (fault,) = found.faults
    assert (fault.code, fault.column) == (Code.COLUMN_IGNORED, "G")


def test_the_many_columns_of_an_export_that_no_figure_needs_are_not_told(read_rows: ReadRows):
    assert read_rows([[*ORDER, "诉求内容", "来电人", "备注"], [*CLOSED, "路灯不亮", "某某", ""]]).faults == []

"""Rows that stand for several units, for none, or for one nobody is sure of."""

import pytest
import xlsxwriter
from source_files import SUBMISSIONS, ReadRows, codes, fill, office, read

from gongkai.sources.faults import Code, Severity

HEADER = SUBMISSIONS[0]
ORDERS = ["工单编号", "承办单位", "受理时间", "办理期限", "办结时间"]


@pytest.mark.parametrize(
    "cell",
    [
        *("教体局、财政局", "教体局／财政局", "教体局\n财政局", "教体局，财政局", "教体局 财政局"),
        *("教体局和财政局", "教体局、文旅局", "石鼓镇；高家镇", "姜谭/财政局"),
    ],
)
def test_two_units_in_a_cell_are_an_error_and_no_question(read_rows: ReadRows, cell: str):
    found = read_rows([HEADER, [cell, 24, 8, 3], ["石鼓镇", 24, 38, 13]])
    (fault,) = found.faults
    assert (fault.code, fault.row, fault.column, fault.severity) == (
        Code.UNIT_SEVERAL,
        2,
        "A",
        Severity.ERROR,
    )
    assert "一格写了多家单位。请分行填写" in str(fault)
    assert found.questions == []


@pytest.mark.parametrize(
    "cell", ["财 政 局", "渭滨区\n财政局", "财政局、", "卫健局/卫生健康局", "司法局(盖章)"]
)
def test_one_unit_however_it_is_broken_is_not_several(read_rows: ReadRows, cell: str):
    assert Code.UNIT_SEVERAL not in codes(read_rows([HEADER, [cell, 24, 8, 3]]))


def test_a_name_with_a_mark_that_the_register_has_is_one_unit(read_rows: ReadRows):
    units = office().units
    named = units[0].model_copy(update={"aliases": ("财政局、国资局",)})
    found = read_rows([HEADER, ["财政局、国资局", 24, 8, 3]], units=(named, *units[1:]))
    assert [fact.unit for fact in found.facts["submissions"]] == ["财政局"]


def test_a_row_whose_unit_is_in_question_tells_its_other_faults(read_rows: ReadRows):
    rows = [
        ["A1", "姜谭", "2021-10-08", "2021-10-15", "2021-10-01"],
        ["A2", "姜谭", "2021-10-08", "2021-10-15", "2021-10-12"],
    ]
    found = read_rows([ORDERS, *rows])
    (fault,) = found.faults
    assert (fault.code, fault.row, fault.column) == (Code.CLOSED_BEFORE_RECEIVED, 2, "E")
    assert [len(question.places) for question in found.questions] == [2]
    assert found.facts == {}


def test_a_count_that_cannot_be_is_told_beside_the_question(read_rows: ReadRows):
    found = read_rows([HEADER, ["姜谭", 24, 8, 9]])
    assert codes(found) == [Code.PART_EXCEEDS]
    assert len(found.questions) == 1


def test_what_depends_on_the_unit_is_not_told_before_it_is_known(read_rows: ReadRows):
    rows = [["栏目名称", "责任单位", "更新数"], ["规范性文件", "姜谭", 3]]
    found = read_rows(rows)
    assert found.faults == []
    assert len(found.questions) == 1


@pytest.mark.parametrize(
    "rows",
    [
        [HEADER],
        [["信息报送情况统计表"], HEADER, [None, None, None, None]],
        [HEADER, ["合计", 0, 0, 0], ["备注：按季报送"], ["2.含采用"]],
        [ORDERS],
        [ORDERS, ["备注：以上为四季度工单"]],
    ],
)
def test_a_header_without_rows_is_refused(read_rows: ReadRows, rows):
    (fault,) = read_rows(rows).faults
    assert (fault.code, fault.severity) == (Code.NO_ROWS, Severity.ERROR)
    assert "表中没有数据行" in fault.reason


def test_one_sheet_without_rows_beside_others_is_told(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    fill(book, SUBMISSIONS, "十月")
    fill(book, [HEADER], "十一月")
    book.close()
    found = read(tmp_path / "a.xlsx")
    assert [(fault.sheet, fault.code, fault.severity) for fault in found.faults] == [
        ("十一月", Code.NO_ROWS, Severity.WARNING)
    ]
    assert len(found.facts["submissions"]) == 2

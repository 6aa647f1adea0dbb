"""What holds for every form: units, blanks, merges, totals, notes, duplicates."""

import pytest
import xlsxwriter
from source_files import SUBMISSIONS, ReadRows, codes, fill, read

from gongkai.sources import report
from gongkai.sources.faults import Code, Severity

HEADER = SUBMISSIONS[0]


def test_a_fault_names_sheet_row_column_value_reason_and_what_to_do(read_rows: ReadRows):
    (fault,) = read_rows([["标题"], HEADER, ["财政局", 24, "八条", 3]], sheet="报送").faults
    assert fault[:6] == ("报送", 3, "C", "八条", "不是数量", "请只填写数字，例如 12")
    assert str(fault) == "工作表“报送”C3：“八条”不是数量。请只填写数字，例如 12"


def test_every_fault_of_a_row_is_told_at_once(read_rows: ReadRows):
    found = read_rows([HEADER, ["外星局", "x", -8, 2.5]])
    assert codes(found) == [
        Code.UNIT_UNKNOWN,
        Code.COUNT_INVALID,
        Code.COUNT_NEGATIVE,
        Code.COUNT_INVALID,
    ]
    assert found.facts == {}


def test_a_unit_goes_by_any_of_its_names(read_rows: ReadRows):
    found = read_rows([HEADER, ["区财政局", 24, 8, 3], ["渭滨区石鼓镇人民政府", 24, 38, 13]])
    assert [fact.unit for fact in found.facts["submissions"]] == ["财政局", "石鼓镇"]


def test_a_name_that_may_be_two_units_is_a_question_with_every_place(read_rows: ReadRows):
    found = read_rows([HEADER, ["姜谭", 24, 8, 3], ["石鼓镇", 24, 38, 13], ["姜谭", 24, "x", 0]])
    (question,) = found.questions
    assert question.text == "姜谭"
    assert [(place.row, place.column) for place in question.places] == [(2, "A"), (4, "A")]
    assert {choice.unit for choice in question.candidates} == {"姜谭办", "姜谭工业园"}
    assert codes(found) == [Code.COUNT_INVALID]
    assert found.errors or found.questions
    assert [fact.unit for fact in found.facts["submissions"]] == ["石鼓镇"]


def test_blank_counts_are_nothing_and_a_blank_unit_is_a_fault(read_rows: ReadRows):
    found = read_rows([HEADER, ["财政局", 24, None, "—"], [None, 24, 3, 1]])
    assert [fact.quantity for fact in found.facts["submissions"]] == [0]
    assert codes(found) == [Code.BLANK]


@pytest.mark.parametrize("label", ["合计", "总 计", "全区合计", "合计：", "共计"])
def test_a_totals_row_is_compared_and_not_imported(read_rows: ReadRows, label: str):
    right, wrong = [label, 48, 46, 16], [label, 48, 47, 16]
    assert read_rows([*SUBMISSIONS, right]).faults == []
    found = read_rows([*SUBMISSIONS, wrong])
    (fault,) = found.faults
    assert (fault.code, fault.row, fault.column, fault.severity) == (
        Code.TOTAL_MISMATCH,
        4,
        "C",
        Severity.ERROR,
    )
    assert "47" in fault.reason
    assert "46" in fault.reason
    assert len(found.facts["submissions"]) == 2


def test_a_total_in_the_number_column_or_above_the_rows_is_seen(read_rows: ReadRows):
    header = ["序号", "单位", "实报"]
    rows = [[1, "财政局", 8], [2, "石鼓镇", 38]]
    for table in ([header, *rows, ["合计", None, 46]], [header, ["合计", None, 46], *rows]):
        found = read_rows(table)
        assert found.faults == []
        assert len(found.facts["submissions"]) == 2
    assert codes(read_rows([header, ["合计", None, 45], *rows])) == [Code.TOTAL_MISMATCH]


def test_subtotals_cover_their_section_and_the_total_all(read_rows: ReadRows):
    rows = [
        ["单位", "实报"],
        ["一、部门"],
        ["财政局", 8],
        ["司法局", 15],
        ["部门小计", 23],
        ["镇街"],
        ["石鼓镇", 38],
        ["镇街小计", 38],
        ["合计", 61],
    ]
    assert read_rows(rows).faults == []
    rows[7] = ["镇街小计", 23]
    (fault,) = read_rows(rows).faults
    assert (fault.row, "38" in fault.reason) == (8, True)


def test_a_total_over_rows_with_faults_is_not_compared(read_rows: ReadRows):
    assert codes(read_rows([HEADER, ["财政局", 24, "x", 3], ["合计", 24, 8, 3]])) == [Code.COUNT_INVALID]


def test_a_formula_without_value_in_the_totals_row_is_told(read_rows: ReadRows):
    rows = [*SUBMISSIONS, ["合计", 48, "=SUM(C2:C3)", 16]]
    assert codes(read_rows(rows)) == [Code.FORMULA_UNCOMPUTED]


@pytest.mark.parametrize(
    "note",
    [
        "备注：1.含供稿",
        "注:本季度没有报送的单位也列入",
        "说明：下同",
        "要求：每条信息须经分管领导审签",
        "填报人：某某",
        "审核人（签字）：",
        "制表日期：2022年1月4日",
    ],
)
def test_notes_under_the_table_are_no_rows(read_rows: ReadRows, note: str):
    assert read_rows([*SUBMISSIONS, [], [note]]).faults == []
    assert read_rows([*SUBMISSIONS, [note, None, "联系电话：", None]]).faults == []


def test_a_heading_merged_over_the_table_is_no_row(read_rows: ReadRows):
    rows = [*SUBMISSIONS, ["附表二 其他单位"], ["司法局", 24, 15, 6]]
    assert read_rows(rows, merges=["A4:D4"]).faults == []


def test_a_row_below_a_note_is_still_a_row(read_rows: ReadRows):
    found = read_rows([*SUBMISSIONS, ["备注：部门如下"], ["2.续"], ["司法局", 24, 15, 6]])
    assert len(found.facts["submissions"]) == 3


def test_rows_numbered_in_advance_and_left_empty_are_no_rows(read_rows: ReadRows):
    rows = [["序号", "单位", "实报"], [1, "财政局", 8], [2, None, None], [3, None, None]]
    assert read_rows(rows).faults == []


def test_an_unknown_unit_alone_in_its_row_is_not_lost(read_rows: ReadRows):
    assert codes(read_rows([*SUBMISSIONS, ["外星局"]])) == [Code.UNIT_UNKNOWN]


def test_a_row_that_stands_twice_counts_once_with_a_warning(read_rows: ReadRows):
    found = read_rows([*SUBMISSIONS, SUBMISSIONS[1]])
    (fault,) = found.faults
    assert (fault.code, fault.severity, fault.row) == (Code.DUPLICATE_ROW, Severity.WARNING, 4)
    assert "第 2 行" in fault.reason
    assert len(found.facts["submissions"]) == 2


def test_a_unit_with_two_different_rows_is_an_error(read_rows: ReadRows):
    found = read_rows([*SUBMISSIONS, ["区财政局", 24, 9, 3]])
    assert codes(found) == [Code.DUPLICATE]
    assert len(found.facts["submissions"]) == 2


def test_the_total_of_a_table_with_a_row_twice_is_as_its_clerk_added_it(read_rows: ReadRows):
    rows = [*SUBMISSIONS, SUBMISSIONS[1], ["合计", 72, 54, 19]]
    assert codes(read_rows(rows)) == [Code.DUPLICATE_ROW]


def test_a_row_repeated_on_another_sheet_counts_once(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    fill(book, SUBMISSIONS, "一")
    fill(book, [HEADER, ["财政局", 24, 8, 3], ["石鼓镇", 24, 40, 13]], "二")
    book.close()
    found = read(tmp_path / "a.xlsx")
    assert codes(found) == [Code.DUPLICATE_ROW, Code.DUPLICATE]
    assert "工作表“一”第 2 行" in found.faults[0].reason
    assert len(found.facts["submissions"]) == 2


def test_a_number_merged_over_several_rows_is_refused(read_rows: ReadRows):
    found = read_rows([HEADER, ["财政局", 24, 8, 3], ["石鼓镇", 24, None, 1]], merges=["C2:C3"])
    assert Code.MERGED_COUNT in codes(found)


def test_keys_do_not_depend_on_file_or_row(read_rows: ReadRows):
    one = {fact.key for fact in read_rows(SUBMISSIONS).facts["submissions"]}
    other = {
        fact.key for fact in read_rows([["标题"], HEADER, *reversed(SUBMISSIONS[1:])]).facts["submissions"]
    }
    assert one == other


def test_a_file_of_nothing_but_faults_stops_early(read_rows: ReadRows, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(report, "MOST_FAULTS", 5)
    found = read_rows([HEADER, *[["外星局", 1, 1, 1]] * 50])
    assert codes(found) == [Code.UNIT_UNKNOWN] * 5 + [Code.TOO_MANY]
    assert found.facts == {}


def test_many_warnings_do_not_refuse_a_file(read_rows: ReadRows, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(report, "MOST_WARNINGS", 3)
    found = read_rows([HEADER, *[["财政局", 24, 8, 3]] * 50])
    assert codes(found) == [Code.DUPLICATE_ROW] * 3 + [Code.TOO_MANY]
    assert not found.errors
    assert not found.questions

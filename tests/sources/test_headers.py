"""The header is found wherever clerks put it, however they word it — or the sheet says why it is not."""

from datetime import date

import pytest
import xlsxwriter
from source_files import SUBMISSIONS, ReadRows, codes, fill, read

from gongkai.sources.faults import Code, Severity
from gongkai.sources.registry import UnknownKind

TITLE = ["渭滨区2021年四季度政务信息报送情况统计表"]


def submitted(found) -> dict[str, int]:
    return {fact.unit: fact.quantity for fact in found.facts["submissions"]}


BOTH = {"财政局": 8, "石鼓镇": 38}


@pytest.mark.parametrize(
    "rows",
    [
        SUBMISSIONS,
        [TITLE, [], *SUBMISSIONS],
        [TITLE, ["填报单位：区政府办", None, "单位：条"], *SUBMISSIONS],
        [["单 位", "应 报", "实\n报", "网站 采用"], *SUBMISSIONS[1:]],
        [["序号", "报送单位", "应报数", "报送数量（条）"], [1, "财政局", 24, 8], [2, "石鼓镇", 24, 38]],
        [["责任单位", "任务数", "已报"], ["财政局", "２４", "８条"], ["石鼓镇", 24, "38.0"]],
        [["财政局的表", None, None], ["部门", "应报", "实报"], ["财政局", 24, 8], ["石鼓镇", 24, 38]],
    ],
)
def test_titles_spaces_and_synonyms_do_not_hide_a_header(read_rows: ReadRows, rows):
    assert submitted(read_rows(rows)) == BOTH


def test_a_header_of_two_rows_with_merged_cells(read_rows: ReadRows):
    rows = [
        TITLE,
        ["单位", "报送情况", None, "采用情况", None],
        [None, "应报", "实报", "网站采用", "宝鸡日报"],
        ["财政局", 24, 8, 3, 1],
        ["石鼓镇", 24, 38, 13, None],
    ]
    found = read_rows(rows, merges=["A1:E1", "A2:A3", "B2:C2", "D2:E2"])
    assert submitted(found) == BOTH
    adopted = {(fact.unit, fact.outlet): fact.quantity for fact in found.facts["adoptions"]}
    assert adopted == {
        ("财政局", "区政府网站"): 3,
        ("财政局", "宝鸡日报"): 1,
        ("石鼓镇", "区政府网站"): 13,
        ("石鼓镇", "宝鸡日报"): 0,
    }
    assert found.faults == []


def test_a_header_broken_over_two_cells_is_read_as_one(read_rows: ReadRows):
    rows = [["承办单位", "承办件", "按期", "超时"], [None, None, "办结件", "办结件"], ["财政局", 3, 2, 1]]
    assert sum(fact.quantity for fact in read_rows(rows).facts["orders"]) == 3


def test_two_tables_side_by_side_are_one(read_rows: ReadRows):
    rows = [
        ["单 位", "应 报", "实 报"] * 2,
        ["财政局", 24, 8, "石鼓镇", 24, 38],
        ["司法局", 24, 15],
        ["备注：1.含供稿", None, None, None],
        ["2.街道办在右栏"],
    ]
    found = read_rows(rows)
    assert submitted(found) == {**BOTH, "司法局": 15}
    assert found.faults == []


def test_a_better_header_wins_over_a_vaguer_one(read_rows: ReadRows):
    rows = [
        ["部门", "承办单位", "承办件", "按期办结件", "超时办结件"],
        ["石鼓镇", "财政局", 3, 3, 0],
    ]
    assert {fact.unit for fact in read_rows(rows).facts["orders"]} == {"财政局"}


def test_a_header_repeated_on_the_next_page_is_no_row(read_rows: ReadRows):
    rows = [*SUBMISSIONS, SUBMISSIONS[0], ["司法局", 24, 15, 6]]
    found = read_rows(rows)
    assert submitted(found) == {**BOTH, "司法局": 15}
    assert found.faults == []


@pytest.mark.parametrize(
    "header", ["10月", "10 月", "１０月", "2021年10月", "10月份", "10月更新条数", date(2021, 10, 1)]
)
def test_a_month_column_in_every_spelling(read_rows: ReadRows, header):
    rows = [["栏目名称", "保障单位", header], ["规范性文件", "司法局", 2]]
    (fact,) = read_rows(rows).facts["columns"]
    assert (fact.day, fact.precision, fact.quantity) == (date(2021, 10, 31), "month", 2)


def test_a_table_nobody_knows_is_an_error_that_names_its_headers(read_rows: ReadRows):
    (fault,) = read_rows([["姓名", "职务", "电话"], ["某某", "科长", "123"]]).faults
    assert (fault.code, fault.severity) == (Code.FORM_UNKNOWN, Severity.ERROR)
    assert fault.reason == "不认识这张表，表头为：姓名、职务、电话"
    assert "示例表格" in fault.suggestion


def test_of_a_wide_table_nobody_knows_only_the_first_headers_are_named(read_rows: ReadRows):
    (fault,) = read_rows([[f"第{letter}栏" for letter in "甲乙丙丁戊己庚辛"], ["x"] * 8]).faults
    assert fault.reason.endswith("第戊栏、第己栏等8列")


def test_the_nearest_form_and_what_it_lacks_are_named(read_rows: ReadRows):
    (fault,) = read_rows([["承办单位", "承办件", "超时办结件"], ["财政局", 3, 0]]).faults
    assert "工单办理情况统计表" in fault.suggestion
    assert "按期办结件" in fault.suggestion


def test_words_without_a_header_are_an_error(read_rows: ReadRows):
    (fault,) = read_rows([["关于报送情况的说明"], ["本季度无"]]).faults
    assert fault.reason == "没有找到表头"


AMBIGUOUS = [["编号", "承办单位", "受理时间", "办结时间"], ["A1", "财政局", "10月8日", "10月9日"]]


def test_a_table_that_may_be_two_kinds_is_not_guessed(read_rows: ReadRows):
    (fault,) = read_rows(AMBIGUOUS).faults
    assert (fault.code, fault.severity) == (Code.FORM_AMBIGUOUS, Severity.ERROR)
    assert "工单明细" in fault.reason
    assert "留言办理明细" in fault.reason


def test_the_title_the_sheet_or_the_clerk_may_say_which_it_is(read_rows: ReadRows):
    assert set(read_rows([["四季度热线工单"], *AMBIGUOUS]).facts) == {"orders"}
    assert set(read_rows(AMBIGUOUS, sheet="网民留言").facts) == {"messages"}
    assert set(read_rows(AMBIGUOUS, kind="orders").facts) == {"orders"}


def test_a_kind_that_does_not_exist_is_told_with_those_that_do(read_rows: ReadRows):
    with pytest.raises(UnknownKind, match="submissions"):
        read_rows(SUBMISSIONS, kind="letters")


def test_a_sheet_that_is_no_table_is_skipped_beside_one_that_is(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    fill(book, SUBMISSIONS, "报送")
    fill(book, [["姓名", "电话"], ["某某", "123"]], "通讯录")
    fill(book, [["栏目名称", "保障单位", "10月"], ["规范性文件", "司法局", 2]], "栏目")
    book.close()
    found = read(tmp_path / "a.xlsx")
    assert set(found.facts) == {"submissions", "adoptions", "columns"}
    assert [(fault.sheet, fault.severity) for fault in found.faults] == [("通讯录", Severity.WARNING)]


def test_a_column_nobody_reads_is_told(read_rows: ReadRows):
    rows = [["单位", "实报", "退稿", "采用率", "备注"], ["财政局", 8, 2, "30%", "好"]]
    found = read_rows(rows)
    assert [(fault.code, fault.column) for fault in found.faults] == [(Code.COLUMN_IGNORED, "C")]


@pytest.mark.parametrize(
    "title",
    [
        "2021年三季度信息报送情况",
        "2021年第3季度报送",
        "2020年下半年信息报送",
        "2021年9月信息报送",
        "2022年上半年报送",
    ],
)
def test_a_table_of_counts_for_another_period_is_refused(read_rows: ReadRows, title: str):
    assert Code.OTHER_PERIOD in codes(read_rows([[title], *SUBMISSIONS]))


@pytest.mark.parametrize(
    "title",
    [
        "2021年四季度报送",
        "2021年下半年报送",
        "2021年10月报送",
        "（截至2021年12月31日）",
        "填报时间：2022年1月",
        "二〇二一年",
    ],
)
def test_a_title_within_the_period_is_no_fault(read_rows: ReadRows, title: str):
    assert read_rows([[title], *SUBMISSIONS]).faults == []

"""An edited annex: the cell, row or column that was changed is told, and nothing else."""

import plans
import pytest
from docx.document import Document
from editing import add_row, compared, delete_row, differences, edited, put_cell, told

from gongkai.notice import docx, returned


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (put_cell(1, "财政局", 2, "9"), ("数字不一致", "附件1 第6行（财政局） 实报", "8", "9")),
        (put_cell(1, "招商局", 6, "12"), ("数字不一致", "附件1 第27行（招商局） 实报", "11", "12")),
        (put_cell(1, "财政局", 2, ""), ("数字删除", "附件1 第6行（财政局） 实报", "8", "")),
        (put_cell(3, "教体局", 3, "2"), ("新增数字", "附件3 第1行（教体局） 逾期数量", "", "2")),
        (
            put_cell(1, "财政局", 0, "财务局"),
            ("单位名称改动", "附件1 第6行（财政局） 单位", "财政局", "财务局"),
        ),
        (
            put_cell(4, "渭滨小警", -1, "否"),
            ("数据用语改动", "附件4 第3行（公安分局） 是否断更", "断更", "否"),
        ),
        (
            put_cell(2, "政府债务", 1, "1条/月"),
            ("数字不一致", "附件2 第21行（财政局） 更新频次", "1条/季度", "1条/月"),
        ),
        (put_cell(1, "合计", -2, "666"), ("数字不一致", "附件1 合计行 实报", "665", "666")),
        (put_cell(3, "承办数量", 1, "受理数量"), ("表格结构改动", "附件3 表头", "承办数量", "受理数量")),
        (delete_row(3, "教体局"), ("表格行删除", "附件3 第1行（教体局）", "教体局｜6｜6｜", "")),
        (
            add_row(3, "教体局", "财政局", "5", "5", ""),
            ("表格行增加", "附件3 新增行", "", "财政局｜5｜5｜"),
        ),
    ],
)
def test_one_edit_of_a_table_is_one_serious_difference(edit, expected):
    (one,) = compared(edit).differences
    assert told(one) == expected
    assert one.serious


def test_the_header_of_the_right_half_is_compared_too():
    def rename(document: Document) -> None:
        document.tables[0].rows[0].cells[6].paragraphs[0].runs[0].text = "采用"

    assert differences(rename) == [("表格结构改动", "附件1 表头", "实报", "采用")]


def test_a_cell_is_told_with_its_stored_figure():
    (one,) = compared(put_cell(1, "财政局", 2, "9")).differences
    assert one.binding is not None
    assert (one.binding.measure, one.binding.units, one.binding.value) == (
        "submissions.submitted",
        ("财政局",),
        "8",
    )


@pytest.mark.parametrize(
    "edit",
    [
        put_cell(1, "财政局", 2, "８"),
        put_cell(1, "财政局", 2, " 8 "),
        put_cell(1, "财政局", 2, "8.0"),
        put_cell(3, "教体局", 3, "0"),
    ],
)
def test_a_cell_that_says_the_same_is_no_difference(edit):
    assert differences(edit) == []


def test_points_and_percentages_are_figures():
    assert differences(put_cell(1, "草碧镇", 2, "7"), put_cell(3, "城关镇", 6, "91%"), case="qianyang") == [
        ("数字不一致", "附件1 第7行（草碧镇） 新闻动态", "-7", "7"),
        ("数字不一致", "附件3 第3行（城关镇） 按期办结率", "90.9%", "91%"),
    ]


def test_points_under_a_header_of_two_rows_are_found():
    assert differences(put_cell(2, "卫健局", 4, "46"), case="qianyang") == [
        ("数字不一致", "附件2 第1行（卫健局） 重点领域1", "48", "46")
    ]


def test_a_serial_number_is_no_figure():
    (one,) = compared(put_cell(4, "渭滨小警", 0, "30")).differences
    assert (one.kind, one.serious) == ("文字改动", False)


def test_a_line_of_two_halves_taken_out_is_two_rows():
    found = differences(delete_row(1, "财政局"))
    assert [(kind, stored.split("｜")[0]) for kind, _, stored, _ in found] == [
        ("表格行删除", "财政局"),
        ("表格行删除", "招商局"),
    ]


def test_a_row_deleted_beside_a_row_edited():
    assert differences(delete_row(3, "工信局"), put_cell(3, "住建局", 1, "4")) == [
        ("表格行删除", "附件3 第2行（工信局）", "工信局｜1｜1｜", ""),
        ("数字不一致", "附件3 第3行（住建局） 承办数量", "3", "4"),
    ]


def test_two_rows_that_changed_places_are_both_told():
    def swap(document: Document) -> None:
        rows = document.tables[2]._tbl.tr_lst
        rows[1].addprevious(rows[2])

    found = differences(swap)
    assert {kind for kind, *_ in found} == {"表格行增加", "表格行删除"}


def test_a_column_taken_out_is_told_once_and_the_others_are_still_compared():
    def take_out(document: Document) -> None:
        for row in document.tables[2]._tbl.tr_lst:
            row.remove(row.tc_lst[2])

    assert differences(take_out) == [("表格结构改动", "附件3 表头", "办结数量", "")]
    assert differences(take_out, put_cell(3, "教体局", 1, "7")) == [
        ("表格结构改动", "附件3 表头", "办结数量", ""),
        ("数字不一致", "附件3 第1行（教体局） 承办数量", "6", "7"),
    ]


def test_one_half_without_a_column_cannot_be_compared_and_says_so():
    def take_out(document: Document) -> None:
        for row in document.tables[0]._tbl.tr_lst:
            row.remove(row.tc_lst[-1])

    (one,) = compared(take_out).differences
    assert told(one) == ("表格结构改动", "附件1", "8列", "7列，列数与原表不能对应，无法逐格核对")
    assert one.serious


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_table_taken_out_is_told_and_the_others_keep_their_place(number):
    def take_out(document: Document) -> None:
        table = document.tables[number - 1]._tbl
        table.getparent().remove(table)

    for case in ("weibin", "qianyang"):
        (one,) = compared(take_out, case=case).differences
        assert (one.kind, one.place) == ("表格删除", f"附件{number}")


def test_a_table_put_in_is_told():
    def put_in(document: Document) -> None:
        document.add_table(2, 2).rows[0].cells[0].text = "补充情况"

    assert differences(put_in) == [("表格增加", "附件", "", "补充情况｜（共2行）")]


def test_a_table_on_several_pages_is_one_table():
    plan = plans.many_units()
    (one,) = returned.compare(edited(docx.render(plan), put_cell(3, "第131镇", -1, "9")), plan).differences
    assert one.place.startswith("附件 第131行")
    (gone, *_) = returned.compare(
        edited(docx.render(plan), put_cell(2, "第50镇", 0, "第5镇")), plan
    ).differences
    assert gone.place.startswith("附件 第50行")

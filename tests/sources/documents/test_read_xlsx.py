"""A workbook is read as a person sees it, and where a person does not look."""

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from document_files import places, texts
from openpyxl.comments import Comment

from gongkai.proofreading.document import Document, Part
from gongkai.sources.documents.read import read
from gongkai.sources.documents.xlsx_formats import shown


def book(*rows: list[Any]) -> openpyxl.Workbook:
    found = openpyxl.Workbook()
    found.active.title = "名单"
    for row in rows:
        found.active.append(row)
    return found


def opened(workbook: openpyxl.Workbook) -> Document:
    target = BytesIO()
    workbook.save(target)
    return read("名单.xlsx", target.getvalue())


def test_every_cell_has_its_place() -> None:
    found = places(opened(book(["姓名", "电话"], ["张三", 13812345678])))
    assert (found["名单!A2"], found["名单!B2"]) == ("张三", "13812345678")


def test_the_used_range_is_a_table_with_merged_cells() -> None:
    workbook = book(["合计", None, "率"], ["甲", None, None])
    workbook.active.merge_cells("A1:B1")
    document = opened(workbook)
    (table,) = document.tables
    shown_cells = [[document.pieces[place].text for place in row] for row in table.cells]
    assert shown_cells == [["合计", "合计", "率"], ["甲", "", ""]]


def test_numbers_are_read_as_they_are_shown() -> None:
    workbook = book([0.909, 44742, 1234.5, date(2022, 6, 30)])
    for column, code in zip("ABC", ("0.0%", "yyyy/m/d", "#,##0.00"), strict=True):
        workbook.active[f"{column}1"].number_format = code
    found = places(opened(workbook))
    assert [found[f"名单!{column}1"] for column in "ABCD"] == ["90.9%", "2022-06-30", "1234.50", "2022-06-30"]


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        ("110101199003071000", "", "110101199003071000"),
        ("1.1010119900307101E+17", "", "110101199003071010"),
        ("0.1", "", "0.1"),
        ("0.30000000000000004", "", "0.3"),
        ("0.995", "0%", "100%"),
        ("0.5", "h:mm", "12:00:00"),
        ("3", '0"件"', "3"),
        ("44742.75", 'yyyy"年"m"月"d"日" hh:mm', "2022-06-30 18:00"),
        ("7", "[Red]0", "7"),
        ("1.5", "General", "1.5"),
        ("1e999", "", "1e999"),
        ("x", "0", "x"),
    ],
)
def test_a_number_is_shown_by_its_format(number: str, code: str, text: str) -> None:
    assert shown(number, code) == text


def test_hidden_sheets_rows_and_columns_are_read_as_hidden() -> None:
    workbook = book(["甲", "乙"], ["丙", "丁"])
    workbook.active.row_dimensions[2].hidden = True
    workbook.active.column_dimensions["B"].hidden = True
    second = workbook.create_sheet("底表")
    second["A1"] = "张三"
    second.sheet_state = "hidden"
    assert texts(opened(workbook), Part.HIDDEN) == ["乙", "丙", "丁", "张三"]


def test_comments_headers_rules_names_and_formulas_with_words_are_read() -> None:
    workbook = book(["甲"])
    sheet = workbook.active
    sheet["A1"].comment = Comment("电话13812345678", "赵六")
    sheet.oddHeader.center.text = "经办张三"
    sheet["A2"] = '=IF(A1="李四",1,2)'
    sheet["A3"] = "=A1"
    rule = openpyxl.worksheet.datavalidation.DataValidation(type="list", formula1='"张三,李四"')
    rule.add("B1")
    sheet.add_data_validation(rule)
    found = opened(workbook)
    assert texts(found, Part.COMMENT) == ["电话13812345678"]
    assert texts(found, Part.HEADER) == ["经办张三"]
    assert texts(found, Part.HIDDEN) == ['IF(A1="李四",1,2)', '"张三,李四"']
    assert {"赵六", "名单"} <= set(texts(found, Part.PROPERTY))


def test_a_cell_far_away_makes_no_table() -> None:
    workbook = book(["甲"])
    workbook.active["XFD1048576"] = "乙"
    found = opened(workbook)
    assert found.tables == ()
    assert places(found)["名单!XFD1048576"] == "乙"


@pytest.mark.parametrize(
    ("number", "code"), [("2958465", "yyyy-mm-dd"), ("12345.5", "0." + "0" * 40), ("1" * 101 + ".5", "")]
)
def test_a_number_that_no_format_can_show_is_shown_as_it_is_stored(number: str, code: str) -> None:
    assert shown(number, code, from_1904=True) == number

"""Lists as .xlsx, read back."""

import tracemalloc
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from gongkai.notice import listing
from gongkai.notice.listing import Column, ListingError, Sheet, Value


def opened(*sheets: Sheet) -> Workbook:
    return openpyxl.load_workbook(BytesIO(listing.render(sheets)))


def written(column: Column, *values: Value) -> Worksheet:
    sheet = opened(Sheet("表", [column], [[value] for value in values]))["表"]
    assert isinstance(sheet, Worksheet)
    return sheet


@pytest.mark.parametrize("text", ["=1+1", "+86", "-2", "@SUM(A1)", "\t=1+1", "=HYPERLINK(1)", "{=1}"])
def test_a_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    cell = written(Column("标题"), text)["A2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.number_format == "@", "else Excel makes it a formula when somebody edits the cell"


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), min_size=1, max_size=30))
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    assert written(Column("标题"), text)["A2"].value == text


def test_a_long_number_keeps_every_digit() -> None:
    sheet = written(Column("编号"), 12345202110080001234, "0012")
    assert [sheet["A2"].value, sheet["A3"].value] == ["12345202110080001234", "0012"]
    assert written(Column("件数", "number"), 12345202110080001234)["A2"].value == "12345202110080001234"


def test_numbers_days_and_times_are_what_they_are() -> None:
    days = Column("日期", "date")
    sheet = written(Column("分值", "number"), Decimal("-2.5"), 0, None, "—")
    assert [sheet.cell(row, 1).value for row in range(2, 6)] == [-2.5, 0, None, "—"]
    assert written(days, date(2021, 12, 31))["A2"].number_format == "yyyy-mm-dd"
    moment = datetime(2021, 12, 31, 8, 30, tzinfo=UTC)
    assert written(days, moment)["A2"].value == moment.replace(tzinfo=None)


def test_truths_are_words_in_every_column() -> None:
    assert written(Column("是否断更"), True)["A2"].value == "是"
    assert written(Column("是否断更", "number"), False)["A2"].value == "否"


def test_notes_stand_above_the_header_which_stays_in_sight_and_repeats_in_print() -> None:
    book = opened(Sheet("名册", [Column("单位"), Column("别名")], [["财政局", "区财政局"]], ("筛选：部门",)))
    sheet = book["名册"]
    assert [sheet["A1"].value, sheet["A2"].value, sheet["A3"].value] == ["筛选：部门", "单位", "财政局"]
    assert sheet.freeze_panes == "A3"
    assert sheet.print_title_rows == "$2:$2"
    assert sheet.auto_filter.ref == "A2:B3"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)


def test_columns_are_as_wide_as_chinese_needs_or_as_told() -> None:
    columns = [Column("单位"), Column("备注", width=30)]
    sheet = opened(Sheet("表", columns, [["渭滨区公共资源交易服务中心", ""]]))["表"]
    assert sheet.column_dimensions["A"].width > 26
    assert 29 < sheet.column_dimensions["B"].width < 32


def test_choices_are_offered_below_the_header() -> None:
    sheet = written(Column("类别", choices=("镇街", "部门")), "镇街")
    (validation,) = sheet.data_validations.dataValidation
    assert validation.formula1 == '"镇街,部门"'
    assert "A2" in validation.sqref
    assert "A1" not in validation.sqref


def test_titles_are_made_such_as_excel_takes() -> None:
    titles = ["a/b", "长" * 40, "长" * 40, "", "表"]
    book = opened(*(Sheet(title, [Column("单位")], []) for title in titles))
    assert book.sheetnames == ["a_b", "长" * 31, "长" * 28 + "（2）", "表", "表（2）"]


def test_a_text_longer_than_a_cell_says_that_it_was_cut() -> None:
    value = written(Column("说明"), "字" * 40_000)["A2"].value
    assert isinstance(value, str)
    assert len(value) == listing.MOST_TEXT
    assert value.endswith("（原文过长，本格未列全）")


def test_nothing_to_list_is_still_a_workbook() -> None:
    assert len(opened().sheetnames) == 1
    assert opened(Sheet("工单", [Column("编号")], []))["工单"]["A1"].value == "编号"


def test_equal_lists_are_equal_to_the_byte() -> None:
    sheet = Sheet("表", [Column("单位")], [["财政局"]])
    assert listing.render([sheet]) == listing.render([sheet])


def test_a_row_of_another_length_is_a_bug() -> None:
    with pytest.raises(ValueError, match="zip"):
        listing.render([Sheet("表", [Column("单位"), Column("件数")], [["财政局"]])])


def test_more_rows_than_a_sheet_holds_are_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MOST_ROWS", 3)
    with pytest.raises(ListingError, match="“工单”超过 3 行"):
        listing.render([Sheet("工单", [Column("编号")], [["1"], ["2"], ["3"]])])


def test_rows_are_never_all_in_memory() -> None:
    """The rows alone would take some 30 MB; what is held at once is the compressed file."""

    def rows() -> Iterator[tuple[Value, ...]]:
        for number in range(30_000):
            yield f"GD{number:020}", f"标题{number}" * 20, number

    tracemalloc.start()
    columns = [Column("编号"), Column("标题"), Column("件数", "number")]
    file = listing.render([Sheet("工单", columns, rows())])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 3 * len(file) + 2_000_000

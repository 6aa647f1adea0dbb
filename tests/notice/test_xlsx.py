"""The annex workbook, read back."""

from io import BytesIO
from zipfile import ZipFile

import openpyxl
import plans
import pytest
from openpyxl import Workbook

from gongkai.notice import xlsx
from gongkai.notice.plan import Cell, Plan, Table
from gongkai.notice.xlsx import shown_number


def opened(plan: Plan) -> Workbook:
    return openpyxl.load_workbook(BytesIO(xlsx.render(plan)))


def test_each_annex_is_a_sheet_under_its_number_and_title() -> None:
    book = opened(plans.whole())
    assert book.sheetnames == ["附件1", "附件2", "附件3", "附件4"]
    assert book["附件3"]["A2"].value == "各镇12345热线工单办理情况统计表"
    assert book["附件3"]["A3"].value == "（截至2022年6月30日）"


def test_header_cells_are_merged_as_on_paper() -> None:
    sheet = opened(plans.whole())["附件3"]
    assert [sheet.cell(4, column).value for column in (1, 2, 6)] == ["承办单位", "工单", "按期办结率"]
    assert {"A4:A6", "B4:E4", "B5:D5", "E5:E6", "F4:F6"} <= {
        str(merged) for merged in sheet.merged_cells.ranges
    }


def test_numbers_are_numbers_and_names_are_names() -> None:
    sheet = opened(plans.whole())["附件1"]
    assert [sheet.cell(4, column).value for column in range(1, 5)] == ["第1镇", 0, 1, 2]
    assert [sheet.cell(45, column).value for column in range(1, 5)] == ["合计", 0, 41, 82]
    assert sheet.cell(45, 2).font.bold


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (Cell("90.9%", 0.90909), (0.909, "0.0%")),
        (Cell("98%", 0.9898), (0.98, "0%")),
        (Cell("100%"), (1.0, "0%")),
        (Cell("+2", 2), (2.0, "+0;-0;0")),
        (Cell("-24", -24), (-24.0, "0")),
        (Cell("1,234", 1234), (1234.0, "#,##0")),
        (Cell("99.50", 99.5), (99.5, "0.00")),
        (Cell("—"), None),
        (Cell("12条", 12), None),
        (Cell("", None), None),
        (Cell("007"), None),
        (Cell("1234567890123456", 1234567890123456), None),
    ],
)
def test_a_number_is_written_as_it_is_printed(cell: Cell, shown: tuple[float, str] | None) -> None:
    found = shown_number(cell)
    assert found == (None if shown is None else (pytest.approx(shown[0]), shown[1]))


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(1)", "https://example.org", '=HYPERLINK("x")', "{=1}"]
)
def test_text_never_becomes_a_formula_or_a_link(text: str) -> None:
    table = Table("sample", plans.SIMPLE, ((Cell(text), Cell("1", 1), Cell("2", 2), Cell("3", 3)),))
    content = xlsx.render(plans.plan(annexes=(plans.annex(1, text, table, heading=text, notes=(text,)),)))
    cell = openpyxl.load_workbook(BytesIO(content)).worksheets[0]["A5"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    with ZipFile(BytesIO(content)) as members:
        assert b"<f>" not in members.read("xl/worksheets/sheet1.xml")


def test_it_prints_on_a4_with_the_header_on_every_page() -> None:
    book = opened(plans.whole())
    assert book["附件4"].page_setup.orientation == "landscape"
    assert book["附件1"].page_setup.orientation != "landscape"
    for sheet in book:
        assert int(sheet.page_setup.paperSize) == 9
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert book["附件3"].print_title_rows == "$4:$6"
    assert book["附件3"].freeze_panes == "B7"


def test_flagged_cells_are_bold_and_shaded() -> None:
    cell = opened(plans.whole())["附件4"]["H6"]
    assert cell.value == "断更"
    assert cell.font.bold
    assert cell.fill.fgColor.rgb == "FFD9D9D9"


def test_notes_stand_under_the_table() -> None:
    assert opened(plans.whole())["附件4"]["A24"].value == "备注：每5个工作日至少发布1条原创信息。"


def test_columns_are_wide_enough_for_their_longest_name() -> None:
    sheet = opened(plans.whole())["附件4"]
    assert sheet.column_dimensions["D"].width >= 2 * len("云岭县第20街道办事处政务公开办公室") - 2


@pytest.mark.parametrize("text", plans.HOSTILE, ids=range(len(plans.HOSTILE)))
def test_any_text_comes_through_as_text(text: str) -> None:
    assert opened(plans.saying(text)).worksheets[0]["A4"].value == text


def test_a_notice_without_annexes_gives_an_empty_workbook() -> None:
    assert opened(plans.plan()).sheetnames == ["附件"]


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert xlsx.render(plans.whole()) == xlsx.render(plans.whole())

"""What a workbook prints, shows at the pointer, or keeps of a cell, in the ways programs write it."""

from collections.abc import Callable
from io import BytesIO

import pytest
import xlsxwriter
from document_files import part, places, texts, with_parts
from test_masked_clean import ID, MOBILE, assert_clean
from test_masked_hidden_places import A, nowhere, with_typed

from gongkai.proofreading.document import Part
from gongkai.sources.documents.read import read
from gongkai.sources.documents.xlsx_formats import shown

Fill = Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], object]


def book(fill: Fill) -> bytes:
    target = BytesIO()
    with xlsxwriter.Workbook(target) as written:
        fill(written, written.add_worksheet("名单"))
    return target.getvalue()


def with_string(markup: str) -> bytes:
    """A workbook whose one cell shows this string."""
    content = book(lambda _, sheet: sheet.write(0, 0, "甲"))
    strings = part(content, "xl/sharedStrings.xml").replace("<si><t>甲</t></si>", f"<si>{markup}</si>")
    return with_parts(content, {"xl/sharedStrings.xml": strings})


def test_a_header_is_read_as_it_is_printed_and_keeps_its_look_when_masked() -> None:
    content = book(
        lambda _, sheet: (
            sheet.write(0, 0, 1),
            sheet.set_footer(f'&L联系人：张三明&C&B{ID[:9]}&"Arial,Bold"{ID[9:]}&R&P/&N && &K01+000页'),
        )
    )
    assert texts(read("a.xlsx", content), Part.FOOTER) == [f"联系人：张三明\n{ID}\n/ & 页"]
    copy = assert_clean("a.xlsx", content)
    assert '&amp;L联系人：张某某&amp;C&amp;B11*******&amp;"Arial,Bold"******02X&amp;R&amp;P/' in part(
        copy, "xl/worksheets/sheet1.xml"
    )


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<t>姓名_x000D_\n张三明</t>", "姓名\n张三明"),
        (f"<t>_x0031_{ID[1:]}</t>", ID),
        ("<t>a_x005F_x0031_b</t>", "a_x0031_b"),
        ("<t>甲_xD83D_乙_xZZZZ_</t>", "甲乙_xZZZZ_"),
    ],
)
def test_codes_in_a_string_are_read_as_what_they_stand_for(markup: str, text: str) -> None:
    content = with_string(markup)
    assert places(read("a.xlsx", content))["名单!A1"] == text
    assert nowhere(assert_clean("a.xlsx", content))


@pytest.mark.parametrize("name", ["xl/worksheets/sheet9.xml", "xl/macrosheets/sheet1.xml"])
def test_cells_of_a_sheet_that_the_workbook_does_not_list_are_searched(name: str) -> None:
    sheet = (
        f'<sheet><sheetData><row><c><v>{MOBILE}</v></c><c t="str"><v>{ID}</v></c></row></sheetData></sheet>'
    )
    content = with_parts(book(lambda _, sheet: sheet.write(0, 0, "甲")), {name: sheet})
    assert texts(read("a.xlsx", content), Part.HIDDEN) == [MOBILE, ID]
    assert nowhere(assert_clean("a.xlsx", content))


def test_a_number_over_a_cell_as_its_pronunciation_is_found() -> None:
    content = with_string(f'<t>见</t><rPh sb="0" eb="1"><t>{ID}</t></rPh>')
    assert texts(read("a.xlsx", content), Part.HIDDEN) == [ID]
    assert nowhere(assert_clean("a.xlsx", content))


def hints(_: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.write_url(0, 0, "http://example.cn", string="见", tip="申请人：张三明")
    rule = {
        "validate": "any",
        "input_title": "提示",
        "input_message": "联系人：李四光",
        "error_message": f"打{MOBILE}",
    }
    sheet.data_validation("B1", rule)


def test_what_a_cell_says_at_the_pointer_is_read_and_masked() -> None:
    content = book(hints)
    assert {"申请人：张三明", "联系人：李四光", f"打{MOBILE}"} <= set(
        texts(read("a.xlsx", content), Part.HIDDEN)
    )
    sheet = part(assert_clean("a.xlsx", content), "xl/worksheets/sheet1.xml")
    assert "三明" not in sheet
    assert "四光" not in sheet


def test_letters_of_a_diagram_are_read_over_their_runs() -> None:
    content = book(lambda _, sheet: sheet.insert_textbox(0, 0, "甲"))
    box = f"<d {A}><a:p><a:r><a:t>申请人：</a:t></a:r><a:r><a:t>张三明{MOBILE[:4]}</a:t></a:r><a:r><a:t>{MOBILE[4:]}</a:t></a:r></a:p></d>"
    content = with_typed(content, "xl/diagrams/data1.xml", "drawingml.diagramData+xml", box)
    assert texts(read("a.xlsx", content), Part.TEXT_BOX) == ["甲", f"申请人：张三明{MOBILE}"]
    copy = part(assert_clean("a.xlsx", content), "xl/diagrams/data1.xml")
    assert "三明" not in copy
    assert MOBILE[4:] not in copy


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        ("13812345678", "00000000000", "13812345678"),
        ("1234567", "00000000000", "00001234567"),
        ("91387654321", "0000-00000000", "0913-87654321"),
        ("13812345678", r"000\ 0000\ 0000", "13812345678"),
        ("138123456789", "000-0000-0000", "1381-2345-6789"),
        ("7", "0", "7"),
        ("-7", "000", "-7"),
    ],
)
def test_leading_zeros_and_dashes_of_a_format_are_shown(number: str, code: str, text: str) -> None:
    assert shown(number, code) == text

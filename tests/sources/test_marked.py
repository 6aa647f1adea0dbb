"""The copy that goes back to the clerk: everything as it was, the faults in place, and a list of them."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from source_files import SUBMISSIONS, csv_text, fill, read, xls, xlsx

from gongkai.sources import marked
from gongkai.sources.faults import Code, Fault, Severity

WRONG = [*SUBMISSIONS, ["外星局", 20, "很多", 0]]


def copy_of(path: Path):
    target = path.with_name("marked.xlsx")
    found = read(path)
    marked.write(path, found.faults, target)
    return openpyxl.load_workbook(target), found


def make_csv(path: Path, rows, sheet: str) -> Path:
    path = path.with_name(f"{sheet}.csv")
    path.write_text(csv_text(rows), encoding="gb18030")
    return path


@pytest.mark.parametrize("make", [xlsx, xls, make_csv])
def test_each_fault_is_marked_in_its_cell_and_listed(tmp_path: Path, make):
    book, found = copy_of(make(tmp_path / "a.upload", WRONG, "报送"))
    sheet = book["报送"]
    assert sheet["A4"].comment.text == "不是名册中的单位。请改用名册中的单位名称，或先在名册中补充别名"
    assert sheet["C4"].fill.fgColor.rgb == "00FFC7CE"
    assert sheet["C3"].comment is None
    assert [str(cell.value) for cell in sheet[2]] == ["财政局", "24", "8", "3"]
    assert book.sheetnames[0] == "问题清单"
    listed = [[cell.value for cell in row] for row in book["问题清单"].iter_rows()]
    assert listed[0] == ["序号", "级别", "工作表", "位置", "原值", "问题", "建议"]
    assert [row[3] for row in listed[1:]] == ["A4", "C4"]
    assert len(listed) == 1 + len(found.faults)


def test_formats_and_other_sheets_are_kept(tmp_path: Path):
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    fill(book, WRONG, "报送")
    book.worksheets()[0].set_column(0, 0, 40)
    fill(book, [["问题清单本来就有"]], "问题清单")
    book.close()
    copied, _ = copy_of(tmp_path / "a.xlsx")
    assert copied.sheetnames == ["问题清单2", "报送", "问题清单"]
    assert copied["报送"].column_dimensions["A"].width > 39


def test_a_fault_inside_a_merge_is_marked_where_it_shows(tmp_path: Path):
    path = xlsx(tmp_path / "a.xlsx", [["单位", "实报"], ["外星局", 1], [None, 2]], merges=["A2:A3"])
    fault = Fault("Sheet1", 3, "A", "外星局", "不对", "请改", Severity.WARNING, Code.UNIT_UNKNOWN)
    marked.write(path, [fault], tmp_path / "marked.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "marked.xlsx")["Sheet1"]
    assert sheet["A2"].comment.text == "不对。请改"
    assert sheet["A2"].fill.fgColor.rgb == "00FFEB9C"


def test_several_faults_of_a_cell_are_one_comment(tmp_path: Path):
    path = xlsx(tmp_path / "a.xlsx", SUBMISSIONS)
    faults = [
        Fault("Sheet1", 2, "B", "24", reason, "请改", severity, Code.QUOTA_DIFFERS)
        for reason, severity in (("甲", Severity.WARNING), ("乙", Severity.ERROR))
    ]
    marked.write(path, faults, tmp_path / "marked.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "marked.xlsx")["Sheet1"]["B2"]
    assert cell.comment.text == "甲。请改\n乙。请改"
    assert cell.fill.fgColor.rgb == "00FFC7CE"


def test_a_value_that_looks_like_a_formula_stays_text(tmp_path: Path):
    path = make_csv(tmp_path / "a", [["单位", "实报"], ["=HYPERLINK(1)", 1]], "报送")
    book, _ = copy_of(path)
    assert book["问题清单"]["E2"].data_type == "s"
    assert book["报送"]["A2"].data_type == "s"


def test_a_large_workbook_is_rebuilt_from_its_values(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(marked, "EDITED_IN_PLACE", 0)
    book, _ = copy_of(xlsx(tmp_path / "a.xlsx", WRONG, "报送"))
    assert book["报送"]["C4"].comment is not None
    assert book["报送"]["C2"].value == 8


def test_a_workbook_that_only_other_programs_open_is_rebuilt(tmp_path: Path):
    path = xlsx(tmp_path / "a.xlsx", WRONG, "报送")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/styles.xml"] = parts["xl/styles.xml"].replace(b'patternType="gray125"', b'patternType="plaid"')
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    book, _ = copy_of(path)
    assert book["报送"]["C4"].comment is not None


def test_a_name_in_question_is_marked_where_it_stands(tmp_path: Path):
    path = xlsx(tmp_path / "a.xlsx", [*SUBMISSIONS, ["姜谭", 24, 3, 1]])
    found = read(path)
    marked.write(path, found.faults, tmp_path / "marked.xlsx", found.questions)
    book = openpyxl.load_workbook(tmp_path / "marked.xlsx")
    assert "姜谭办" in book["Sheet1"]["A4"].comment.text
    assert book["问题清单"]["D2"].value == "A4"


def test_a_fault_of_a_whole_sheet_is_listed_only(tmp_path: Path):
    book, found = copy_of(xlsx(tmp_path / "a.xlsx", [["姓名", "电话"], ["某某", "1"]]))
    assert found.faults[0].row == 0
    assert book["问题清单"]["D2"].value in (None, "")


@pytest.mark.parametrize("make", [xlsx, xls])
def test_the_list_of_a_marked_copy_is_passed_over_when_it_comes_back(tmp_path: Path, make):
    _, first = copy_of(make(tmp_path / "a.upload", WRONG, "报送"))
    again = read(tmp_path / "marked.xlsx")
    assert again.faults == first.faults
    assert [sheet.sheet for sheet in again.sheets] == ["报送"]
    _, thrice = copy_of(tmp_path / "marked.xlsx")
    assert thrice.faults == first.faults


def test_a_sheet_of_another_make_that_is_called_so_is_told(tmp_path: Path):
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    fill(book, SUBMISSIONS, "报送")
    fill(book, [["问题", "责任人"], ["未报送", "某某"]], "问题清单")
    book.close()
    assert [fault.code for fault in read(tmp_path / "a.xlsx").faults] == [Code.FORM_UNKNOWN]


@pytest.mark.parametrize("make", [xlsx, xls])
def test_the_list_prints_lying_and_one_page_wide(tmp_path: Path, make):
    book, _ = copy_of(make(tmp_path / "a.upload", WRONG, "报送"))
    sheet = book["问题清单"]
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
    assert (sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
    assert sheet.print_title_rows == "$1:$1"

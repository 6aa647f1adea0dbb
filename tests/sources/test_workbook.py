"""Any file a clerk may upload: opened by what it is, or refused in words that say what to do."""

import io
import re
import struct
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
import xlwt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from source_files import SUBMISSIONS, codes, csv_text, fill, read, xls, xlsx

from gongkai.sources import containers, inspection, workbook
from gongkai.sources.faults import Code, FileFault


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(path: Path, contents: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return path


def changed(path: Path, part: str, old: bytes, new: bytes) -> Path:
    contents = parts(path)
    assert old in contents[part]
    return pack(path, contents | {part: contents[part].replace(old, new)})


SHEET = "xl/worksheets/sheet1.xml"


def submitted(path: Path) -> list[int]:
    return [fact.quantity for fact in read(path).facts["submissions"]]


def test_the_content_decides_not_the_name(tmp_path: Path):
    assert submitted(xlsx(tmp_path / "really.xls", SUBMISSIONS)) == [8, 38]
    assert submitted(xls(tmp_path / "really.xlsx", SUBMISSIONS)) == [8, 38]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_csv_is_read_in_every_encoding_and_delimiter_in_use(tmp_path: Path, encoding: str, delimiter: str):
    path = tmp_path / "报送.csv"
    path.write_bytes(csv_text(SUBMISSIONS).replace(",", delimiter).encode(encoding))
    assert submitted(path) == [8, 38]


def test_a_csv_with_short_rows_and_quoted_line_breaks_keeps_its_rows(tmp_path: Path):
    path = tmp_path / "报送.csv"
    path.write_text('"单\n位",应报,实报\n财政局,24,x\n石鼓镇\n', encoding="utf-8")
    faults = read(path).faults
    assert [(fault.row, fault.column) for fault in faults] == [(2, "C")]


REFUSED = {
    "empty": (b"", "空的"),
    "pdf": (b"%PDF-1.7 ...", "PDF"),
    "png": (b"\x89PNG\r\n\x1a\n", "图片"),
    "jpeg": (b"\xff\xd8\xff\xe0", "图片"),
    "rar": (b"Rar!\x1a\x07", "压缩包"),
    "html": ("<html><table><tr><td>单位</td></tr></table>".encode(), "网页"),
    "html table": (b"\xef\xbb\xbf \n<TABLE><tr></tr></TABLE>", "网页"),
    "xml": (b"<?xml version='1.0'?><Workbook/>", "XML"),
    "nul": (b"a,b\n1,\x002\n", "空字节"),
    "binary": (b"\x07\x01\x02 hello", "不是文本"),
    "bad bytes": (b"\x81\x20\xff\xff,\xff\n", "编码"),
    "open quote": ('单位,"应报\n财政局'.encode(), "引号"),
    "truncated zip": (b"PK\x03\x04 cut off", "不完整"),
    "empty zip": (b"PK\x05\x06" + b"\x00" * 18, "空的压缩包"),
    "bare ole": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "损坏"),
    "encrypted": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "Word"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_spreadsheet_is_refused_by_what_it_is(tmp_path: Path, name: str):
    content, said = REFUSED[name]
    path = tmp_path / "upload.xlsx"
    path.write_bytes(content)
    with pytest.raises(FileFault, match=said):
        workbook.open(path)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("word/document.xml", "Word"),
        ("xl/workbook.bin", "xlsb"),
        ("content.xml", "OpenDocument"),
        ("a", "解压"),
    ],
)
def test_another_kind_of_zip_is_named(tmp_path: Path, part: str, said: str):
    with pytest.raises(FileFault, match=said):
        workbook.open(pack(tmp_path / "upload.xlsx", {part: b"<x/>"}))


def test_a_file_cut_off_in_transfer_is_refused(tmp_path: Path):
    for path in (xlsx(tmp_path / "a.xlsx", SUBMISSIONS), xls(tmp_path / "a.xls", SUBMISSIONS)):
        whole = path.read_bytes()
        for share in (0.3, 0.6, 0.9):
            path.write_bytes(whole[: int(len(whole) * share)])
            with pytest.raises(FileFault, match="不完整"):
                workbook.open(path)


def test_a_password_on_an_old_workbook_is_told(tmp_path: Path):
    path = xls(tmp_path / "a.xls", SUBMISSIONS)
    write_access, file_pass = b"\x5c\x00\x70\x00", b"\x2f\x00\x70\x00"
    assert path.read_bytes().count(write_access) == 1
    path.write_bytes(path.read_bytes().replace(write_access, file_pass))
    with pytest.raises(FileFault, match="密码"):
        workbook.open(path)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(containers, "LARGEST_FILE", 100)
    with pytest.raises(FileFault, match="上限"):
        workbook.open(xlsx(tmp_path / "a.xlsx", SUBMISSIONS))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path):
    path = xlsx(tmp_path / "a.xlsx", SUBMISSIONS)
    bomb = b"<worksheet><sheetData>" + b" " * (inspection.RATIO_MATTERS + 1)
    with pytest.raises(FileFault, match="压缩炸弹"):
        workbook.open(pack(path, parts(path) | {SHEET: bomb}))


def test_a_part_that_lies_about_its_size_is_refused(tmp_path: Path):
    path = xlsx(tmp_path / "a.xlsx", SUBMISSIONS)
    contents = parts(path)
    real = len(contents["xl/sharedStrings.xml"])
    lie = path.read_bytes().replace(real.to_bytes(4, "little"), (real - 8).to_bytes(4, "little"))
    assert lie != path.read_bytes()
    path.write_bytes(lie)
    with pytest.raises(FileFault, match="损坏"):
        workbook.open(path)


@pytest.mark.parametrize("reference", ["XFD1048576", "CB999999", "XFD401", "AAAA401"])
def test_a_cell_far_away_is_refused_not_padded_up_to(tmp_path: Path, reference: str):
    path = xlsx(tmp_path / "a.xlsx", [["单位"], *[["财政局"]] * 400])
    far = f'<row r="{int("".join(filter(str.isdigit, reference)))}"><c r="{reference}"><v>1</v></c></row>'
    changed(path, SHEET, b"</sheetData>", far.encode() + b"</sheetData>")
    with pytest.raises(FileFault, match=reference):
        workbook.open(path)


def test_a_million_empty_rows_cost_nothing(tmp_path: Path):
    path = xlsx(tmp_path / "a.xlsx", SUBMISSIONS)
    empty = b"".join(
        b'<row r="%d"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>' % (n, n, n) for n in range(4, 300_004)
    )
    empty += b'<row r="1048576"><c r="D1048576" s="1"/></row>'
    changed(path, SHEET, b"</sheetData>", empty + b"</sheetData>")
    (sheet,) = workbook.open(path).sheets
    assert sum(1 for _ in sheet.rows()) == 3
    assert submitted(path) == [8, 38]


def test_too_many_sheets_are_refused(tmp_path: Path):
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    for number in range(workbook.MOST_SHEETS + 1):
        book.add_worksheet(f"s{number}")
    book.close()
    with pytest.raises(FileFault, match="工作表"):
        workbook.open(tmp_path / "a.xlsx")


def test_a_formula_never_computed_is_a_fault_not_a_zero(tmp_path: Path):
    book = openpyxl.Workbook()
    for row in [["单位", "应报", "实报"], ["财政局", 24, "=3+5"], ["石鼓镇", 24, 38]]:
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    found = read(tmp_path / "a.xlsx")
    assert [(fault.row, fault.column, fault.code) for fault in found.faults] == [
        (2, "C", Code.FORMULA_UNCOMPUTED)
    ]


def test_a_zero_that_a_program_wrote_in_place_of_a_result_is_no_zero(tmp_path: Path):
    path = xlsx(tmp_path / "a.xlsx", [["单位", "实报"], ["财政局", "=3+5"], ["石鼓镇", 38]])
    assert codes(read(path)) == [Code.FORMULA_UNCOMPUTED]


def test_a_computed_formula_is_its_value(tmp_path: Path):
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    fill(book, [["单位", "实报"], ["财政局", None], ["石鼓镇", None]], "报送")
    book.worksheets()[0].write_formula("B2", "=3+5", value=8)
    book.worksheets()[0].write_formula("B3", "=1-1", value=0)
    book.close()
    assert submitted(tmp_path / "a.xlsx") == [8, 0]


def test_a_formula_error_is_a_fault_not_a_blank(tmp_path: Path):
    book = openpyxl.Workbook()
    for row in [["单位", "实报"], ["财政局", "#REF!"], ["石鼓镇", 38]]:
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    (fault,) = read(tmp_path / "a.xlsx").faults
    assert (fault.code, fault.value) == (Code.CELL_ERROR, "#REF!")


def test_a_namespace_prefix_hides_no_formula(tmp_path: Path):
    path = xlsx(tmp_path / "a.xlsx", [["单位", "实报"], ["财政局", 8]])
    sheet = parts(path)[SHEET].replace(b"<v>8</v>", b"<f>4+4</f>")
    prefixed = sheet.replace(b"</", b"</x:").replace(b"<", b"<x:").replace(b"<x:/x:", b"</x:")
    prefixed = prefixed.replace(b"<x:?xml", b"<?xml").replace(b"xmlns=", b"xmlns:x=")
    pack(path, parts(path) | {SHEET: prefixed})
    assert codes(read(path)) == [Code.FORMULA_UNCOMPUTED]


def test_true_is_not_counted_as_one(tmp_path: Path):
    path = xlsx(tmp_path / "a.xlsx", [["单位", "实报"], ["财政局", True], ["石鼓镇", 1]])
    (fault,) = read(path).faults
    assert (fault.row, fault.code) == (2, Code.COUNT_INVALID)


def test_macros_are_not_run_and_it_is_said(tmp_path: Path):
    path = xlsx(tmp_path / "a.xlsm", SUBMISSIONS)
    pack(path, parts(path) | {"xl/vbaProject.bin": b"\x00"})
    assert codes(read(path)) == [Code.MACROS]
    assert submitted(path) == [8, 38]


def test_a_hidden_sheet_is_skipped_and_it_is_said(tmp_path: Path):
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    fill(book, SUBMISSIONS, "本季度")
    fill(book, SUBMISSIONS, "上季度")
    book.worksheets()[1].hide()
    book.close()
    found = read(tmp_path / "a.xlsx")
    assert codes(found) == [Code.SHEET_HIDDEN]
    assert len(found.facts["submissions"]) == 2


def test_a_table_that_starts_far_from_the_corner_keeps_its_places(tmp_path: Path):
    rows = [[], [], [None, None, "单位", "实报"], [None, None, "财政局", "很多"]]
    for path in (xlsx(tmp_path / "a.xlsx", rows), xls(tmp_path / "a.xls", rows)):
        (fault,) = read(path).faults
        assert (fault.row, fault.column) == (4, "D")


def test_dates_of_an_old_workbook_are_dates(tmp_path: Path):
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    sheet.write(0, 0, date(2021, 10, 8), xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    book.save(str(tmp_path / "a.xls"))
    (sheet,) = workbook.open(tmp_path / "a.xls").sheets
    assert sheet.head(1) == [[date(2021, 10, 8)]]


def test_an_error_in_an_old_workbook_is_a_fault_not_a_blank(tmp_path: Path):
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("报送")
    for column, header in enumerate(["单位", "实报"]):
        sheet.write(0, column, header)
    sheet.write(1, 0, "财政局")
    sheet.row(1).set_cell_error(1, 42)
    book.save(str(tmp_path / "a.xls"))
    (fault,) = read(tmp_path / "a.xls").faults
    assert (fault.column, fault.value, fault.code) == ("B", "#N/A", Code.CELL_ERROR)


def test_an_old_workbook_with_a_cell_far_away_is_refused(tmp_path: Path):
    rows = [["单位", "实报"], ["财政局", 8]]
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("报送")
    sheet.write(0, 0, rows[0][0])
    sheet.write(65535, 255, 1)
    book.save(str(tmp_path / "a.xls"))
    with pytest.raises(FileFault, match="IV65536"):
        workbook.open(tmp_path / "a.xls")


def test_a_chain_of_sectors_without_end_is_refused(tmp_path: Path):
    path = xls(tmp_path / "a.xls", SUBMISSIONS)
    content = bytearray(path.read_bytes())
    (directory,) = struct.unpack_from("<I", content, 48)
    (table,) = struct.unpack_from("<I", content, 76)
    struct.pack_into("<I", content, (table + 1) * 512 + directory * 4, directory)
    path.write_bytes(content)
    with pytest.raises(FileFault, match="损坏"):
        workbook.open(path)


def test_a_table_of_strings_that_claims_billions_is_refused(tmp_path: Path):
    path = xls(tmp_path / "a.xls", SUBMISSIONS)
    content = path.read_bytes()
    at = re.search(rb"\xfc\x00..[\x01-\x20]\x00\x00\x00[\x01-\x20]\x00\x00\x00", content, re.DOTALL)
    assert at
    path.write_bytes(content[: at.end() - 4] + b"\xff\xff\xff\xff" + content[at.end() :])
    with pytest.raises(FileFault, match="损坏"):
        workbook.open(path)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400), st.booleans())
def test_whatever_follows_a_right_beginning_is_refused_or_read(tmp_path: Path, tail: bytes, old: bool):
    path = tmp_path / "a.upload"
    path.write_bytes((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" if old else b"PK\x03\x04") + tail)
    with pytest.raises(FileFault):
        workbook.open(path)


def test_a_document_type_is_refused(tmp_path: Path):
    path = xlsx(tmp_path / "a.xlsx", SUBMISSIONS)
    changed(path, "xl/workbook.xml", b"<workbook", b'<!DOCTYPE a [<!ENTITY b "c">]><workbook')
    with pytest.raises(FileFault, match=r"不允许.*请在 Excel"):
        workbook.open(path)


def test_an_empty_sheet_is_passed_over(tmp_path: Path):
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    book.add_worksheet("空")
    fill(book, SUBMISSIONS, "报送")
    book.close()
    (tmp_path / "a.xlsx").write_bytes(stream.getvalue())
    found = read(tmp_path / "a.xlsx")
    assert [sheet.sheet for sheet in found.sheets] == ["报送"]


def test_a_workbook_of_empty_sheets_is_an_error(tmp_path: Path):
    assert [fault.reason for fault in read(xlsx(tmp_path / "a.xlsx", [])).errors] == ["文件中没有任何内容"]

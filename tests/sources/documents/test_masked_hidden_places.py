"""Places that no reader names one by one, embedded files, pictures: nothing stays there unsaid."""

import zipfile
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter
from document_files import part, run, saved, with_parts, word
from openpyxl.workbook.defined_name import DefinedName
from test_masked_clean import ID, MOBILE, assert_clean, copied

from gongkai.proofreading.masking import DEFAULT
from gongkai.sources.documents.faults import DocumentError
from gongkai.sources.documents.masked import pictures
from gongkai.sources.documents.read import read

C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OVERRIDE = '<Override PartName="/{}" ContentType="application/vnd.openxmlformats-officedocument.{}"/></Types>'


def with_typed(content: bytes, name: str, kind: str, markup: str) -> bytes:
    """A package with one more part of that content type."""
    types = part(content, "[Content_Types].xml").replace("</Types>", OVERRIDE.format(name, kind))
    return with_parts(content, {"[Content_Types].xml": types, name: markup})


CHART = f'<c:chartSpace {C} {A}><c:chart><c:numCache><c:pt idx="0"><c:v>{MOBILE}</c:v></c:pt></c:numCache></c:chart></c:chartSpace>'
NOTE = f"<w:footnotes {W}><w:footnote w:id='1'><w:p>{run(ID)}</w:p></w:footnote></w:footnotes>"
IN_A_TEXT = [
    ("word/charts/chart1.xml", "drawingml.chart+xml", CHART),
    ("word/footnotes.xml", "wordprocessingml.footnotes+xml", NOTE),
    (
        "word/people.xml",
        "wordprocessingml.people+xml",
        f'<w:people {W}><w:person w:author="{ID}"/></w:people>',
    ),
    ("customXml/item9.xml", "customXml+xml", f'<data phone="{MOBILE}"/>'),
    ("word/diagrams/other.xml", "anything+xml", f"<x><y>{ID}</y></x>"),
]
IN_A_PARAGRAPH = [
    f'<w:r><w:instrText> QUOTE "{ID}" </w:instrText></w:r>',
    f'<w:fldSimple w:instr=" QUOTE {MOBILE} ">{run("见")}</w:fldSimple>',
    f'<w:del w:id="1" w:author="某"><w:r><w:delInstrText> REF {ID} </w:delInstrText></w:r></w:del>',
    f'<w:bookmarkStart w:id="0" w:name="电话{MOBILE}"/><w:bookmarkEnd w:id="0"/>{run("见")}',
    f'<w:sdt><w:sdtPr><w:alias w:val="{ID}"/></w:sdtPr><w:sdtContent>{run("见")}</w:sdtContent></w:sdt>',
    f'<w:r><w:drawing><x:cNvPr xmlns:x="urn:x" id="1" name="身份证{ID}.jpg"/></w:drawing></w:r>',
    f"<w:ruby><w:rt>{run(ID)}</w:rt><w:rubyBase>{run('见')}</w:rubyBase></w:ruby>",
]


@pytest.mark.parametrize(("name", "kind", "markup"), IN_A_TEXT, ids=[name for name, _, _ in IN_A_TEXT])
def test_a_part_beside_the_text(name: str, kind: str, markup: str) -> None:
    assert nowhere(assert_clean("a.docx", with_typed(saved(word("正文")), name, kind, markup)))


@pytest.mark.parametrize("markup", IN_A_PARAGRAPH)
def test_what_a_paragraph_does_not_show(markup: str) -> None:
    assert nowhere(assert_clean("a.docx", saved(word(markup))))


def nowhere(content: bytes) -> bool:
    """Whether neither number stands in any part of a package."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = [package.read(name) for name in package.namelist()]
    return not any(number.encode() in one for number in (ID, MOBILE) for one in parts)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["姓名", "电话"])
    sheet["A3"].hyperlink = openpyxl.worksheet.hyperlink.Hyperlink("A3", location="B1", tooltip=ID)
    book.defined_names["电话"] = DefinedName("电话", attr_text=f'"{MOBILE}"')
    sheet.auto_filter.ref = "A1:B3"
    sheet.auto_filter.add_filter_column(0, [ID])
    rule = openpyxl.worksheet.datavalidation.DataValidation(type="whole", prompt=f"打{MOBILE}")
    rule.add("B2")
    sheet.add_data_validation(rule)
    marked = openpyxl.formatting.rule.Rule(type="containsText", operator="containsText", text=ID)
    sheet.conditional_formatting.add("A1:A9", marked)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_what_a_sheet_keeps_beside_its_cells() -> None:
    assert nowhere(assert_clean("名单.xlsx", workbook()))


def test_a_string_that_no_cell_shows_any_more() -> None:
    target = BytesIO()
    with xlsxwriter.Workbook(target) as book:
        book.add_worksheet().write(0, 0, "正文")
    content = target.getvalue()
    strings = part(content, "xl/sharedStrings.xml").replace("</sst>", f"<si><t>{ID}</t></si></sst>")
    assert nowhere(assert_clean("名单.xlsx", with_parts(content, {"xl/sharedStrings.xml": strings})))


@pytest.mark.parametrize(
    "hidden",
    [
        f"<script>var rows = [{{tel: '{MOBILE}'}}]</script>",
        f"<template><p>{ID}</p></template>",
        f"<svg><text>{ID}</text></svg>",
        f"<p onclick=\"call('{MOBILE}')\">打</p>",
        f'<p data-tel="{MOBILE}">打</p>',
        f"<a href=\"javascript:show('{ID}')\">看</a>",
        f'<select><option value="{ID}">甲</option></select>',
        f'<iframe srcdoc="{ID}"></iframe>',
        f"<style>/* {MOBILE} */</style>",
    ],
)
def test_what_a_web_page_does_not_show(hidden: str) -> None:
    copy = assert_clean("a.html", f"<html><body><p>公示</p>{hidden}</body></html>".encode())
    assert ID not in copy.decode()
    assert MOBILE not in copy.decode()


def test_control_codes_inside_a_number_are_left_out_with_it() -> None:
    page = f"<html><p>{MOBILE[:5]}\4{MOBILE[5:]}<p>\x1f\uffff公示".encode()
    assert "<p>138****5678</p>" in assert_clean("a.html", page).decode()
    named = f"<html><p title='&#4;{MOBILE}'>&#12;&#xFFFE;{MOBILE}<b></b>&#x1f;{MOBILE}".encode()
    assert assert_clean("a.html", named).decode().count("138****5678") == 3


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le")


@pytest.mark.parametrize("inner", [OLE, b"\0\1\2 anything", b"PK\x03\x04 broken"])
def test_an_embedded_file_that_cannot_be_read_keeps_back_the_copy_and_nothing_else(inner: bytes) -> None:
    content = with_parts(saved(word("正文")), {"word/embeddings/oleObject1.bin": inner})
    assert read("a.docx", content).pieces[0].text == "正文"
    with pytest.raises(DocumentError, match="内嵌文件1）无法检查"):
        copied("a.docx", content, DEFAULT)


def test_documents_in_documents_are_read_to_the_bottom_or_refused() -> None:
    content = saved(word(f"电话{MOBILE}"))
    for depth in range(5):
        content = with_parts(saved(word("外层")), {"word/embeddings/a.docx": content})
        found = MOBILE in read("a.docx", content).text
        assert found is (depth < 3)
        with pytest.raises(DocumentError, match="内嵌的文件"):
            copied("a.docx", content, DEFAULT)


def test_pictures_are_counted_for_somebody_to_look_at() -> None:
    assert pictures(with_parts(saved(word("正文")), {"word/media/image1.png": b"\x89PNG"})) == 1
    assert pictures(b"<html><img src='a.png'><IMG src='b.png'></html>") == 2
    assert pictures("正文".encode()) == 0

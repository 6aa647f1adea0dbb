"""Files made to break a reader: each is a result or a refusal in words, within bounds."""

from io import BytesIO
from zipfile import ZipFile

import pytest
import xlsxwriter
from document_files import part, places, run, saved, with_parts, word

from gongkai.proofreading.layout.rules import check
from gongkai.sources.documents.docx_layout import layout
from gongkai.sources.documents.faults import DocumentError
from gongkai.sources.documents.read import read

LAUGHS = "".join(
    f'<!ENTITY {name} "{f"&{inner};" * 10}">' for name, inner in zip("bcdefghi", "abcdefgh", strict=True)
)
LAUGHTER = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "公开公开公开">{LAUGHS}]><d>&i;</d>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>'
ELSEWHERE = '<?xml version="1.0"?><!DOCTYPE d SYSTEM "http://example.cn/d.dtd"><d/>'
LATE = '<?xml version="1.0"?>' + "<!-- 注 -->" * 500 + '<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'


def sheets() -> bytes:
    target = BytesIO()
    with xlsxwriter.Workbook(target) as book:
        book.add_worksheet().write_row(0, 0, ["姓名", 0.5])
    return target.getvalue()


DOCX, XLSX = saved(word("正文")), sheets()
PARTS = [
    (DOCX, "word/document.xml"),
    (DOCX, "word/styles.xml"),
    (DOCX, "docProps/core.xml"),
    (DOCX, "[Content_Types].xml"),
    (XLSX, "xl/workbook.xml"),
    (XLSX, "xl/worksheets/sheet1.xml"),
    (XLSX, "xl/sharedStrings.xml"),
    (XLSX, "xl/styles.xml"),
]


@pytest.mark.parametrize("bomb", [LAUGHTER, OUTSIDE, ELSEWHERE, LATE], ids=["laughs", "file", "net", "late"])
@pytest.mark.parametrize(("content", "name"), PARTS, ids=[name for _, name in PARTS])
def test_a_part_that_declares_entities_is_refused(content: bytes, name: str, bomb: str) -> None:
    with pytest.raises(DocumentError, match=r"实体声明|已损坏"):
        read("a", with_parts(content, {name: bomb}))


def test_a_web_page_with_entities_of_its_own_does_not_grow() -> None:
    page = read("a.html", LAUGHTER.replace("<d>", "<html><p>").replace("</d>", "</p></html>").encode())
    assert len(page.text) < 5_000
    assert "root:" not in read("a.html", OUTSIDE.replace("<d>", "<html><p>").encode()).text


def test_an_archive_in_an_archive_named_docx_is_refused() -> None:
    inner, outer = BytesIO(), BytesIO()
    with ZipFile(inner, "w") as archive:
        archive.writestr("名单.docx", DOCX)
    with ZipFile(outer, "w") as archive:
        archive.writestr("名单.zip", inner.getvalue())
    with pytest.raises(DocumentError, match="是压缩包，不能直接校对"):
        read("名单.docx", outer.getvalue())


def test_a_document_that_holds_itself_over_and_over_is_refused_or_read_once() -> None:
    many = with_parts(DOCX, {f"word/embeddings/{number}.docx": DOCX for number in range(8)})
    more = with_parts(DOCX, {f"word/embeddings/{number}.docx": many for number in range(8)})
    assert places(read("a.docx", many))["内嵌文件8·第1段"] == "正文"
    with pytest.raises(DocumentError, match="内嵌文件超过50个"):
        read("a.docx", more)


def test_tables_that_span_more_than_a_page_can_mean_are_refused() -> None:
    wide = "<table>" + "<tr><td colspan=1000 rowspan=1000>甲" + "<tr>" * 600 + "</table>"
    with pytest.raises(DocumentError, match="超过100万个单元格"):
        read("a.html", f"<html>{wide * 3}</html>".encode())
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="200"/></w:tcPr><w:p>{run("甲")}</w:p></w:tc>'
    table = f"<w:tbl><w:tr>{cell * 30}</w:tr></w:tbl>"
    document = part(DOCX, "word/document.xml").replace("<w:body>", "<w:body>" + table * 200)
    with pytest.raises(DocumentError, match="超过100万个单元格"):
        read("a.docx", with_parts(DOCX, {"word/document.xml": document}))


LONG = "9" * 5_000
SIZE = f'<w:sz w:val="{LONG}"/>'


@pytest.mark.parametrize(
    "markup",
    [
        f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="{LONG}"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{LONG}"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
        f'<w:p><w:pPr><w:outlineLvl w:val="{LONG}"/><w:ind w:firstLine="{LONG}"/></w:pPr>{run("甲")}</w:p>',
        f'<w:p><w:pPr><w:spacing w:line="{LONG}" w:before="nan" w:after="inf"/></w:pPr>{run("甲")}</w:p>',
        f"<w:p>{run('甲', SIZE)}</w:p>",
        f'<w:sectPr><w:pgSz w:w="{LONG}" w:h="inf"/><w:pgMar w:top="nan" w:left="-inf"/></w:sectPr>',
    ],
)
def test_a_measure_beyond_all_measure_is_read(markup: str) -> None:
    document = part(DOCX, "word/document.xml").replace("<w:body>", "<w:body>" + markup)
    content = with_parts(DOCX, {"word/document.xml": document})
    assert read("a.docx", content).pieces[-1].text == "a.docx"
    assert all(hit.reason for hit in check(layout(content)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<sheetData>", '<cols><col min="-9999999999" max="16384" hidden="1"/></cols><sheetData>'),
        ("<sheetData>", f'<cols><col min="1" max="{LONG}" hidden="1"/></cols><sheetData>'),
        ("<v>0.5</v>", f"<v>{LONG}.5</v>"),
        ("<v>0.5</v>", "<v>1e300000000</v>"),
        ("<v>0.5</v>", "<v>NaN</v>"),
        ('t="s"', 't="s" s="' + LONG + '"'),
    ],
)
def test_a_sheet_beyond_all_measure_is_a_result_or_a_refusal(old: str, new: str) -> None:
    sheet = part(XLSX, "xl/worksheets/sheet1.xml")
    assert old in sheet
    try:
        said = read("a.xlsx", with_parts(XLSX, {"xl/worksheets/sheet1.xml": sheet.replace(old, new)})).name
    except DocumentError as error:
        said = str(error)
    assert "a.xlsx" in said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("公开".encode()[:-1], "从第4个字节起不是"),
        ("公开".encode("gb18030") + b"\xff\xff", "不是 UTF-8、UTF-16 或 GB18030"),
        (b"\xff\xfe" + "公开".encode("utf-16-le") + b"\x00", "不是 UTF-8、UTF-16"),
        (b"\xff\xfe\x00\xd8\x00\xd8", "不是 UTF-8、UTF-16"),
        (b"\xfe\xff" + b"\xdc\x00", "不是 UTF-8、UTF-16"),
        (b"\xef\xbb\xbf\xff", "从第4个字节起不是"),
        (b"\x00" * 100, "不是文本"),
    ],
)
def test_broken_letters_are_told_and_never_guessed(content: bytes, said: str) -> None:
    with pytest.raises(DocumentError, match=said):
        read("a.txt", content)

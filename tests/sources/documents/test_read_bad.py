"""What cannot be read is refused in words, within bounds, whatever it is called."""

import zipfile
from io import BytesIO

import openpyxl
import pytest
from document_files import part, saved, with_parts, word
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.sources.documents.docx_layout import layout
from gongkai.sources.documents.faults import DocumentError
from gongkai.sources.documents.read import read

BOMB = """<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t>
</w:r></w:p></w:body></w:document>"""
DOCX = saved(word("正文", "第二段"))


def archive(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "是空的"),
        (archive({"a.txt": b"x"}), "是压缩包.*请解压"),
        (archive({"a.zip": archive({"b.docx": DOCX})}), "是压缩包"),
        (b"Rar!\x1a\x07", "是压缩包"),
        (b"\x89PNG\r\n", "是图片"),
        (DOCX[:-300], "已损坏"),
        (DOCX[: len(DOCX) // 2], "已损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "旧版 .doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "旧版 .xls"),
        (with_parts(DOCX, {"word/document.xml": BOMB}), "实体声明"),
        (with_parts(DOCX, {"word/document.xml": BOMB.encode("utf-16")}), "实体声明"),
        (with_parts(DOCX, {"word/document.xml": "<a>"}), "已损坏"),
        (with_parts(DOCX, {"word/document.xml": "<a/>"}), "已损坏"),
        (with_parts(DOCX, {"word/x.bin": b"\0" * 30_000_000}), "压缩炸弹"),
        (archive({"content.xml": b"<a/>"}), "OpenDocument"),
        (b"a" * (51 * 1024 * 1024), "上限 50 MB"),
        (b"a\n" * 1_100_000, "超过100万行"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content: bytes, said: str) -> None:
    with pytest.raises(DocumentError, match=f"“a.docx”.*{said}"):
        read("a.docx", content)


def test_xml_nested_without_end_is_refused() -> None:
    deep = "<w:p>" * 3_000 + "</w:p>" * 3_000
    document = part(DOCX, "word/document.xml").replace("<w:body>", "<w:body>" + deep)
    with pytest.raises(DocumentError, match="已损坏"):
        read("a.docx", with_parts(DOCX, {"word/document.xml": document}))


def test_one_very_long_line_is_read() -> None:
    assert len(read("a.txt", "公开".encode() * 2_000_000).pieces[0].text) == 4_000_000


def sheets() -> bytes:
    workbook = openpyxl.Workbook()
    workbook.active.append(["姓名", 13812345678, 0.5])
    workbook.active.merge_cells("A2:B3")
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


XLSX = sheets()
PARTS = [
    (DOCX, "word/document.xml"),
    (DOCX, "word/styles.xml"),
    (DOCX, "[Content_Types].xml"),
    (XLSX, "xl/workbook.xml"),
    (XLSX, "xl/worksheets/sheet1.xml"),
    (XLSX, "xl/styles.xml"),
    (XLSX, "xl/_rels/workbook.xml.rels"),
]


@settings(deadline=None)
@given(st.sampled_from(PARTS), st.integers(0, 4_000), st.integers(0, 12), st.sampled_from('-9" <>/ABw:1'))
def test_a_part_with_wrong_letters_is_a_document_or_a_clear_refusal(
    where: tuple[bytes, str], place: int, cut: int, wrong: str
) -> None:
    content, name = where
    text = part(content, name)
    place %= len(text)
    spoilt = with_parts(content, {name: text[:place] + wrong * 3 + text[place + cut :]})
    said = ""
    try:
        said = read("a.docx", spoilt).pieces[-1].text
        if content is DOCX:
            assert layout(spoilt).sections is not None
    except DocumentError as error:
        said = str(error) + "a.docx"
    assert "a.docx" in said


def test_a_locked_member_of_the_package_is_refused() -> None:
    """The mark of a password, in the head of every member and in the directory."""
    spoilt = bytearray(DOCX)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = spoilt.find(mark)
        while at >= 0:
            spoilt[at + offset] |= 1
            at = spoilt.find(mark, at + 4)
    with pytest.raises(DocumentError, match="密码"):
        read("a.docx", bytes(spoilt))


def test_a_workbook_that_breaks_off_is_refused() -> None:
    with pytest.raises(DocumentError, match="已损坏"):
        read("a.xlsx", with_parts(XLSX, {"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>"}))
    with pytest.raises(DocumentError, match="实体声明"):
        read("a.xlsx", with_parts(XLSX, {"xl/worksheets/sheet1.xml": BOMB}))


@settings(deadline=None)
@given(st.integers(0, len(DOCX) - 1), st.binary(min_size=1, max_size=8))
def test_a_docx_with_wrong_bytes_is_a_document_or_a_clear_refusal(place: int, wrong: bytes) -> None:
    content = DOCX[:place] + wrong + DOCX[place + len(wrong) :]
    try:
        said = read("a.docx", content).pieces[-1].text
    except DocumentError as error:
        said = str(error)
    assert "a.docx" in said

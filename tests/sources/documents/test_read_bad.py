"""What cannot be read is refused in words, within bounds, whatever it is called."""

import zipfile
from io import BytesIO

import pytest
from document_files import part, saved, with_parts, word
from hypothesis import given, settings
from hypothesis import strategies as st

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


@settings(deadline=None)
@given(st.integers(0, len(DOCX) - 1), st.binary(min_size=1, max_size=8))
def test_a_docx_with_wrong_bytes_is_a_document_or_a_clear_refusal(place: int, wrong: bytes) -> None:
    content = DOCX[:place] + wrong + DOCX[place + len(wrong) :]
    try:
        said = read("a.docx", content).pieces[-1].text
    except DocumentError as error:
        said = str(error)
    assert "a.docx" in said

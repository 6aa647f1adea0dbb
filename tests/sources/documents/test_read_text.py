"""Text in any encoding an office uses, by its content."""

import codecs

import pytest
from document_files import texts
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.proofreading.document import Part
from gongkai.sources.documents.faults import DocumentError
from gongkai.sources.documents.masked import masked
from gongkai.sources.documents.read import read

TEXT = "关于通报的说明\r\n\r\n电话13812345678。\n"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16-le"),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16-le", "utf-16-be", "gb18030", "utf-16-without-mark"],
)
def test_every_encoding_gives_the_same_lines(content: bytes) -> None:
    document = read("a.txt", content)
    assert texts(document, Part.BODY) == ["关于通报的说明", "电话13812345678。"]
    assert [piece.where for piece in document.pieces] == ["第1行", "第3行", "文件名"]


def test_bytes_that_are_no_text_are_told_with_their_place() -> None:
    with pytest.raises(DocumentError, match=r"“乱码\.txt”从第4个字节起不是"):
        read("乱码.txt", b"abc\xff\xff\xffabc")


def test_what_is_binary_is_no_text() -> None:
    with pytest.raises(DocumentError, match="不是"):
        read("a.txt", bytes(range(32)) * 40)


@settings(deadline=None)
@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1), min_size=1)
)
def test_what_is_not_masked_comes_back_byte_for_byte(lines: list[str]) -> None:
    content = "\r\n".join(["甲", *lines]).encode()
    name, copy = masked(
        "a.txt", content, lambda document: {0: "乙"} if document.pieces[0].text != "乙" else {}
    )
    assert (name, copy) == ("a.txt", "\r\n".join(["乙", *lines]).encode())


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_document_or_a_clear_refusal(content: bytes) -> None:
    said = ""
    try:
        said = read("a.bin", content).pieces[-1].text
    except DocumentError as error:
        said = str(error)
    assert "a.bin" in said

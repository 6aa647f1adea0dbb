"""An identity number that a tab or a line break divides is found, and masked in its place."""

from io import BytesIO

import openpyxl
import pytest
from document_files import run, saved, word
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.document import Document, Part, Piece
from gongkai.proofreading.masking import DEFAULT
from gongkai.proofreading.proofread import masked_pieces
from gongkai.sources.documents.broken_numbers import joined
from gongkai.sources.documents.masked import masked
from gongkai.sources.documents.read import read

IDENTITY = "11010519491231002X"


def cut(document: Document) -> dict[int, str]:
    return masked_pieces(document, DEFAULT)


def in_word() -> bytes:
    broken = (
        run("身份证号110105") + "<w:r><w:tab/></w:r>" + run("19491231") + "<w:r><w:br/></w:r>" + run("002X")
    )
    return saved(word(broken, "第二段"))


def in_cell() -> bytes:
    book, target = openpyxl.Workbook(), BytesIO()
    book.active.append(["姓名", "身份证号"])
    book.active.append(["张三", "110105\n19491231002X"])
    book.save(target)
    return target.getvalue()


PAGE = "<table><tr><td>身份证号</td></tr><tr><td>110105<br>19491231002X</td></tr></table>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("甲.docx", in_word()),
        ("甲.xlsx", in_cell()),
        ("甲.html", PAGE.encode()),
        ("甲.txt", f"身份证号{IDENTITY[:6]}\t{IDENTITY[6:]}".encode()),
    ],
)
def test_a_broken_identity_number_is_found_and_masked(name: str, content: bytes) -> None:
    assert cut(read(name, content))
    _, copy = masked(name, content, cut)
    text = read(name, copy).text
    assert "19491231" not in text
    assert "002X" not in text
    assert cut(read(name, copy)) == {}


@pytest.mark.parametrize("text", ["2021\t2022\t2023\t2024\t25", "110105\t194912310021", IDENTITY, "甲\n乙"])
def test_other_numbers_stay_apart(text: str) -> None:
    piece = Piece(Part.BODY, "第1段", text)
    assert joined(piece) == piece


@given(st.text("0123456789X\t\n甲", max_size=60))
def test_the_length_stays_and_only_breaks_change(text: str) -> None:
    found = joined(Piece(Part.BODY, "第1段", text)).text
    assert len(found) == len(text)
    assert all(old == new or (old in "\t\n" and new == " ") for old, new in zip(text, found, strict=True))

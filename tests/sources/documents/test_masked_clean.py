"""Whatever a document holds and wherever it holds it: its masked copy scans clean, and masking it again changes nothing."""

from io import BytesIO
from itertools import pairwise

import openpyxl
from document_files import run, saved, word
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment

from gongkai.proofreading.document import Document
from gongkai.proofreading.masking import PROFILES, Profile
from gongkai.proofreading.personal.tables import find_in_document
from gongkai.proofreading.proofread import masked_pieces
from gongkai.sources.documents.masked import masked
from gongkai.sources.documents.read import read

ID, MOBILE = "11010519491231002X", "13812345678"
OTHER, CALLED = "11010119900307803X", "13987654321"
WORDS = [
    *(ID, MOBILE, "138 1234 5678", "１３８１２３４５６７８", "\u200b".join(MOBILE), "\u0336".join(ID)),
    *("张三", "李四", "欧阳小明", "1990年1月2日", "19900102", "6222021234567890128", "a@b.cn", "陕A12345"),
    *("申请人：", "姓名", "身份证号", "电话", "家庭住址：", "出生日期：", "补助金额", "，男，", "联系人"),
    *(
        "某县城关镇人民路12号3单元501室",
        "新村3组45号",
        "1,200元",
        "12",
        "3",
        "第一季度",
        "*",
        "某",
        "138****5678",
    ),
    *("：", "，", "、", "（", "）", " ", "　", "-", "|", "\u202e", "\u200b", "😀", "&<>\"'"),
]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map("".join)
SOME = st.lists(TEXTS, max_size=4)
PROFILE = st.sampled_from(list(PROFILES.values()))


def copied(name: str, content: bytes, profile: Profile) -> tuple[str, bytes]:
    return masked(name, content, lambda document: masked_pieces(document, profile))


def left(document: Document) -> list[str]:
    """What is still found, at any level."""
    return [document.text[hit.start : hit.end] for hit in find_in_document(document)]


def assert_clean(name: str, content: bytes, profile: Profile = PROFILES["默认"]) -> bytes:
    called, copy = copied(name, content, profile)
    assert left(read(called, copy)) == []
    assert copied(called, copy, profile) == (called, copy)
    return copy


@settings(deadline=None)
@given(SOME, TEXTS, PROFILE)
def test_a_text(lines: list[str], name: str, profile: Profile) -> None:
    assert_clean(f"{name}.txt", ("正文\n" + "\n".join(lines)).encode(), profile)


def runs_of(text: str, cuts: list[int], kinds: list[str]) -> str:
    """The text in runs, broken anywhere, some of them hidden, inserted or deleted."""
    text = text.replace("&", "和").replace("<", "〈").replace(">", "〉")
    edges = [0, *sorted({cut % (len(text) + 1) for cut in cuts}), len(text)]
    written = ""
    for place, (start, end) in enumerate(pairwise(edges)):
        kind, cut = kinds[place % len(kinds)], text[start:end]
        written += {
            "shown": run(cut),
            "hidden": run(cut, "<w:vanish/>"),
            "inserted": f'<w:ins w:id="1" w:author="某">{run(cut)}</w:ins>',
            "deleted": f'<w:del w:id="2" w:author="某">{run(cut, kind="delText")}</w:del>',
        }[kind]
    return written


KINDS = st.lists(st.sampled_from(["shown", "shown", "hidden", "inserted", "deleted"]), min_size=1, max_size=3)
PARAGRAPHS = st.lists(
    st.builds(runs_of, TEXTS, st.lists(st.integers(0, 60), max_size=4), KINDS), min_size=1, max_size=4
)


@settings(deadline=None, max_examples=60)
@given(PARAGRAPHS, st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=3), TEXTS, PROFILE)
def test_a_docx(
    paragraphs: list[str], rows: list[tuple[str, str, str]], beside: str, profile: Profile
) -> None:
    document = word(*paragraphs)
    table = document.add_table(len(rows), 3)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.sections[0].header.paragraphs[0].text = beside
    document.add_comment(document.add_paragraph("批").runs, text=beside, author=beside[:20])
    document.core_properties.title = beside
    assert_clean("名单.docx", saved(document), profile)


CELLS = st.one_of(TEXTS, st.sampled_from([int(MOBILE), 19900102, 0.5, None, f'="{ID}"', "=A1"]))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=4), TEXTS, PROFILE)
def test_a_workbook(rows: list[list[object]], beside: str, profile: Profile) -> None:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.active["A1"].comment = Comment(beside, "某")
    book.active.merge_cells("B1:C1")
    hidden = book.create_sheet("底表")
    hidden.append([beside, *rows[0]])
    hidden.sheet_state = "hidden"
    book.properties.title = beside
    target = BytesIO()
    book.save(target)
    assert_clean("名单.xlsx", target.getvalue(), profile)


@settings(deadline=None)
@given(SOME, st.lists(TEXTS, min_size=3, max_size=3), PROFILE)
def test_a_web_page(blocks: list[str], beside: list[str], profile: Profile) -> None:
    attribute, hidden, cell = (
        each.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;") for each in beside
    )
    page = (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>公示</title><script>var a="{OTHER}"</script></head><body>'
        f'<img alt="{attribute}" data-tel="{attribute}"><p hidden>{hidden}</p><a href="tel:{CALLED}">打</a>'
        f"<table><tr><td>姓名<td>电话<tr><td>{cell}<td>{cell[:3]}<b>{cell[3:]}</b></table>"
        + "".join(f"<p>{block[:2]}<b>{block[2:4]}</b>{block[4:]}</p>" for block in blocks if "<" not in block)
    )
    copy = assert_clean("公示.html", page.encode(), profile).decode()
    assert OTHER not in copy
    assert CALLED not in copy

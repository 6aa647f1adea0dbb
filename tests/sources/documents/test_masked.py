"""A masked copy: texts change where they stand, everything else stays, and the copy reads clean."""

import zipfile
from io import BytesIO

import docx
import openpyxl
import pytest
from document_files import W, part, phones, places, run, saved, with_parts, word
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.comments import Comment

from gongkai.proofreading.document import Part, Piece
from gongkai.sources.documents import runs
from gongkai.sources.documents.edits import changed, changes, replace
from gongkai.sources.documents.faults import DocumentError
from gongkai.sources.documents.masked import masked
from gongkai.sources.documents.places import Traced
from gongkai.sources.documents.read import read

PHONE, HIDDEN = "13812345678", "138****5678"


def test_a_number_over_several_runs_is_masked_inside_them() -> None:
    content = saved(word(run("电话138", "<w:b/>") + run("1234", "<w:i/>") + run("5678。")))
    _, copy = masked("a.docx", content, phones)
    found = docx.Document(BytesIO(copy)).paragraphs[0].runs
    assert [(one.text, one.bold, one.italic) for one in found] == [
        ("电话138", True, None),
        ("****", None, True),
        ("5678。", None, None),
    ]


def test_a_shorter_text_goes_into_the_first_run_it_touches() -> None:
    content = saved(word(run("住城关镇", "<w:b/>") + run("新华路", "<w:i/>") + run("8号院。")))
    short = "住城关镇***。"
    _, copy = masked("a.docx", content, lambda document: {0: short})
    found = docx.Document(BytesIO(copy)).paragraphs[0].runs
    assert [one.text for one in found] == ["住城关镇", "***", "。"]
    assert found[1].italic


def test_everything_a_docx_holds_is_masked_the_name_of_the_file_too() -> None:
    document = word(
        f"电话{PHONE}",
        run("改") + f'<w:del w:id="1" w:author="{PHONE}">{run(PHONE, kind="delText")}</w:del>',
        run(f"藏{PHONE}", "<w:vanish/>"),
    )
    document.add_table(1, 1).cell(0, 0).text = f"第一行\n{PHONE}"
    document.sections[0].header.paragraphs[0].text = PHONE
    document.add_comment(document.paragraphs[0].runs, text=PHONE, author=PHONE)
    document.core_properties.title = PHONE
    document.part.relate_to(f"http://example.cn/{PHONE}", "http://x/hyperlink", is_external=True)
    content = with_parts(saved(document), {"customXml/item9.xml": f"<data><phone>{PHONE}</phone></data>"})
    name, copy = masked(f"名单{PHONE}.docx", content, phones)
    assert name == "名单138＊＊＊＊5678.docx"
    assert phones(read(name, copy)) == {}
    with zipfile.ZipFile(BytesIO(copy)) as package:
        assert [one for one in package.namelist() if PHONE.encode() in package.read(one)] == []
    assert places(read(name, copy))["表1第1行第1列"] == f"第一行\n{HIDDEN}"


def test_a_text_box_is_masked_in_both_of_its_copies() -> None:
    box = f"<w:txbxContent><w:p>{run(PHONE)}</w:p></w:txbxContent>"
    content = saved(
        word(
            '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    _, copy = masked("a.docx", content, phones)
    assert part(copy, "word/document.xml").count(HIDDEN) == 2
    assert PHONE not in part(copy, "word/document.xml")


def test_parts_that_are_not_touched_stay_byte_for_byte_and_the_picture_goes() -> None:
    content = saved(word(f"电话{PHONE}"))
    _, copy = masked("a.docx", content, phones)
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(BytesIO(copy)) as after:
        changed_parts = [one for one in after.namelist() if after.read(one) != before.read(one)]
        assert changed_parts == ["_rels/.rels", "word/document.xml"]
        assert set(before.namelist()) - set(after.namelist()) == {"docProps/thumbnail.jpeg"}


def test_what_needs_no_mask_is_given_back_as_it_was() -> None:
    content = saved(word("没有电话"))
    assert masked("a.docx", content, phones) == ("a.docx", content)


def test_a_mask_that_finds_no_end_is_refused() -> None:
    with pytest.raises(DocumentError, match="仍有未脱敏"):
        masked("a.txt", b"a", lambda document: {0: document.pieces[0].text + "a"})


def test_what_lies_in_an_embedded_file_cannot_be_masked() -> None:
    content = with_parts(saved(word("正文")), {"word/embeddings/a.docx": saved(word(PHONE))})
    with pytest.raises(DocumentError, match="内嵌的文件"):
        masked("a.docx", content, phones)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = f"名单{PHONE}"
    sheet.append(["姓名", "电话", "说明"])
    sheet.append(["张三", int(PHONE), f"文字{PHONE}"])
    sheet["D2"] = f'="{PHONE}"'
    sheet["B2"].font = openpyxl.styles.Font(bold=True)
    sheet["A1"].comment = Comment(f"核对{PHONE}", PHONE)
    book.create_sheet("汇总")["A1"] = f"='名单{PHONE}'!A2"
    book.properties.creator = PHONE
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_everything_a_workbook_holds_is_masked() -> None:
    name, copy = masked("名单.xlsx", workbook(), phones)
    assert phones(read(name, copy)) == {}
    with zipfile.ZipFile(BytesIO(copy)) as package:
        assert [one for one in package.namelist() if PHONE.encode() in package.read(one)] == []


def test_a_masked_number_is_text_in_the_same_look_and_references_still_lead_to_the_sheet() -> None:
    _, copy = masked("名单.xlsx", workbook(), phones)
    book = openpyxl.load_workbook(BytesIO(copy))
    sheet = book.worksheets[0]
    assert (sheet["B2"].value, sheet["B2"].font.bold) == (HIDDEN, True)
    assert sheet["C2"].value == f"文字{HIDDEN}"
    assert sheet.title == "名单138＊＊＊＊5678"
    assert book["汇总"]["A1"].value == f"='{sheet.title}'!A2"


def test_a_web_page_is_masked_in_its_own_encoding() -> None:
    page = f'<!DOCTYPE html>\n<html><head><meta charset="gbk"></head><body><p>电话 <b>138</b>12345678</p><!--{PHONE}--></body></html>'
    _, copy = masked("a.html", page.encode("gbk"), phones)
    assert copy.decode("gbk") == page.replace("</b>12345678", "</b>****5678").replace(PHONE, HIDDEN)


@given(st.text("张三1*", max_size=30), st.text("张三1*", max_size=30))
def test_changes_lead_from_one_text_to_the_other(old: str, new: str) -> None:
    assert changed(old, changes(old, new)) == new


@given(
    st.lists(st.text("甲乙丙", min_size=1, max_size=4), min_size=1, max_size=6), st.text("甲乙*", max_size=12)
)
def test_any_new_text_can_be_written_into_runs(parts: list[str], new: str) -> None:
    paragraph = parse_xml(f"<w:p {W}>{''.join(run(one) for one in parts)}</w:p>")
    traced = Traced(Piece(Part.BODY, "第1段", "".join(parts)), runs.read(paragraph).shown())
    replace([traced], {0: new})
    assert "".join(one.text for one in runs.read(paragraph).shown()) == new

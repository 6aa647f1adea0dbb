"""Files as people send them: with tracked changes and comments, hidden text, pictures; or no .docx at all."""

import re
import struct
import zipfile
import zlib
from io import BytesIO

import plans
import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from editing import compared, differences, printed, row_of, saying

from gongkai.notice import returned
from gongkai.notice.returned import ReturnedError
from gongkai.notice.returned.package import LARGEST, MOST_MEMBERS


def pixel() -> bytes:
    """A picture of one white point."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    size = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(b"\0\xff")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def as_tracked(document: Document) -> None:
    """665 struck out, 666 put in, as Word records it."""
    paragraph = saying(document, "实报665条")
    old = next(run for run in paragraph.runs if run.text == "665")._r
    inserted = parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="某某"><w:r><w:t>666</w:t></w:r></w:ins>')
    deleted = parse_xml(f'<w:del {nsdecls("w")} w:id="2" w:author="某某"/>')
    old.addprevious(inserted)
    old.addprevious(deleted)
    deleted.append(old)
    old.find(qn("w:t")).tag = qn("w:delText")


def test_tracked_changes_are_read_as_accepted_and_it_is_said():
    tracked, figure = compared(as_tracked).differences
    assert (tracked.kind, tracked.serious) == ("修订痕迹", False)
    assert tracked.returned == "文件中有2处修订，已按全部接受后的内容核对"
    assert (figure.stored, figure.returned) == ("665", "666")


def test_a_row_deleted_as_a_tracked_change_is_gone():
    def delete(document: Document) -> None:
        row = row_of(document.tables[2], "教体局")._tr
        row.get_or_add_trPr().append(OxmlElement("w:del"))

    assert [kind for kind, *_ in differences(delete)] == ["修订痕迹", "表格行删除"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    def join(document: Document) -> None:
        paragraph = saying(document, "卫健局承办的网民留言")
        mark = parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="3" w:author="某某"/></w:rPr>')
        paragraph._p.get_or_add_pPr().append(mark)

    assert [kind for kind, *_ in differences(join)] == ["修订痕迹", "分段改动"]


def test_a_comment_is_told_with_its_place_and_changes_nothing():
    def comment(document: Document) -> None:
        document.add_comment(saying(document, "实报665条").runs[0], "请再核对", author="某某")

    (one,) = compared(comment).differences
    assert (one.kind, one.place, one.returned) == (
        "批注",
        "“四季度，各单位应报政务信息98…”处",
        "某某：请再核对",
    )
    assert not one.serious


def test_a_figure_that_is_hidden_is_deleted():
    def hide(document: Document) -> None:
        next(run for run in saying(document, "实报665条").runs if run.text == "665").font.hidden = True

    assert differences(hide)[0] == ("数字删除", "正文第2段", "665", "")


def test_a_figure_in_a_content_control_or_a_link_is_read():
    def wrap(document: Document) -> None:
        run = next(run for run in saying(document, "实报665条").runs if run.text == "665")._r
        control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent><w:hyperlink/></w:sdtContent></w:sdt>")
        run.addprevious(control)
        control[0][0].append(run)

    assert differences(wrap) == []


def test_a_picture_cannot_be_compared_and_it_is_said():
    def insert(document: Document) -> None:
        document.paragraphs[-1].add_run().add_picture(BytesIO(pixel()), width=Mm(20))

    (one,) = compared(insert).differences
    assert (one.kind, one.serious) == ("图片或嵌入对象", True)
    assert one.returned == "文件中有1个图片或嵌入对象，其中的文字无法核对"


def test_a_header_is_told_and_page_numbers_are_not():
    def head(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "内部资料"

    assert differences(head) == [("文字增加", "页眉", "", "内部资料")]


def archive(**members: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(name.replace("__", "/"), content)
    return made.getvalue()


def with_member(name: str, content: bytes, *, replacing: bool = False) -> bytes:
    """A good notice with one more member, or with one replaced."""
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(printed("weibin")[0])) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for member in source.namelist():
            if not (replacing and member == name):
                target.writestr(member, source.read(member))
        target.writestr(name, content)
    return made.getvalue()


def encrypted() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")


def bombed() -> bytes:
    return with_member("word/media/large.bin", b"\0" * (101 * 1024 * 1024))


def of_macros() -> bytes:
    return with_member("word/vbaProject.bin", b"macro")


def empty() -> bytes:
    document = printed("weibin")[0]
    with zipfile.ZipFile(BytesIO(document)) as source:
        xml = source.read("word/document.xml").decode()
    emptied = re.sub(r"<w:body>.*</w:body>", "<w:body/>", xml, flags=re.DOTALL)
    return with_member("word/document.xml", emptied.encode(), replacing=True)


def with_entities() -> bytes:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    body = "<w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body>"
    xml = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "哈">{lines}]><w:document {nsdecls("w")}>{body}</w:document>'
    return with_member("word/document.xml", xml.encode(), replacing=True)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (lambda: b"", "文件是空的"),
        (lambda: b"%PDF-1.7 ...", "不是 .docx"),
        (lambda: b"PK\x03\x04 broken", "不是 .docx"),
        (lambda: printed("weibin")[0][:5000], "没有传完整"),
        (encrypted, "打开密码"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "旧版 .doc"),
        (lambda: archive(**{"[Content_Types].xml": "<a/>", "xl__workbook.xml": "<a/>"}), "不是 Word 文档"),
        (lambda: archive(**{"[Content_Types].xml": "<a/>", "word__document.xml": "<a/>"}), "已损坏"),
        (of_macros, "带有宏"),
        (bombed, "解开后过大"),
        (lambda: archive(**{f"word__{n}.xml": "" for n in range(MOST_MEMBERS + 1)}), "解开后过大"),
        (lambda: b"0" * (LARGEST + 1), "超过20MB"),
        (empty, "没有文字"),
        (with_entities, "已损坏"),
        (lambda: with_member("word/document.xml", b"<w:document", replacing=True), "已损坏"),
        (lambda: with_member("word/document.xml", b"<a/>", replacing=True), "已损坏"),
    ],
)
def test_a_file_that_is_no_notice_is_refused_with_a_reason(content, message):
    with pytest.raises(ReturnedError, match=message):
        returned.compare(content(), plans.plan())


def test_a_book_instead_of_a_notice_is_refused():
    def fill(document: Document) -> None:
        document.add_paragraph("字" * 300_001)

    with pytest.raises(ReturnedError, match="不像是本期通报"):
        compared(fill)


def test_the_notice_of_another_office_differs_everywhere():
    found = returned.compare(printed("qianyang")[0], printed("weibin")[1])
    assert len(found.serious) > 100

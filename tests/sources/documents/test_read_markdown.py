"""Markdown is searched as it is seen, and masked between its marks."""

import pytest
from document_files import phones, places, texts
from hypothesis import given, settings
from hypothesis import strategies as st
from test_masked_clean import ID, MOBILE, PROFILE, TEXTS, assert_clean

from gongkai.proofreading.document import Part
from gongkai.proofreading.masking import PROFILES, Profile
from gongkai.proofreading.personal.tables import find_in_document
from gongkai.proofreading.proofread import masked_pieces
from gongkai.sources.documents import markdown_marks
from gongkai.sources.documents.masked import masked
from gongkai.sources.documents.read import read


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("**来信人：** 张三", "来信人： 张三"),
        ("**来信人：**张三", "来信人：张三"),
        ("来信人：*张三*，__李四__，_王五_", "来信人：张三，李四，王五"),
        ("***来信人***：`张三`", "来信人：张三"),
        ("经办人**张三**已核", "经办人张三已核"),
        ("~~来信人~~：``张三``", "来信人：张三"),
        ("| **姓名** | 电话 |", "| 姓名 | 电话 |"),
        (r"138\-1234\-5678 \*注", "138-1234-5678 *注"),
        ("张三&#65306;&#x5973;&nbsp;&lt;甲&gt;", "张三：女\xa0<甲>"),
        ("<b>来信人：</b>张三<br>电话", "来信人：张三\n电话"),
        ("**来信人：[张三](people.html)**", "来信人：张三"),
        ("![证件](a(1).png)后", "证件后"),
        ("<zhang@example.cn>见<http://example.cn/a>", "<zhang@example.cn>见<http://example.cn/a>"),
        ("甲<b>乙", "甲乙"),
    ],
)
def test_a_line_is_read_as_it_is_seen(written: str, seen: str) -> None:
    assert read("a.md", written.encode()).pieces[0].text == seen


@pytest.mark.parametrize(
    "written",
    [
        "联系电话138****5678、139****1234",
        "身份证号1101**19491231**2X，3**4**5",
        "张**、李**，王**",
        "| 张** | 李** |",
        "低保户张*和李*，王**和赵**",
        "张**（女）、李**（男）",
        "2*3*4 a_b_c 姓名____电话____",
        "**没有收尾，*也没有",
        "联系人： ** 张三 **",
        "[甲]、[乙]",
        "a && b &nosuch; <3 ****",
    ],
)
def test_stars_that_hide_something_and_marks_without_a_partner_are_letters(written: str) -> None:
    assert read("a.md", written.encode()).pieces[0].text == written


def test_a_plain_text_is_read_as_it_is_written() -> None:
    assert read("a.txt", b"**a** &lt;").pieces[0].text == "**a** &lt;"


def test_a_name_behind_a_bold_label_is_found_and_masked_between_the_marks() -> None:
    content = f"# 答复\r\n\r\n**来信人：** **张三明**\r\n- **电话**：**{MOBILE}**\r\n".encode()
    document = read("a.md", content)
    assert [document.text[hit.start : hit.end] for hit in find_in_document(document)] == ["张三明", MOBILE]
    copy = assert_clean("a.md", content).decode()
    assert copy == "# 答复\r\n\r\n**来信人：** **张某某**\r\n- **电话**：**138****5678**\r\n"


def test_addresses_of_links_and_what_tags_say_are_read_apart_and_masked() -> None:
    content = f'[打电话](tel:{MOBILE} "打")<!-- {ID} --><img alt="{MOBILE}">'.encode()
    document = read("a.md", content)
    assert texts(document, Part.BODY) == ["打电话"]
    assert places(document)["第1行链接"] == f'tel:{MOBILE} "打"'
    assert len(texts(document, Part.HIDDEN)) == 2
    copy = assert_clean("a.md", content).decode()
    assert copy.count("138****5678") == 2
    assert ID not in copy


def test_an_escaped_number_is_masked_with_its_escapes() -> None:
    _, copy = masked(
        "a.md",
        r"电话138\-1234\-5678&#46;".encode(),
        lambda document: masked_pieces(document, PROFILES["默认"]),
    )
    assert "1234" not in copy.decode()
    assert copy.decode().endswith("&#46;")


MARKS = st.sampled_from(
    ["**", "*", "_", "__", "`", "~~", "\\", "[", "](", ")", "<b>", "</b>", "&#49;", "<!--", "-->"]
)


@settings(deadline=None)
@given(st.lists(st.one_of(TEXTS, MARKS), max_size=12).map("".join), PROFILE)
def test_a_marked_text_scans_clean_when_masked(line: str, profile: Profile) -> None:
    assert_clean("a.md", ("正文\n" + line).encode(), profile)


@given(st.text("*_`~[](）<>b/!&#4;\\张三1 ，-", max_size=60))
def test_every_letter_of_a_line_is_kept_once_in_order(line: str) -> None:
    shown = markdown_marks.read(line).shown
    assert [one.start for one in shown] == sorted(one.start for one in shown)
    assert all(
        one.text == line[one.start : one.end] for one in shown if one.end - one.start == len(one.text) != 1
    )
    kept = "".join(one.text for one in shown)
    assert (
        [letter for letter in kept if letter in "张三"] == [letter for letter in line if letter in "张三"]
        or "<" in line
        or "](" in line
    )


def test_what_needs_no_mask_comes_back_byte_for_byte() -> None:
    content = "**甲**\r\n\r\n`乙` &amp; \\-\n".encode("gb18030")
    assert masked("a.md", content, phones) == ("a.md", content)

"""A suggestion is accepted with one press: the pasted text is corrected and proofread again."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.document import plain
from gongkai.proofreading.hits import Group, Hit, Level, Span
from gongkai.web.pages.proofreading import accepting

pytestmark = pytest.mark.django_db
PAGE = "/o/weibin/proofreading/"
TEXT = "关于路灯的通知\r\n\r\n请按装路灯。\r\n请再接再励，布署下一步工作。"


@pytest.fixture
def clerk(signed_in):
    return signed_in("clerk")


def spots(page) -> list[str]:
    """What the buttons of single findings send, in the order of the page."""
    return re.findall(r'name="accept" value="([0-9:]+)"', page.text)


def typed(page) -> str:
    return page.text.partition("<textarea")[2].partition(">")[2].partition("</textarea>")[0]


def test_one_suggestion_is_put_where_the_wrong_words_stood(clerk):
    first = spots(clerk.post(PAGE, {"text": TEXT}))[0]
    page = clerk.post(PAGE, {"text": TEXT, "accept": first})
    assert typed(page) == "关于路灯的通知\n\n请安装路灯。\n请再接再励，布署下一步工作。"
    assert "已采纳 1 条建议" in page.text
    assert len(spots(page)) == 2


def test_all_errors_are_corrected_at_once_and_a_doubt_stays_for_a_person(clerk):
    page = clerk.post(PAGE, {"text": TEXT, "accept": "all"})
    assert typed(page) == "关于路灯的通知\n\n请按装路灯。\n请再接再厉，部署下一步工作。"
    assert "校对结果：存疑1处" in page.text


@pytest.mark.parametrize("wanted", ["0:0:2", "9:1:2", "", "x"])
def test_what_stands_no_longer_there_is_refused_and_the_text_stays(clerk, wanted):
    page = clerk.post(PAGE, {"text": TEXT, "accept": wanted})
    assert page.status_code == 422
    assert "文字已经改动" in page.text
    assert "再接再励" in typed(page)


def test_what_only_says_what_to_do_is_not_put_into_the_text(clerk):
    page = clerk.post(PAGE, {"text": "老年人优待证办理指南\n申请材料\n1.其他相关材料。"})
    assert "逐项列明材料名称" in page.text
    assert spots(page) == []


def test_numbers_and_personal_data_are_for_a_person_to_mend(clerk):
    page = clerk.post(PAGE, {"text": "手机13800138000。\n请于2022年2月30日前报送。"})
    assert "不宜公开" in page.text
    assert spots(page) == []


def test_a_file_is_not_changed(clerk):
    given_file = SimpleUploadedFile("稿.txt", "请按装路灯。".encode())
    page = clerk.post(PAGE, {"file": given_file})
    assert "<b>安装</b>" in page.text
    assert spots(page) == []


@given(
    st.lists(st.text("按装路灯。 \u3000", max_size=8), max_size=8), st.sampled_from(["\n", "\r", "\u2028"])
)
def test_every_other_character_stays(lines, end):
    text = end.join(lines)
    document = plain("", text)
    hits = [
        Hit(Group.WORDING, "错别字", Level.ERROR, (Span(number, at.start(), at.end()),), "按装", "", "安装")
        for number, piece in enumerate(document.pieces[:-1])
        for at in re.finditer("按装", piece.text)
    ]
    assert accepting.accept(text, document, hits, accepting.ALL) == (text.replace("按装", "安装"), len(hits))

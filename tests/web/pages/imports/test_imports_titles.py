"""Titles of articles are proofread when a sheet comes in: errors are told with their row, and keep nothing out."""

import pytest
from imports_files import address

from gongkai.workflows.imports import State

pytestmark = pytest.mark.django_db
HEAD = ("报送单位", "报送日期", "标题", "采用媒体")
IDENTITY = "11010519491231002X"
GOOD = ("财政局", "2021-10-08", "我区公开三季度预算执行情况", "")
WRONG = ("财政局", "2021-10-09", f"救助对象身份证号{IDENTITY}公示", "")


def page_of(client, upload) -> str:
    return client.get(address(upload)).content.decode()


def test_an_error_in_a_title_is_told_with_its_row_and_masked(clerk, hand_in, sheet):
    upload = hand_in(sheet(HEAD, GOOD, WRONG))
    page = page_of(clerk, upload)
    assert "标题中的错误（1 处）" in page
    assert "第3行" in page
    assert "请在发布的地方改正标题" in page
    assert IDENTITY not in page + str(upload.seen)
    assert "可以写入" in page


def test_titles_without_an_error_are_not_spoken_of(clerk, hand_in, sheet):
    assert "标题中的错误" not in page_of(clerk, hand_in(sheet(HEAD, GOOD)))


def test_an_own_word_counts_in_titles_too(clerk, hand_in, sheet):
    word = {"wrong": "预算执行", "right": "预算收支", "level": "错误", "exceptions": "", "note": ""}
    clerk.post("/o/weibin/registers/words/new/", word)
    upload = hand_in(sheet(HEAD, GOOD))
    assert "应为“预算收支”" in page_of(clerk, upload)
    assert upload.state == State.READY
